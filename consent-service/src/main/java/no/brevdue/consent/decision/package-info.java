/**
 * How much each person has decided, and who acts on it. Whatever somebody decides here, terms, consents or restrictions, is
 * counted in one dense version, so that a reader who misses a decision notices; readers say what they act on, and whoever
 * has fallen behind is told again.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
