/** Who did what to whose data, and why: recorded in the transaction of the act, numbered without gaps after its commit. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
