package no.brevdue.contracts.identity.v1;

import java.util.List;
import java.util.UUID;

/**
 * Everything identity-service knows of a person, said again. Heals a projection that missed something.
 *
 * @param personId the person
 * @param version current version of the person
 * @param aliases every alias that means this person
 * @param facts what is known of the person
 */
public record PersonRestated(UUID personId, long version, List<UUID> aliases, PersonFacts facts)
        implements IdentityEvent {

    public PersonRestated {
        aliases = List.copyOf(aliases);
    }

    @Override
    public String key() {
        return personId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
