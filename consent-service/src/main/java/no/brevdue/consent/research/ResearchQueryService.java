package no.brevdue.consent.research;

import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.research.ResearchQueryResource.ResearchAnswer;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers an organisation about one person. The worker role looks, since to requests the preference is the person's alone. */
@ApplicationScoped
class ResearchQueryService {

    private final Database database;
    private final ResearchContactRepository contacts;
    private final SubjectService subjects;
    private final Aliases aliases;
    private final NationalIdentityNumbers numbers;
    private final AliasLinks links;
    private final AuditTrail audit;

    ResearchQueryService(
            Database database,
            ResearchContactRepository contacts,
            SubjectService subjects,
            Aliases aliases,
            NationalIdentityNumbers numbers,
            AliasLinks links,
            AuditTrail audit) {
        this.database = database;
        this.contacts = contacts;
        this.subjects = subjects;
        this.aliases = aliases;
        this.numbers = numbers;
        this.links = links;
        this.audit = audit;
    }

    /** The dead are not contacted. */
    ResearchAnswer ask(ClientSystem organization, String person) {
        UUID alias = aliases.alias(numbers.parse(person));
        boolean dead = subjects.isDead(alias);
        return database.asWorker(tx -> {
            audit.record(
                    tx,
                    AuditEntry.by(organization)
                            .did("research-contact-asked-about")
                            .to("preference", "research-contact")
                            .of(alias)
                            .because("research")
                            .forController(organization.consumer().value()));
            ResearchContact said = contacts.latest(tx, links.aliasesOfSamePerson(tx, alias));
            return new ResearchAnswer(said.mayBeContacted() && !dead);
        });
    }
}
