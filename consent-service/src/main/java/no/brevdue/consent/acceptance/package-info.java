/**
 * Who has accepted which version of the terms, when and in which language. Only the version that applies now can be accepted, at
 * level high, by the person themselves or whoever decides for them. An acceptance under one alias counts for the person behind it.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.acceptance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
