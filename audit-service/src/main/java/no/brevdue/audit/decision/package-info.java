/**
 * What people have decided about letters, and what makes each controller's lawful, kept in step with consent-service: the access
 * log says beside each act of a controller on which ground it stands now. Whoever cannot know says so.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
