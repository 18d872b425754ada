package no.brevdue.identity.notice;

import java.time.Instant;

/** An address that somebody wants to use and has not proven to read yet. */
public record PendingEmail(String address, Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingEmail[***]";
    }
}
