/** Which suppliers an organisation lets follow its letters. Only the organisation itself says so, and everybody sees who was let in. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.supplier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
