/** Whether a letter is still unread: asked by notification-service just before it tells somebody again. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.unread;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
