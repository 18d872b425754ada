package no.brevdue.mailbox.inbox;

import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.identity.OrganizationNumber;

/** Whoever takes what an organisation gets: one of its systems, or somebody who works there. */
public record CopyReceiver(Caller caller, OrganizationNumber organization) {

    public static CopyReceiver of(Caller caller) {
        return switch (caller) {
            case Caller.ClientSystem system -> new CopyReceiver(system, system.consumer());
            case Caller.HealthWorker worker -> new CopyReceiver(worker, worker.organization());
            case Caller.Citizen other -> throw unexpected(other);
            case Caller.Operator other -> throw unexpected(other);
            case Caller.ServiceAccount other -> throw unexpected(other);
        };
    }

    private static IllegalStateException unexpected(Caller other) {
        return new IllegalStateException(
                "No organisation stands behind a " + other.getClass().getSimpleName());
    }
}
