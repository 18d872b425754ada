package no.brevdue.contracts.identity.v1;

import java.util.UUID;

/**
 * There is no person behind this alias, and why. Letters that wait for it go back to their sender.
 *
 * @param alias the alias of the refused number; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param reason why
 */
public record RegistrationRefused(UUID alias, long version, RefusalReason reason) implements IdentityEvent {

    @Override
    public String key() {
        return alias.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
