package no.brevdue.identity.registration;

import no.brevdue.contracts.registration.v1.NameCheckRequested;
import no.brevdue.contracts.registration.v1.RegistrationEvent;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.identity.name.NameCheckService;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import java.util.Base64;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores requests as they arrive. No register is asked here: a slow one must not hold up the facts behind it. */
@ApplicationScoped
class RegistrationProjection implements Projection<RegistrationEvent> {

    private final RegistrationRepository registrations;
    private final NameCheckService names;
    private final JobRunner jobs;

    RegistrationProjection(RegistrationRepository registrations, NameCheckService names, JobRunner jobs) {
        this.registrations = registrations;
        this.names = names;
        this.jobs = jobs;
    }

    @Override
    public Class<RegistrationEvent> family() {
        return RegistrationEvent.class;
    }

    /** One that cannot be read is asked again or goes back to its sender; the others of its alias do not build on it. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void apply(Transaction tx, Received<RegistrationEvent> fact) {
        switch (fact.event()) {
            case RegistrationRequested request -> {
                registrations.add(
                        tx,
                        request.alias(),
                        request.requestId(),
                        Base64.getUrlDecoder().decode(request.sealedNumber()),
                        fact.at());
                tx.afterCommit(() -> jobs.wake(RegistrationJob.class));
            }
            case NameCheckRequested question -> names.ask(tx, question, fact.at());
        }
    }
}
