/** Which suppliers follow an organisation's letters: those whose systems it lets read them, as identity-service's register says. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.supplier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
