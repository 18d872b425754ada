package no.brevdue.platform.caller;

import no.brevdue.platform.database.CurrentScope;
import no.brevdue.platform.database.RowScope;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the database whose rows the current caller may see: a person's own, or an organisation's. */
@ApplicationScoped
class CallerScope implements CurrentScope {

    private final CurrentCaller current;

    CallerScope(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public RowScope scope() {
        return current.find().map(CallerScope::of).orElse(RowScope.NOBODY);
    }

    private static RowScope of(Caller caller) {
        return switch (caller) {
            case Caller.Citizen citizen -> new RowScope(citizen.alias().toString(), "");
            case Caller.ClientSystem system ->
                new RowScope("", system.consumer().value());
            case Caller.HealthWorker worker ->
                new RowScope("", worker.organization().value());
            case Caller.Operator ignored -> RowScope.NOBODY;
            case Caller.ServiceAccount ignored -> RowScope.NOBODY;
        };
    }
}
