package no.brevdue.mailbox.supplier;

import no.brevdue.platform.caller.Caller.ClientSystem;

/** Otherwise a supplier that sends for an organisation could let itself, or others, follow it for ever. */
public final class OrganizationItself {

    private OrganizationItself() {}

    public static void require(ClientSystem caller) {
        if (caller.supplier() != null) {
            throw SupplierProblem.SUPPLIER_ACTS_FOR_ITSELF.because("The token names a supplier.");
        }
    }
}
