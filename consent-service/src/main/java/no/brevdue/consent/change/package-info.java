/**
 * Telling people by mail that a document they rely on is going to change in a way that matters: whoever has accepted the terms
 * hears of terms and privacy statement, whoever holds a consent of its text. The mail says that something changes and not what;
 * that stands in the archive, which everybody can read.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
