/** Publish, hold, fall back or return: one pure function over facts. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
