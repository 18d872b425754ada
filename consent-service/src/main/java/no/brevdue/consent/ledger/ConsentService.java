package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.LedgerEntry.Circumstances;
import no.brevdue.consent.person.CurrentLogin;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.terms.TermsService;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Deciding about one consent. Where a person is known under several aliases, what they decide is written under each that
 * has a say in it, so that no reader finds an older answer under another alias.
 */
@ApplicationScoped
class ConsentService {

    private static final String WEB = "web, logged in";

    private final Database database;
    private final ConsentRepository consents;
    private final ConsentLedger ledger;
    private final Decisions decisions;
    private final SubjectService subjects;
    private final TermsService terms;
    private final CurrentLogin login;
    private final AuditTrail audit;
    private final Clock clock;

    ConsentService(
            Database database,
            ConsentRepository consents,
            ConsentLedger ledger,
            Decisions decisions,
            SubjectService subjects,
            TermsService terms,
            CurrentLogin login,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.consents = consents;
        this.ledger = ledger;
        this.decisions = decisions;
        this.subjects = subjects;
        this.terms = terms;
        this.login = login;
        this.audit = audit;
        this.clock = clock;
    }

    /** Deciding again what holds already is found, and stores and tells nothing. */
    Decided decide(Subject subject, Asked about, Decision decision, @Nullable Long noticeVersion, String language) {
        ConsentPurpose purpose = about.requirePurpose();
        if (purpose == ConsentPurpose.NEWSLETTER && decision == Decision.GRANT) {
            throw ConsentProblem.CONFIRM_FIRST.because("The newsletter is confirmed with a code.");
        }
        if (decision.consents()) {
            subjects.requireMayConsent(subject);
        }
        return database.asCaller(tx -> decide(tx, subject, about, decision, noticeVersion, language, WEB));
    }

    /** In the transaction of whoever has made sure that the person may decide. */
    Decided decide(
            Transaction tx,
            Subject subject,
            Asked about,
            Decision decision,
            @Nullable Long noticeVersion,
            String language,
            String collectionMethod) {
        TermsVersion notice = notice(tx, about.requirePurpose(), decision, noticeVersion);
        List<UUID> aliases = decisions.aliases(tx, subject.alias());
        aliases.forEach(alias -> decisions.lock(tx, alias));
        List<Consent> before = consents.about(tx, aliases, about.controller(), about.purpose());
        consents.answered(tx, aliases, about.controller(), about.purpose());
        Optional<EventType> event = Transitions.of(together(before, clock.instant()), decision);
        if (event.isEmpty()) {
            return new Decided(view(tx, before.getFirst()), false);
        }
        var how = circumstances(subject, notice, language, collectionMethod);
        Consent after = write(tx, subject, about, before, event.get(), how);
        return new Decided(view(tx, after), true);
    }

    List<ConsentView> of(Subject subject) {
        return database.asCaller(tx -> {
            Set<Asked> seen = new HashSet<>();
            return consents.latest(tx, subject.aliases()).stream()
                    .filter(consent -> seen.add(new Asked(consent.controller(), consent.purpose())))
                    .map(consent -> view(tx, consent))
                    .toList();
        });
    }

    /** The consent with every event of it. */
    ConsentHistory history(Subject subject, UUID consentId) {
        return database.asCaller(tx -> {
            Consent consent = consents.byId(tx, consentId)
                    .filter(found -> subject.aliases().contains(found.alias()))
                    .orElseThrow(() -> ConsentProblem.CONSENT_NOT_FOUND.because("No such consent of yours."));
            record(tx, subject, "consent-history-read", consent);
            return ConsentHistory.of(view(tx, consent), consents.ledger(tx, consentId));
        });
    }

    private Consent write(
            Transaction tx, Subject subject, Asked about, List<Consent> before, EventType event, Circumstances how) {
        List<UUID> told = new ArrayList<>(before.stream().map(Consent::alias).toList());
        if (!told.contains(subject.alias())) {
            told.add(subject.alias());
            told.sort(Comparator.naturalOrder());
        }
        Consent own = null;
        for (UUID alias : told) {
            Optional<Consent> earlier =
                    before.stream().filter(one -> one.alias().equals(alias)).findFirst();
            Consent after = ledger.append(tx, alias, earlier, about, event, how);
            own = own == null || alias.equals(subject.alias()) ? after : own;
        }
        Consent shown = Objects.requireNonNull(own);
        record(tx, subject, "consent-" + event.name().toLowerCase(Locale.ROOT), shown);
        return shown;
    }

    /** What holds for the person: a consent only if it holds under every alias that has a say. */
    static @Nullable ConsentState together(List<Consent> consents, Instant now) {
        return consents.stream()
                .filter(consent -> !consent.holds(now))
                .max(Comparator.comparing(Consent::decidedAt))
                .map(consent -> consent.state() == ConsentState.GRANTED ? ConsentState.EXPIRED : consent.state())
                .or(() -> consents.stream().findFirst().map(Consent::state))
                .orElse(null);
    }

    /** Whoever consents has seen the text that applies now; taking back needs to have read nothing. */
    TermsVersion notice(Transaction tx, ConsentPurpose purpose, Decision decision, @Nullable Long shown) {
        TermsVersion current = terms.current(tx, purpose.notice());
        boolean informed = shown != null && shown == current.version();
        if (!informed && decision.consents()) {
            throw ConsentProblem.NOTICE_NOT_CURRENT.because(
                    "Version %d of %s applies now.".formatted(current.version(), current.termsId()));
        }
        return current;
    }

    private Circumstances circumstances(
            Subject subject, TermsVersion notice, String language, String collectionMethod) {
        return new Circumstances(
                subject.actor().alias().toString(),
                subject.actor().acr(),
                login.at(),
                subject.represented(),
                notice.termsId(),
                notice.version(),
                notice.sha256(),
                language,
                collectionMethod);
    }

    private ConsentView view(Transaction tx, Consent consent) {
        return ConsentView.of(consent, clock.instant(), decisions.effects(tx, consent.alias()));
    }

    private void record(Transaction tx, Subject subject, String action, Consent consent) {
        audit.record(
                tx,
                AuditEntry.by(subject.actor())
                        .did(action)
                        .to("consent", consent.consentId())
                        .of(consent.alias())
                        .because(subject.purpose())
                        .forController(
                                consent.controller().equals(ConsentPurpose.PLATFORM) ? null : consent.controller()));
    }

    /** What a decision is about: one purpose of one controller. */
    record Asked(String controller, String purpose) {

        ConsentPurpose requirePurpose() {
            ConsentPurpose known = ConsentPurpose.of(purpose)
                    .filter(found -> found.ofPlatform() == controller.equals(ConsentPurpose.PLATFORM))
                    .orElseThrow(() -> ConsentProblem.UNKNOWN_PURPOSE.because(
                            "Purposes of the platform have the controller platform, all others an organisation."));
            if (!known.ofPlatform()) {
                OrganizationNumber unused = OrganizationNumber.of(controller);
            }
            return known;
        }
    }

    /** What holds now, and whether it was decided just now. */
    record Decided(ConsentView consent, boolean now) {}
}
