/** Terms, consents, restrictions and legal bases. Topic {@code consent.events.v1}, key alias, termsId or controller. */
@NullMarked
package no.brevdue.contracts.consent.v1;

import org.jspecify.annotations.NullMarked;
