package no.brevdue.consent.ledger;

import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** What holds of consents, for the features that tell it on. */
@ApplicationScoped
public class Consents {

    private static final Asked NEWSLETTER = new Asked(ConsentPurpose.PLATFORM, ConsentPurpose.NEWSLETTER.code());

    private final ConsentRepository consents;
    private final ConsentService service;

    Consents(ConsentRepository consents, ConsentService service) {
        this.consents = consents;
        this.service = service;
    }

    /** Whoever wants the newsletter has seen the text that applies now. */
    public void requireNewsletterNotice(Transaction tx, long shown) {
        TermsVersion unused = service.notice(tx, ConsentPurpose.NEWSLETTER, Decision.GRANT, shown);
    }

    /** The newsletter, confirmed by a code from a mail. */
    public ConsentView grantNewsletter(Transaction tx, Subject subject, long noticeVersion, String language) {
        return service.decide(
                        tx,
                        subject,
                        NEWSLETTER,
                        Decision.GRANT,
                        noticeVersion,
                        language,
                        "web, logged in, confirmed with a code from a mail")
                .consent();
    }

    /** The latest event of a consent of this person. */
    public LedgerEntry latestEvent(Transaction tx, Subject subject, UUID consentId) {
        return consents.byId(tx, consentId)
                .filter(found -> subject.aliases().contains(found.alias()))
                .map(consent -> consents.ledger(tx, consent.consentId()).getLast())
                .orElseThrow(() -> ConsentProblem.CONSENT_NOT_FOUND.because("No such consent of yours."));
    }

    /** Under which version of its notice each consent of the person holds; the oldest where there are several. */
    public List<Noticed> noticed(Transaction tx, Subject subject) {
        return consents.noticed(tx, subject.aliases());
    }

    /** Which controllers wait for an answer of this person. */
    public List<Question> asked(Transaction tx, Subject subject) {
        return consents.asked(tx, subject.aliases());
    }

    /** Whether the person's consent to a purpose holds now, and what they said if it does not. */
    public Optional<ConsentState> state(
            Transaction tx, Collection<UUID> aliases, String controller, String purpose, Instant now) {
        return Optional.ofNullable(Together.state(consents.about(tx, aliases, controller, purpose), now));
    }

    /** When the consent ends that ends first, of those under the person's aliases. */
    public @Nullable Instant until(Transaction tx, Collection<UUID> aliases, String controller, String purpose) {
        return consents.about(tx, aliases, controller, purpose).stream()
                .flatMap(consent -> Stream.ofNullable(consent.expiresAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public Map<UUID, List<Standing>> standings(Transaction tx, Collection<UUID> aliases) {
        return consents.ofAliases(tx, aliases).stream()
                .collect(Collectors.groupingBy(
                        Consent::alias, Collectors.mapping(Consent::standing, Collectors.toList())));
    }
}
