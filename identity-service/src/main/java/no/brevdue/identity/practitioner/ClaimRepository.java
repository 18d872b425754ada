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
class ClaimRepository {

    private static final String SELECT = """
            select id, organization, hpr_number, alias, matched, claimed_at, expires_at from practitioner_claim
            where decided_at is null and expires_at > :now and\s""";

    /** A claim made again replaces the one of before. */
    void add(Transaction tx, Claim claim) {
        tx.handle()
                .createUpdate("""
                        insert into practitioner_claim (id, organization, hpr_number, alias, matched, claimed_at, expires_at)
                        values (:id, :organization, :hprNumber, :alias, :matched, :claimedAt, :expiresAt)
                        on conflict (organization, hpr_number, alias) where decided_at is null do update
                            set matched = excluded.matched, claimed_at = excluded.claimed_at,
                                expires_at = excluded.expires_at""")
                .bind("id", claim.id())
                .bind("organization", claim.organization())
                .bind("hprNumber", claim.hprNumber())
                .bind("alias", claim.alias())
                .bind("matched", claim.matched())
                .bind("claimedAt", claim.claimedAt())
                .bind("expiresAt", claim.expiresAt())
                .execute();
    }

    List<Claim> ofPerson(Transaction tx, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createQuery(SELECT + "alias = any(:aliases) order by claimed_at, id")
                .bindArray("aliases", UUID.class, aliases)
                .bind("now", now)
                .map(RecordMapper.of(Claim.class))
                .list();
    }

    List<Claim> ofOrganization(Transaction tx, OrganizationNumber organization, Instant now) {
        return tx.handle()
                .createQuery(SELECT + "organization = :organization order by claimed_at, id")
                .bind("organization", organization.value())
                .bind("now", now)
                .map(RecordMapper.of(Claim.class))
                .list();
    }

    Optional<Claim> lock(Transaction tx, OrganizationNumber organization, UUID id, Instant now) {
        return tx.handle()
                .createQuery(SELECT + "organization = :organization and id = :id for update")
                .bind("organization", organization.value())
                .bind("id", id)
                .bind("now", now)
                .map(RecordMapper.of(Claim.class))
                .findOne();
    }

    void decide(Transaction tx, UUID id, boolean confirmed, Instant now) {
        tx.handle()
                .createUpdate("update practitioner_claim set decided_at = :now, confirmed = :confirmed where id = :id")
                .bind("id", id)
                .bind("confirmed", confirmed)
                .bind("now", now)
                .execute();
    }

    /** Claims nobody decided about in time. */
    void forget(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("delete from practitioner_claim where decided_at is null and expires_at <= :now")
                .bind("now", now)
                .execute();
    }
}
