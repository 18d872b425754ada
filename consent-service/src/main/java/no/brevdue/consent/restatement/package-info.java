/**
 * Everything a person has decided, told again as one fact: to whoever is new, was restored, has fallen behind or counts
 * otherwise. Drift is looked for all the time, from both ends.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.restatement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
