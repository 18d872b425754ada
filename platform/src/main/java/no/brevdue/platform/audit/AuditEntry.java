package no.brevdue.platform.audit;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One act, said like a sentence: {@code AuditEntry.by(caller).did("letter-opened").to("delivery", id).of(alias).because("own-use")}.
 *
 * @param supplier organisation number of the supplier whose system the actor used, where there is one
 * @param subject alias of the person whose data it was, where there is one
 * @param organization organisation number of the controller concerned, where there is one
 */
public record AuditEntry(
        ActorKind actorKind,
        String actor,
        @Nullable String supplier,
        @Nullable UUID subject,
        String action,
        String purpose,
        String objectType,
        String object,
        @Nullable String organization,
        Outcome outcome) {

    public static AuditEntry by(Caller caller) {
        return switch (caller) {
            case Caller.Citizen citizen -> by(ActorKind.PERSON, citizen.alias().toString());
            case Caller.ClientSystem system ->
                by(ActorKind.ORGANIZATION, system.consumer().value()).through(system.supplier());
            case Caller.HealthWorker worker -> by(ActorKind.HEALTH_WORKER, worker.hprNumber());
            case Caller.Operator operator -> by(ActorKind.OPERATOR, operator.subject());
            case Caller.ServiceAccount service -> by(ActorKind.SERVICE, service.service());
        };
    }

    /** An act of one of our own services, on nobody's request. */
    public static AuditEntry bySystem(String service) {
        return by(ActorKind.SERVICE, service);
    }

    private static AuditEntry by(ActorKind kind, String actor) {
        return new AuditEntry(kind, actor, null, null, "", "", "", "", null, Outcome.DONE);
    }

    private AuditEntry through(@Nullable OrganizationNumber number) {
        return number == null
                ? this
                : new AuditEntry(
                        actorKind,
                        actor,
                        number.value(),
                        subject,
                        action,
                        purpose,
                        objectType,
                        object,
                        organization,
                        outcome);
    }

    public AuditEntry did(String what) {
        return new AuditEntry(
                actorKind, actor, supplier, subject, what, purpose, objectType, object, organization, outcome);
    }

    public AuditEntry to(String type, Object id) {
        return new AuditEntry(
                actorKind, actor, supplier, subject, action, purpose, type, id.toString(), organization, outcome);
    }

    public AuditEntry of(@Nullable UUID person) {
        return new AuditEntry(
                actorKind, actor, supplier, person, action, purpose, objectType, object, organization, outcome);
    }

    public AuditEntry because(String why) {
        return new AuditEntry(
                actorKind, actor, supplier, subject, action, why, objectType, object, organization, outcome);
    }

    public AuditEntry forController(@Nullable String number) {
        return new AuditEntry(
                actorKind, actor, supplier, subject, action, purpose, objectType, object, number, outcome);
    }

    public AuditEntry refused() {
        return new AuditEntry(
                actorKind,
                actor,
                supplier,
                subject,
                action,
                purpose,
                objectType,
                object,
                organization,
                Outcome.REFUSED);
    }
}
