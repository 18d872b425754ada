/**
 * Who has accepted which version of the terms, and when. Only the version that applies now can be accepted, by the person
 * themselves at level high. An acceptance under one alias counts for the person behind it.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.acceptance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
