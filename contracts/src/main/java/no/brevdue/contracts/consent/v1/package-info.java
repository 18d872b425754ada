/** Terms, and who has accepted them. Topic {@code consent.events.v1}, key alias or termsId. */
@NullMarked
package no.brevdue.contracts.consent.v1;

import org.jspecify.annotations.NullMarked;
