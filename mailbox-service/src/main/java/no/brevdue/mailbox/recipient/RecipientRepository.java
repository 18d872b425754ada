package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.mapper.RowMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RecipientRepository {

    /** Without the representations, which stand in a table of their own. */
    private static final RowMapper<Recipient> RECIPIENT = (row, context) -> new Recipient(
            row.getObject("person_id", UUID.class),
            row.getLong("version"),
            row.getBoolean("in_doubt"),
            new PersonFacts(
                    row.getObject("birth_date", LocalDate.class),
                    row.getBoolean("deceased"),
                    row.getBoolean("address_protected"),
                    row.getBoolean("digital_opt_out"),
                    row.getBoolean("email_usable"),
                    row.getBoolean("sms_usable"),
                    Language.valueOf(row.getString("language")),
                    ReadingPlan.alone(row.getObject("reads_own_from", LocalDate.class))));

    private final PlanRepository plans;

    RecipientRepository(PlanRepository plans) {
        this.plans = plans;
    }

    Optional<Recipient> lock(Transaction tx, UUID personId) {
        return tx.handle()
                .createQuery("select * from recipient where person_id = :person for update")
                .bind("person", personId)
                .map(RECIPIENT)
                .findOne()
                .map(recipient ->
                        recipient.represented(plans.of(tx, List.of(personId)).get(personId)));
    }

    /** Keeps the newer of what is stored and what is given; the same version replaces, since it carries the whole state. */
    void save(Transaction tx, Recipient recipient) {
        PersonFacts facts = recipient.facts();
        int kept = tx.handle()
                .createUpdate("""
                        insert into recipient (person_id, version, in_doubt, birth_date, deceased, address_protected,
                            digital_opt_out, email_usable, sms_usable, language, reads_own_from)
                        values (:person, :version, :in_doubt, :birth_date, :deceased, :address_protected,
                            :digital_opt_out, :email_usable, :sms_usable, :language, :reads_own_from)
                        on conflict (person_id) do update set version = excluded.version,
                            in_doubt = excluded.in_doubt, birth_date = excluded.birth_date,
                            deceased = excluded.deceased, address_protected = excluded.address_protected,
                            digital_opt_out = excluded.digital_opt_out, email_usable = excluded.email_usable,
                            sms_usable = excluded.sms_usable, language = excluded.language,
                            reads_own_from = excluded.reads_own_from
                        where recipient.version <= excluded.version""")
                .bind("person", recipient.personId())
                .bind("version", recipient.version())
                .bind("in_doubt", recipient.inDoubt())
                .bind("birth_date", facts.birthDate())
                .bind("deceased", facts.deceased())
                .bind("address_protected", facts.addressProtected())
                .bind("digital_opt_out", facts.digitalOptOut())
                .bind("email_usable", facts.emailUsable())
                .bind("sms_usable", facts.smsUsable())
                .bind("language", facts.language())
                .bind("reads_own_from", facts.plan().readsOwnFrom())
                .execute();
        if (kept == 1) {
            plans.replace(tx, recipient.personId(), facts.plan().representations());
        }
    }

    void refuse(Transaction tx, UUID alias, String reason) {
        tx.handle()
                .createUpdate("""
                        insert into registration_refusal (alias, reason) values (:alias, :reason)
                        on conflict (alias) do update set reason = excluded.reason""")
                .bind("alias", alias)
                .bind("reason", reason)
                .execute();
    }

    void forgetRefusal(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("select forget_refusal(:alias)")
                .bind("alias", alias)
                .execute();
    }

    Map<UUID, Recipient> byAlias(Transaction tx, Collection<UUID> aliases) {
        Map<UUID, Recipient> found = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select l.alias, r.person_id, r.version, r.birth_date, r.deceased, r.address_protected,
                            r.digital_opt_out, r.email_usable, r.sms_usable, r.language, r.reads_own_from,
                            r.in_doubt or exists (
                                select from parked_key p
                                where p.topic = 'identity.events.v1' and p.key = r.person_id::text) as in_doubt
                        from alias_link l join recipient r using (person_id) where l.alias = any(:aliases)""")
                .bindArray("aliases", UUID.class, aliases)
                .map((row, context) -> Map.entry(row.getObject("alias", UUID.class), RECIPIENT.map(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        Map<UUID, List<Representation>> representations =
                plans.of(tx, found.values().stream().map(Recipient::personId).toList());
        found.replaceAll((alias, recipient) -> recipient.represented(representations.get(recipient.personId())));
        return found;
    }

    Optional<UUID> alias(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select alias from alias_link where person_id = :person order by alias limit 1")
                .bind("person", person)
                .mapTo(UUID.class)
                .findOne();
    }

    Set<UUID> reportedDead(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select l.alias from alias_link l join recipient r using (person_id)
                        where l.alias = any(:aliases) and r.deceased""")
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(UUID.class)
                .set();
    }

    Optional<Language> language(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select language from recipient where person_id = person_of(:alias)")
                .bind("alias", alias)
                .mapTo(Language.class)
                .findOne();
    }

    Optional<Instant> heardAt(Transaction tx, String topic) {
        return tx.handle()
                .createQuery("select min(heard_at) from projection_source where topic = :topic")
                .bind("topic", topic)
                .mapTo(Instant.class)
                .findOne();
    }

    Map<UUID, String> refusals(Transaction tx, Collection<UUID> aliases) {
        Map<UUID, String> found = new HashMap<>();
        tx.handle()
                .createQuery("select alias, reason from registration_refusal where alias = any(:aliases)")
                .bindArray("aliases", UUID.class, aliases)
                .map((row, context) -> Map.entry(row.getObject("alias", UUID.class), row.getString("reason")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
