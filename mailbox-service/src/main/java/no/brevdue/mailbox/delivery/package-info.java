/** Where each copy of a letter is, what is proven about it, and what is due. One job drives everything that has a deadline; nothing waits for ever. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
