package no.brevdue.platform.caller;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the request that is being answered, as {@link CallerFilter} admitted it. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller admitted;

    void admit(Caller caller) {
        admitted = caller;
    }

    /** Empty for public addresses. */
    public Optional<Caller> find() {
        return Optional.ofNullable(admitted);
    }

    public Caller caller() {
        return as(Caller.class);
    }

    public Caller.Citizen citizen() {
        return as(Caller.Citizen.class);
    }

    public Caller.ClientSystem clientSystem() {
        return as(Caller.ClientSystem.class);
    }

    public Caller.HealthWorker healthWorker() {
        return as(Caller.HealthWorker.class);
    }

    private <T extends Caller> T as(Class<T> kind) {
        if (!kind.isInstance(admitted)) {
            throw new IllegalStateException("This address declares no caller of kind " + kind.getSimpleName());
        }
        return kind.cast(admitted);
    }
}
