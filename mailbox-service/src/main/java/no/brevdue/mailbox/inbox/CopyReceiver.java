package no.brevdue.mailbox.inbox;

import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.identity.OrganizationNumber;

/** Whoever takes the copies of an organisation: one of its systems, or somebody who works there. */
record CopyReceiver(Caller caller, OrganizationNumber organization) {

    static CopyReceiver of(Caller caller) {
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
