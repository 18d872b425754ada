/** How the national registers are spoken to: over HTTP, with a token of Maskinporten where one is asked for. A register that does not answer as agreed counts as away. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
