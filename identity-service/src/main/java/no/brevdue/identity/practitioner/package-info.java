/**
 * Health personnel at work in an organisation. HelseID verifies them directly; whoever logs in as a citizen is a visitor until
 * the registers agree and a superuser confirms. Superusers suspend, restrict and end.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.practitioner;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
