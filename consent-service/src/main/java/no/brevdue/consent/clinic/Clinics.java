package no.brevdue.consent.clinic;

import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.identity.OrganizationNumber;

/** For which organisation somebody asks: a system for its owner, health personnel for where they are at work. */
public final class Clinics {

    private Clinics() {}

    public static OrganizationNumber of(Caller caller) {
        return switch (caller) {
            case Caller.ClientSystem system -> system.consumer();
            case Caller.HealthWorker worker -> worker.organization();
            case Caller.Citizen other -> throw new IllegalStateException("No organisation");
            case Caller.Operator other -> throw new IllegalStateException("No organisation");
            case Caller.ServiceAccount other -> throw new IllegalStateException("No organisation");
        };
    }
}
