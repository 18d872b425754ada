/**
 * Consent, by the shape of ISO/IEC TS 27560: an append-only ledger of events, and what holds after them. One decision is about
 * one purpose of one controller and never bundled; a granted consent has an end; what a person saw is kept by version and hash.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
