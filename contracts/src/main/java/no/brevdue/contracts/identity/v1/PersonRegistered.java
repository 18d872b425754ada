package no.brevdue.contracts.identity.v1;

import java.util.UUID;

/**
 * A person is known to the platform from now on. Whoever waits for this alias can go on.
 *
 * @param personId the person; random, minted by identity-service
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param alias the alias the person was registered under
 * @param facts what is known of the person
 */
public record PersonRegistered(UUID personId, long version, UUID alias, PersonFacts facts) implements IdentityEvent {

    @Override
    public String key() {
        return personId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
