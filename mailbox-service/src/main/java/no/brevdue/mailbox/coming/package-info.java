/**
 * Birthdays that change who reads: whoever has written to somebody hears of it weeks ahead, in the feed. By the plan, so that nothing is
 * told of what a block hides; which day it is, identity-service answers to whoever asks with a purpose.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.coming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
