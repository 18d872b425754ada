/** What was written, by whom, to whom: accepted in one transaction, encrypted under a key of its own, idempotent for as long as it lives. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
