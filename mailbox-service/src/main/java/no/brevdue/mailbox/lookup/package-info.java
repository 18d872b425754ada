/** How a sender finds its letters again, one by one or all of a period, and learns which of its own list are not here. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.lookup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
