package no.brevdue.identity.organization;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Managers and superusers. A request reads its own roles, and a manager those of the organisation. */
@ApplicationScoped
class RoleRepository {

    /** Nobody uses the login of the dead for what they answered for; the policies show callers their own row alone. */
    private static final String AND_ALIVE = " and not exists (select from person where deceased)";

    /** Whoever is named now is responsible from now on. */
    void activate(Transaction tx, OrganizationNumber organization, UUID manager, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into activation (organization, manager, activated_at)
                        values (:organization, :manager, :now)
                        on conflict (organization) do update set manager = excluded.manager""")
                .bind("organization", organization.value())
                .bind("manager", manager)
                .bind("now", now)
                .execute();
    }

    boolean isManager(Transaction tx, OrganizationNumber organization) {
        return exists(
                tx,
                "select exists (select from activation where organization = :organization)" + AND_ALIVE,
                organization);
    }

    /** The policies show a superuser their own row, a manager everybody's: hence the aliases. */
    boolean isSuperuser(Transaction tx, OrganizationNumber organization) {
        return exists(
                tx,
                "select exists (select from superuser where organization = :organization"
                        + " and dismissed_at is null and alias = any (caller_aliases()))" + AND_ALIVE,
                organization);
    }

    private static boolean exists(Transaction tx, String sql, OrganizationNumber organization) {
        return tx.handle()
                .createQuery(sql)
                .bind("organization", organization.value())
                .mapTo(Boolean.class)
                .one();
    }

    List<Appointment> superusers(Transaction tx, OrganizationNumber organization) {
        return tx.handle()
                .createQuery("""
                        select id, alias, appointed_at from superuser
                        where organization = :organization and dismissed_at is null order by appointed_at, id""")
                .bind("organization", organization.value())
                .map(RecordMapper.of(Appointment.class))
                .list();
    }

    /** The appointment that stands: this one, or the same of before. */
    UUID appoint(Transaction tx, OrganizationNumber organization, UUID alias, Instant now) {
        return tx.handle()
                .createQuery("""
                        with fresh as (
                            insert into superuser (id, organization, alias, appointed_at)
                            values (gen_random_uuid(), :organization, :alias, :now)
                            on conflict (organization, alias) where dismissed_at is null do nothing
                            returning id)
                        select id from fresh union all
                        select id from superuser
                        where organization = :organization and alias = :alias and dismissed_at is null limit 1""")
                .bind("organization", organization.value())
                .bind("alias", alias)
                .bind("now", now)
                .mapTo(UUID.class)
                .one();
    }

    void dismiss(Transaction tx, UUID id, Instant now) {
        tx.handle()
                .createUpdate("update superuser set dismissed_at = :now where id = :id and dismissed_at is null")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /** Somebody looks after an organisation. */
    record Appointment(UUID id, UUID alias, Instant appointedAt) {}
}
