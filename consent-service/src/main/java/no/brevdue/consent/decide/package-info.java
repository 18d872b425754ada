/**
 * What a person must decide now, and why: one answer for front ends, put together of terms, waiting controllers and the feature
 * somebody is about to use.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.decide;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
