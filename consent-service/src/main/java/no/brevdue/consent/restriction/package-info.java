/**
 * Whom a person denies access to what is about them: organisations and practitioners by number. Those who are denied are never
 * told; for them there is nothing to see.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.restriction;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
