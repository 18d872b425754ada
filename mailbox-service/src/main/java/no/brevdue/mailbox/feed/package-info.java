/** What the sender's systems follow: every step of their letters, dense and in order, so that they can tell that they missed nothing. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
