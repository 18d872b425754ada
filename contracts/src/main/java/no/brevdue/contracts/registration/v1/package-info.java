/** Requests to register a person or to hold a name against theirs, readable by identity-service alone and kept for seven days. Topic {@code identity.registrations.v1}, key alias. */
@NullMarked
package no.brevdue.contracts.registration.v1;

import org.jspecify.annotations.NullMarked;
