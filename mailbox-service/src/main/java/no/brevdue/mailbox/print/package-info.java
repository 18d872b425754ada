/**
 * Letters on paper. An order is handed over to a printer encrypted, with an address fetched at that moment, once nobody can
 * have opened the letter; then it is followed until it is dispatched, and whether it comes back.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.print;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
