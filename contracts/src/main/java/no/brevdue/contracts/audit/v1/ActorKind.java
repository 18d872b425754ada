package no.brevdue.contracts.audit.v1;

/** Who acted. */
public enum ActorKind {
    /** A citizen, logged in. */
    PERSON,

    /** A system of an organisation. */
    ORGANIZATION,

    /** A named health worker. */
    HEALTH_WORKER,

    /** Somebody who runs the platform. */
    OPERATOR,

    /** One of our own services, acting by itself. */
    SERVICE
}
