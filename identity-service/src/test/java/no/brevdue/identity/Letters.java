package no.brevdue.identity;

import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.SealedNumbers;
import no.brevdue.platform.testing.Facts;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import static org.awaitility.Awaitility.await;

/** Addresses letters to people, as mailbox-service does: whoever is unknown must be registered. */
@ApplicationScoped
public class Letters {

    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final SealedNumbers seals;
    private final Facts facts;

    Letters(NationalIdentityNumbers numbers, Aliases aliases, SealedNumbers seals, Facts facts) {
        this.numbers = numbers;
        this.aliases = aliases;
        this.seals = seals;
        this.facts = facts;
    }

    public NationalIdentityNumber number(String digits) {
        return numbers.parse(digits);
    }

    public UUID alias(String digits) {
        return aliases.alias(number(digits));
    }

    /** A request for somebody's own alias. */
    public RegistrationRequested request(String digits) {
        return request(digits, alias(digits));
    }

    /** A request that claims an alias for a number. */
    public RegistrationRequested request(String digits, UUID alias) {
        UUID requestId = UUID.randomUUID();
        byte[] sealed = seals.seal(number(digits), requestId, alias);
        return new RegistrationRequested(
                alias, 1, requestId, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** Somebody who is known from now on. */
    public PersonRegistered register(String digits) {
        facts.publish(request(digits));
        return await().until(
                        () -> facts.published(PersonRegistered.class).stream()
                                .filter(fact -> fact.alias().equals(alias(digits)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
