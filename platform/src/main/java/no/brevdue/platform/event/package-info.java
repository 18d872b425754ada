/** Facts from other services: decoding, projections, and the doubt that arises when something was missed. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
