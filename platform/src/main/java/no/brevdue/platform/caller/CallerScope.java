package no.brevdue.platform.caller;

import no.brevdue.platform.database.CurrentScope;
import no.brevdue.platform.database.RowScope;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the database whose rows the current caller may see: a person's own, or an organisation's. */
@ApplicationScoped
class CallerScope implements CurrentScope {

    private final CurrentCaller current;
    private final Clock clock;

    CallerScope(CurrentCaller current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public RowScope scope() {
        return current.find().map(this::of).orElse(RowScope.NOBODY);
    }

    private RowScope of(Caller caller) {
        String today = NorwegianDay.of(clock.instant()).toString();
        return switch (caller) {
            case Caller.Citizen citizen -> new RowScope(citizen.alias().toString(), "", "", today);
            case Caller.ClientSystem system ->
                new RowScope("", system.consumer().value(), "", today);
            case Caller.HealthWorker worker ->
                new RowScope("", worker.organization().value(), worker.hprNumber(), today);
            case Caller.Operator ignored -> RowScope.NOBODY;
            case Caller.ServiceAccount ignored -> RowScope.NOBODY;
        };
    }
}
