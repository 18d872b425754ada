/**
 * The newsletter: the code that confirms it, and each issue to everybody who has consented, with a way to stop that a mail program
 * shows as a button (RFC 8058). Whoever may have withdrawn meanwhile is sent nothing.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.newsletter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
