/**
 * Tells people that something waits for them, without saying what. A notification says that a letter came and where to log
 * in; it has no content, no sender and no link. What became of it is published, and never more than was proven.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
