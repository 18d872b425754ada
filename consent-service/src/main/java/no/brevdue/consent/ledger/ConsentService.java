package no.brevdue.consent.ledger;

import no.brevdue.consent.basis.Bases;
import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.LedgerEntry.Circumstances;
import no.brevdue.consent.person.CurrentLogin;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.terms.TermsService;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Bases bases;
    private final ConsentViews views;
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
            Bases bases,
            ConsentViews views,
            CurrentLogin login,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.consents = consents;
        this.ledger = ledger;
        this.decisions = decisions;
        this.subjects = subjects;
        this.terms = terms;
        this.bases = bases;
        this.views = views;
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
        decisions.lock(tx, aliases);
        List<Consent> before = consents.about(tx, aliases, about.controller(), about.purpose());
        consents.answered(tx, aliases, about.controller(), about.purpose());
        Optional<EventType> event = Transitions.of(
                Together.state(before, clock.instant()), decision, isNewer(tx, before, notice, decision));
        if (event.isEmpty()) {
            return new Decided(views.of(tx, before), false);
        }
        var how = circumstances(tx, subject, about, notice, language, collectionMethod);
        return new Decided(views.of(tx, write(tx, subject, about, before, event.get(), how)), true);
    }

    /** Whether the person has another text before them than the one they consented to. */
    private boolean isNewer(Transaction tx, List<Consent> before, TermsVersion notice, Decision decision) {
        return decision.consents()
                && before.stream().anyMatch(consent -> consents.noticeOf(tx, consent.consentId()) < notice.version());
    }

    private List<Consent> write(
            Transaction tx, Subject subject, Asked about, List<Consent> before, EventType event, Circumstances how) {
        List<Consent> after = Together.written(before, subject.alias()).stream()
                .map(alias -> ledger.append(tx, alias, of(before, alias), about, event, how))
                .toList();
        record(
                tx,
                subject,
                "consent-" + event.name().toLowerCase(Locale.ROOT),
                of(after, subject.alias()).orElseThrow());
        return after;
    }

    private static Optional<Consent> of(List<Consent> consents, UUID alias) {
        return consents.stream().filter(one -> one.alias().equals(alias)).findFirst();
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
            Transaction tx,
            Subject subject,
            Asked about,
            TermsVersion notice,
            String language,
            String collectionMethod) {
        return new Circumstances(
                subject.actor().alias().toString(),
                subject.actor().acr(),
                login.at(),
                subject.represented(),
                bases.of(tx, about.controller(), about.purpose()).name(),
                notice.termsId(),
                notice.version(),
                notice.sha256(),
                language,
                collectionMethod);
    }

    private void record(Transaction tx, Subject subject, String action, Consent consent) {
        audit.record(
                tx,
                AuditEntry.by(subject.actor())
                        .did(action)
                        .to("consent", consent.consentId())
                        .of(consent.alias())
                        .because(subject.purpose())
                        .forController(consent.organization()));
    }

    /** What a decision is about: one purpose of one controller. */
    record Asked(String controller, String purpose) {

        static Asked of(Consent consent) {
            return new Asked(consent.controller(), consent.purpose());
        }

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
