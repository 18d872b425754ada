/** Whether a letter is still unread, asked of mailbox-service just before somebody is told of it late, or again. */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.unread;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
