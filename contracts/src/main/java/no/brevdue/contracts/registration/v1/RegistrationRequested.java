package no.brevdue.contracts.registration.v1;

import java.util.UUID;

/**
 * A letter is addressed to somebody unknown. Only identity-service can open the sealed number; it answers with
 * PersonRegistered or RegistrationRefused.
 *
 * @param alias alias of the number; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param requestId the request; bound to the seal together with the alias
 * @param sealedNumber the national identity number, sealed with HPKE to identity-service, base64url without padding
 */
public record RegistrationRequested(UUID alias, long version, UUID requestId, String sealedNumber)
        implements RegistrationEvent {

    @Override
    public String key() {
        return alias.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
