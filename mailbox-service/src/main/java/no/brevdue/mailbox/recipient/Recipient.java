package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import org.jspecify.annotations.Nullable;

import java.util.List;
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
                        language,
                        facts.plan()));
    }

    Recipient represented(@Nullable List<Representation> representations) {
        if (representations == null) {
            return this;
        }
        return new Recipient(
                personId,
                version,
                inDoubt,
                new PersonFacts(
                        facts.birthDate(),
                        facts.deceased(),
                        facts.addressProtected(),
                        facts.digitalOptOut(),
                        facts.emailUsable(),
                        facts.smsUsable(),
                        facts.language(),
                        new ReadingPlan(facts.plan().readsOwnFrom(), representations)));
    }
}
