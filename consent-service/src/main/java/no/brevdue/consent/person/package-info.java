/** Which aliases mean the same person and how old they are, kept in step with identity-service; and when somebody logged in. */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.person;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
