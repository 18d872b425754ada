/**
 * What makes the processing of each controller lawful, purpose by purpose: consent, law or contract. Kept by the clinic itself
 * or by operators, public, and never overwritten: a new declaration is a new row.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.basis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
