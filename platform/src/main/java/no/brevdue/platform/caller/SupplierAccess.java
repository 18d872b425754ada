package no.brevdue.platform.caller;

import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which suppliers an organisation lets act in its name, in the table of {@code supplier_access.sql}. identity-service keeps
 * the register there; a service that admits client systems feeds a copy from its projection of identity facts.
 */
@ApplicationScoped
public class SupplierAccess {

    private final Database database;

    SupplierAccess(Database database) {
        this.database = database;
    }

    /** False if something as new or newer was heard of this pair before: then nothing changes. */
    public boolean apply(Transaction tx, SupplierAccessChanged fact) {
        return tx.handle()
                        .createUpdate("""
                                insert into supplier_access (organization, supplier, version, scopes)
                                values (:organization, :supplier, :version, :scopes)
                                on conflict (organization, supplier) do update
                                    set version = excluded.version, scopes = excluded.scopes
                                where supplier_access.version < excluded.version""")
                        .bind("organization", fact.organization())
                        .bind("supplier", fact.supplier())
                        .bind("version", fact.version())
                        .bindArray("scopes", String.class, fact.scopes())
                        .execute()
                == 1;
    }

    boolean allows(OrganizationNumber organization, OrganizationNumber supplier, String scope) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select exists (
                            select from supplier_access
                            where organization = :organization and supplier = :supplier and :scope = any(scopes))""")
                .bind("organization", organization.value())
                .bind("supplier", supplier.value())
                .bind("scope", scope)
                .mapTo(Boolean.class)
                .one());
    }
}
