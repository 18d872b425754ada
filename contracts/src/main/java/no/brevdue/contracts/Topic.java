package no.brevdue.contracts;

import no.brevdue.contracts.accesslog.v1.AccessLogEvent;
import no.brevdue.contracts.audit.v1.AuditEvent;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.notification.v1.NotificationEvent;
import no.brevdue.contracts.registration.v1.RegistrationEvent;

import java.util.Arrays;

/** The topics: what each carries, and which service may write it. */
public enum Topic {
    IDENTITY_EVENTS("identity.events.v1", "identity", IdentityEvent.class),
    /** Sealed identity numbers and names: readable by identity-service alone, kept for seven days. */
    IDENTITY_REGISTRATIONS("identity.registrations.v1", "mailbox", RegistrationEvent.class),
    CONSENT_EVENTS("consent.events.v1", "consent", ConsentEvent.class),
    MAILBOX_EVENTS("mailbox.events.v1", "mailbox", MailboxEvent.class),
    NOTIFICATION_EVENTS("notification.events.v1", "notification", NotificationEvent.class),
    AUDIT_EVENTS("audit.events.v1", "audit", AccessLogEvent.class),
    /** Written by every service; {@code ce_source} says by which. */
    AUDIT_ENTRIES("audit.entries.v1", "*", AuditEvent.class);

    /** Partitions of every topic. An outbox shard is a partition, so this number never changes within v1. */
    public static final int PARTITIONS = 12;

    private final String address;
    private final String owner;
    private final Class<? extends Event> family;

    Topic(String address, String owner, Class<? extends Event> family) {
        this.address = address;
        this.owner = owner;
        this.family = family;
    }

    public String address() {
        return address;
    }

    /** The one service whose facts are believed here, or {@code *} where every service writes. */
    public String owner() {
        return owner;
    }

    /** Whether a record that says it comes from {@code source} is believed on this topic. */
    public boolean mayCarry(String source) {
        return owner.equals("*") || owner.equals(source);
    }

    /** The topic a family of facts travels on. */
    public static Topic carrying(Class<? extends Event> fact) {
        return Arrays.stream(values())
                .filter(topic -> topic.family.isAssignableFrom(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries " + fact));
    }
}
