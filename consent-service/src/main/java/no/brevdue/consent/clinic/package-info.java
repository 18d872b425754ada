/**
 * What a clinic may know of the decisions of its patients: whether each has consented to its own letters, and nothing that was said
 * to anybody else. Whoever is not known looks like somebody who has not answered; who was asked about stands in their access log.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.clinic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
