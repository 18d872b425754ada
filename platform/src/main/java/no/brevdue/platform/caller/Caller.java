package no.brevdue.platform.caller;

import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Somebody, or something, whose token has been verified and who may make this request. */
public sealed interface Caller {

    /** A person who has logged in; known by alias only, the number stays in the token. */
    record Citizen(UUID alias, Level level, String acr) implements Caller {}

    /** A system acting for {@code consumer}; {@code supplier} runs it for them, if that is somebody else. */
    record ClientSystem(
            OrganizationNumber consumer, @Nullable OrganizationNumber supplier, String clientId) implements Caller {}

    /** Authorised health personnel (HPR), working for an organisation. */
    record HealthWorker(String hprNumber, OrganizationNumber organization) implements Caller {}

    /** One of the people who run the platform. */
    record Operator(String subject) implements Caller {}

    /** One of our own services. */
    record ServiceAccount(String service) implements Caller {}
}
