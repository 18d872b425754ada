/** Which aliases mean the same person, kept in step with identity-service. */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.person;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
