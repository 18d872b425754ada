package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;

import java.util.UUID;

/**
 * A person as the mailbox knows them.
 *
 * @param inDoubt a fact is missing or unreadable, so what stands here may be out of date
 */
public record Recipient(UUID personId, long version, boolean inDoubt, PersonFacts facts) {

    static Recipient of(UUID personId, long version, PersonFacts facts) {
        return new Recipient(personId, version, false, facts);
    }

    /**
     * Takes a later fact about how the person may be reached. Order is the version, never a clock; a jump means that a fact
     * in between is missing.
     */
    Recipient reachable(long newVersion, boolean digitalOptOut, boolean email, boolean sms, Language language) {
        return new Recipient(
                personId,
                newVersion,
                inDoubt || newVersion > version + 1,
                new PersonFacts(
                        facts.birthDate(),
                        facts.deceased(),
                        facts.addressProtected(),
                        digitalOptOut,
                        email,
                        sms,
                        language));
    }
}
