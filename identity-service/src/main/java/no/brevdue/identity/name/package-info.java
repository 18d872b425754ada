/**
 * Holding the name a sender believes in against the register's, so that a letter with a mistyped number comes back before anybody reads
 * it. Names are compared here and told nobody; who guesses runs out of answers, and the person sees every comparison.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.name;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
