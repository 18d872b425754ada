package no.brevdue.identity.supplier;

import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SupplierRepository {

    private static final String FACT = "organization, supplier, version, scopes";

    /** The next version of what a supplier may do; empty if that is nothing new. */
    Optional<SupplierAccessChanged> let(
            Transaction tx, String organization, String supplier, Collection<String> scopes, Instant now) {
        return tx.handle()
                .createQuery("""
                        insert into supplier_access (organization, supplier, version, scopes, changed_at)
                        values (:organization, :supplier, 1, :scopes, :now)
                        on conflict (organization, supplier) do update
                            set version = supplier_access.version + 1, scopes = excluded.scopes, changed_at = :now
                        where supplier_access.scopes <> excluded.scopes
                        returning\s""" + FACT)
                .bind("organization", organization)
                .bind("supplier", supplier)
                .bindArray("scopes", String.class, scopes)
                .bind("now", now)
                .map(SupplierRepository::fact)
                .findOne();
    }

    /** Empty if there is nothing to end. */
    Optional<SupplierAccessChanged> end(Transaction tx, String organization, String supplier, Instant now) {
        return tx.handle()
                .createQuery("""
                        update supplier_access set version = version + 1, scopes = '{}', changed_at = :now
                        where organization = :organization and supplier = :supplier and scopes <> '{}'
                        returning\s""" + FACT)
                .bind("organization", organization)
                .bind("supplier", supplier)
                .bind("now", now)
                .map(SupplierRepository::fact)
                .findOne();
    }

    List<RegisteredSupplier> all(Transaction tx, String organization) {
        return tx.handle()
                .createQuery("""
                        select supplier, scopes, changed_at from supplier_access
                        where organization = :organization order by changed_at desc, supplier limit 1000""")
                .bind("organization", organization)
                .map(RecordMapper.of(RegisteredSupplier.class))
                .list();
    }

    /** Unchanged until the transaction ends. */
    List<SupplierAccessChanged> shareAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("select " + FACT + """
                         from supplier_access where organization || '-' || supplier > :key
                        order by organization, supplier limit :limit for share""")
                .bind("key", key)
                .bind("limit", limit)
                .map(SupplierRepository::fact)
                .list();
    }

    private static SupplierAccessChanged fact(ResultSet row, StatementContext context) throws SQLException {
        return new SupplierAccessChanged(
                row.getString("organization"), row.getString("supplier"), row.getLong("version"), Arrays.asList((String
                                [])
                        row.getArray("scopes").getArray()));
    }
}
