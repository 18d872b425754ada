/**
 * The newsletter: wanted by a person who is logged in, confirmed with a code from their own mail, and ended with one click in
 * the mail program, without a login. What holds is a consent like every other.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.newsletter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
