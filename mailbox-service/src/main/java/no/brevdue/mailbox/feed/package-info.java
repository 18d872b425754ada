/**
 * What systems follow, dense and in order, so that they can tell that they missed nothing: senders every step of their letters,
 * receivers what becomes of their copies.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
