/**
 * Stories played over the public HTTP APIs. Each step prints the evidence behind it, and a story ends at the first
 * claim that does not hold.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
