package no.brevdue.identity.contact;

import no.brevdue.identity.krr.Channel;

import java.util.Map;
import java.util.UUID;

/**
 * What is kept of how somebody can be reached.
 *
 * @param own what they said themselves, verified or not
 * @param hidden they have deactivated their profile
 */
record KeptContact(UUID person, ContactRow register, Map<Medium, Channel> own, boolean hidden) {

    KeptContact {
        own = Map.copyOf(own);
    }

    @Override
    public String toString() {
        return "KeptContact[***]";
    }
}
