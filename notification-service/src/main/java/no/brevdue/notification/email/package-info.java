/**
 * Handing a notice to the mail server, and telling apart the answers that a person will not be reached from those that
 * mean: not now.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.email;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
