/**
 * How fast a stack is, measured against what its own database can do at best on the same machine in the same minutes: only the
 * ratios mean something elsewhere. Everything travels the public ways, with real tokens and real encryption.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
