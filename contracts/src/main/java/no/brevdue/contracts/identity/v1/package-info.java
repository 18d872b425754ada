/** What identity-service knows of people: facts, never numbers or names. Topic {@code identity.events.v1}, key personId. */
@NullMarked
package no.brevdue.contracts.identity.v1;

import org.jspecify.annotations.NullMarked;
