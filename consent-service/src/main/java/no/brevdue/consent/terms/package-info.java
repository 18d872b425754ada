/**
 * Documents, the terms of use, the privacy statement and what each consent is about, word for word in each language. A version is
 * written once, announced once, and applies from its effective time until the next one does.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.terms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
