/** What the mailbox knows of people: a local copy of the facts of identity-service and consent-service, so that no letter waits for a call to them. Whoever is in doubt is said to be. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.recipient;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
