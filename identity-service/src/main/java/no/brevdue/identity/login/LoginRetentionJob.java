package no.brevdue.identity.login;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes logins that have been kept for long enough. */
@ApplicationScoped
class LoginRetentionJob implements Job {

    private final LoginService logins;

    LoginRetentionJob(LoginService logins) {
        this.logins = logins;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        logins.forgetOld();
        return false;
    }
}
