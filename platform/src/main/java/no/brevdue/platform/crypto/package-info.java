/**
 * Keys and what they protect. Each part of a letter is encrypted once under the letter's own data key; the data key is
 * wrapped once for every holder of a copy, under that holder's keyset; the keysets are stored encrypted under the
 * service's key, which is read once at start and lives outside the database. Destroying a wrap or a keyset makes that
 * holder's copy unreadable and touches nobody else's. Every ciphertext is bound to its place, so that swapped rows do
 * not open.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
