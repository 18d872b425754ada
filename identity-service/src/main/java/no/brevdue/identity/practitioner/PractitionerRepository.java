package no.brevdue.identity.practitioner;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PractitionerRepository {

    private static final String SELECT =
            "select id, organization, hpr_number, alias, verified_by, standing, since from practitioner ";

    Optional<Practitioner> find(Transaction tx, OrganizationNumber organization, HprNumber hprNumber) {
        return tx.handle()
                .createQuery(SELECT + "where organization = :organization and hpr_number = :hprNumber")
                .bind("organization", organization.value())
                .bind("hprNumber", hprNumber.value())
                .map(RecordMapper.of(Practitioner.class))
                .findOne();
    }

    Optional<Practitioner> lock(Transaction tx, OrganizationNumber organization, UUID id) {
        return tx.handle()
                .createQuery(SELECT + "where organization = :organization and id = :id for update")
                .bind("organization", organization.value())
                .bind("id", id)
                .map(RecordMapper.of(Practitioner.class))
                .findOne();
    }

    List<Practitioner> ofOrganization(Transaction tx, OrganizationNumber organization) {
        return tx.handle()
                .createQuery(SELECT + "where organization = :organization order by hpr_number")
                .bind("organization", organization.value())
                .map(RecordMapper.of(Practitioner.class))
                .list();
    }

    List<Practitioner> ofPerson(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery(SELECT + "where alias = any(:aliases) order by organization, hpr_number")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Practitioner.class))
                .list();
    }

    /** HelseID has vouched for somebody nobody had heard of there; whoever is known stays as they are. */
    void seen(Transaction tx, OrganizationNumber organization, HprNumber hprNumber, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into practitioner (id, organization, hpr_number, verified_by, standing, since)
                        values (gen_random_uuid(), :organization, :hprNumber, 'HELSE_ID', 'ACTIVE', :now)
                        on conflict (organization, hpr_number) do nothing""")
                .bind("organization", organization.value())
                .bind("hprNumber", hprNumber.value())
                .bind("now", now)
                .execute();
    }

    /** Whoever is confirmed takes the place of whom that was before; what they may do stays as it is. */
    void confirm(Transaction tx, Claim claim, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into practitioner (id, organization, hpr_number, alias, verified_by, standing, since)
                        values (gen_random_uuid(), :organization, :hprNumber, :alias, 'SUPERUSER', 'ACTIVE', :now)
                        on conflict (organization, hpr_number) do update set alias = excluded.alias""")
                .bind("organization", claim.organization())
                .bind("hprNumber", claim.hprNumber())
                .bind("alias", claim.alias())
                .bind("now", now)
                .execute();
    }

    void change(Transaction tx, UUID id, Standing standing, Instant now) {
        tx.handle()
                .createUpdate("update practitioner set standing = :standing, since = :now where id = :id")
                .bind("id", id)
                .bind("standing", standing)
                .bind("now", now)
                .execute();
    }
}
