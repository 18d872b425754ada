/** Whether a letter still waits for its reader: asked by notification-service just before it tells somebody late, or again. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.unread;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
