/** Asking before sending: how a letter would go, when it would fall back, and whether it can be understood. Registers nobody. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.preflight;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
