package no.brevdue.audit.access;

import no.brevdue.audit.decision.Grounds;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.AliasLinks;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** Who has been at my data? */
@ApplicationScoped
class AccessLogService {

    private final Database database;
    private final AliasLinks links;
    private final AccessLogRepository entries;
    private final DeathRepository deaths;
    private final Grounds grounds;
    private final AuditTrail trail;

    AccessLogService(
            Database database,
            AliasLinks links,
            AccessLogRepository entries,
            DeathRepository deaths,
            Grounds grounds,
            AuditTrail trail) {
        this.database = database;
        this.links = links;
        this.entries = entries;
        this.deaths = deaths;
        this.grounds = grounds;
        this.trail = trail;
    }

    /** Reading is recorded in the same transaction; that entry shows on the next read. Nobody reads with the login of the dead. */
    AccessLogPage read(Caller.Citizen citizen, Cursor after, int limit) {
        if (database.asWorker(tx -> deaths.isReported(tx, citizen.alias()))) {
            throw AccessLogProblem.READER_REPORTED_DEAD.because("The population register reports this person's death.");
        }
        return database.asCaller(tx -> {
            List<UUID> aliases = links.aliasesOfSamePerson(tx, citizen.alias());
            List<AccessLogRow> rows = entries.page(tx, aliases, after, limit + 1);
            trail.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("access-log-read")
                            .to("access-log", "own")
                            .of(citizen.alias())
                            .because("own-use"));
            Set<String> controllers = rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.organization()))
                    .collect(Collectors.toSet());
            return AccessLogPage.of(rows, limit, aliases, grounds.of(tx, aliases, controllers));
        });
    }
}
