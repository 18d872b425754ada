/**
 * What the manifests promise, checked without a cluster: every field exists, every reference resolves, every connection
 * has two ends, and no pod may do more than it needs. Nothing here proves that a cluster accepts or runs them.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.kubernetes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
