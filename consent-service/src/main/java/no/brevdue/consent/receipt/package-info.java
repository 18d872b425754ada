/**
 * A receipt for each consent, in the shape of Kantara's Consent Receipt 1.1, signed as a JWS (Ed25519). Whoever has the public
 * key verifies it without us.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
