package no.brevdue.consent.clinic;

import no.brevdue.consent.clinic.ConsentQueryResource.ConsentAnswer;
import no.brevdue.consent.clinic.ConsentQueryResource.ConsentAnswer.Said;
import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.consent.ledger.Consents;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers a clinic about one patient. */
@ApplicationScoped
class ConsentQueryService {

    private final Database database;
    private final Consents consents;
    private final SubjectService subjects;
    private final Aliases aliases;
    private final NationalIdentityNumbers numbers;
    private final AliasLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    ConsentQueryService(
            Database database,
            Consents consents,
            SubjectService subjects,
            Aliases aliases,
            NationalIdentityNumbers numbers,
            AliasLinks links,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.consents = consents;
        this.subjects = subjects;
        this.aliases = aliases;
        this.numbers = numbers;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    ConsentAnswer ask(Caller caller, String patient) {
        UUID alias = aliases.alias(numbers.parse(patient));
        String own = Clinics.of(caller).value();
        boolean dead = subjects.isDead(alias);
        return database.asCaller(tx -> {
            audit.record(
                    tx,
                    AuditEntry.by(caller)
                            .did("consent-asked-about")
                            .to("consent", ConsentPurpose.LETTERS.code())
                            .of(alias)
                            .because("administration")
                            .forController(own));
            ConsentAnswer answer = answer(tx, links.aliasesOfSamePerson(tx, alias), own);
            // The consent of the dead is deemed withdrawn; an annulled death gives it back.
            return dead && answer.said() == Said.GRANTED ? new ConsentAnswer(Said.WITHDRAWN, null) : answer;
        });
    }

    private ConsentAnswer answer(Transaction tx, List<UUID> all, String own) {
        String letters = ConsentPurpose.LETTERS.code();
        Said said = consents.state(tx, all, own, letters, clock.instant())
                .map(state -> Said.valueOf(state.name()))
                .orElse(Said.UNANSWERED);
        return new ConsentAnswer(said, said == Said.GRANTED ? consents.until(tx, all, own, letters) : null);
    }
}
