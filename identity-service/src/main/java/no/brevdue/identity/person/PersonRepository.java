package no.brevdue.identity.person;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

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
class PersonRepository {

    /** Without the number, which requests may not read. */
    private static final String COLUMNS = " p.id, p.version, p.birth_date, p.deceased, p.address_protected,"
            + " p.digital_opt_out, p.email_usable, p.sms_usable, p.language, p.plan ";

    private static final RowMapper<Person> PERSONS = RecordMapper.of(Person.class, ReadingPlan.class, new PlanColumn());

    /** Nobody else can decide about a person with one of these aliases until the transaction ends. */
    void lockAliases(Transaction tx, Collection<UUID> aliases) {
        tx.handle()
                .createQuery("""
                        select count(pg_advisory_xact_lock(hashtextextended(alias::text, 0)))
                        from (select alias from unnest(:aliases) as alias order by alias) as ordered""")
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(Long.class)
                .one();
    }

    Optional<UUID> idByAny(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("select distinct person_id from person_alias where alias = any(:aliases)")
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(UUID.class)
                .findOne();
    }

    Optional<Person> byAlias(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select" + COLUMNS
                        + "from person p join person_alias a on a.person_id = p.id where a.alias = :alias")
                .bind("alias", alias)
                .map(PERSONS)
                .findOne();
    }

    Map<UUID, Person> byAliases(Transaction tx, Collection<UUID> aliases) {
        Map<UUID, Person> found = new HashMap<>();
        tx.handle()
                .createQuery("select a.alias," + COLUMNS
                        + "from person p join person_alias a on a.person_id = p.id where a.alias = any(:aliases)")
                .bindArray("aliases", UUID.class, aliases)
                .map((row, context) -> Map.entry(row.getObject("alias", UUID.class), PERSONS.map(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    Person byId(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select" + COLUMNS + "from person p where p.id = :id")
                .bind("id", id)
                .map(PERSONS)
                .one();
    }

    /** The next persons, in the order of their ids, unchanged until the transaction ends; from the first if {@code key} is empty. */
    List<Person> shareAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("select" + COLUMNS + """
                        from person p where :key = '' or p.id > nullif(:key, '')::uuid
                        order by p.id limit :limit for share""")
                .bind("key", key)
                .bind("limit", limit)
                .map(PERSONS)
                .list();
    }

    /** The person, ours to change until the transaction ends. */
    Person forUpdate(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select" + COLUMNS + "from person p where p.id = :id for update")
                .bind("id", id)
                .map(PERSONS)
                .one();
    }

    void insert(Transaction tx, Person person, byte[] encryptedNumber, Instant registeredAt) {
        tx.handle()
                .createUpdate("""
                        insert into person (id, version, number, birth_date, deceased, address_protected,
                            digital_opt_out, email_usable, sms_usable, language, plan, registered_at)
                        values (:id, :version, :number, :birthDate, :deceased, :addressProtected,
                            :digitalOptOut, :emailUsable, :smsUsable, :language, :plan::jsonb, :registeredAt)""")
                .bindMethods(person)
                .bind("plan", PlanColumn.json(person.plan()))
                .bind("number", encryptedNumber)
                .bind("registeredAt", registeredAt)
                .execute();
    }

    /** The next version of a person, who can be reached differently from now on. */
    Person update(Transaction tx, UUID id, Contactability contactability) {
        return tx.handle()
                .createQuery("""
                        update person p set version = version + 1, digital_opt_out = :digitalOptOut,
                            email_usable = :emailUsable, sms_usable = :smsUsable, language = :language
                        where id = :id returning""" + COLUMNS)
                .bind("id", id)
                .bindMethods(contactability)
                .map(PERSONS)
                .one();
    }

    /** The next version of a person, of whom the register says something new. */
    Person update(Transaction tx, UUID id, RegisterFacts facts) {
        return tx.handle()
                .createQuery("""
                        update person p set version = version + 1, birth_date = :birthDate, deceased = :deceased,
                            address_protected = :addressProtected
                        where id = :id returning""" + COLUMNS)
                .bind("id", id)
                .bindMethods(facts)
                .map(PERSONS)
                .one();
    }

    /** The next version of a person, whose letters others may read from now on. */
    Person update(Transaction tx, UUID id, ReadingPlan plan) {
        return tx.handle()
                .createQuery("update person p set version = version + 1, plan = :plan::jsonb, warn_on = '-infinity'"
                        + " where id = :id returning"
                        + COLUMNS)
                .bind("id", id)
                .bind("plan", PlanColumn.json(plan))
                .map(PERSONS)
                .one();
    }

    /** The first plan of somebody of whom nobody has been told. */
    void begin(Transaction tx, UUID id, ReadingPlan plan) {
        tx.handle()
                .createUpdate("update person set plan = :plan::jsonb, warn_on = '-infinity' where id = :id")
                .bind("id", id)
                .bind("plan", PlanColumn.json(plan))
                .execute();
    }

    /** The first version that others are told of. */
    Person announce(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("update person p set version = 1 where id = :id and version = 0 returning" + COLUMNS)
                .bind("id", id)
                .map(PERSONS)
                .one();
    }

    /** Those whose plan may change something soon, locked; what another replica works on is skipped. */
    List<Person> lockToWarn(Transaction tx, LocalDate today, int limit) {
        return tx.handle()
                .createQuery("select" + COLUMNS + """
                        from person p where p.warn_on <= :today and p.merged_into is null
                        order by p.warn_on, p.id limit :limit for update skip locked""")
                .bind("today", today)
                .bind("limit", limit)
                .map(PERSONS)
                .list();
    }

    void warnAgain(Transaction tx, UUID id, @Nullable LocalDate day) {
        tx.handle()
                .createUpdate("update person set warn_on = :day where id = :id")
                .bind("id", id)
                .bind("day", day)
                .execute();
    }

    List<Person> representedBy(Transaction tx, Collection<UUID> representative) {
        List<String> patterns = representative.stream()
                .map("{\"representations\": [{\"representative\": \"%s\"}]}"::formatted)
                .toList();
        return tx.handle()
                .createQuery("select" + COLUMNS
                        + "from person p where p.plan @> any(:patterns::text[]::jsonb[]) and p.merged_into is null"
                        + " order by p.id")
                .bindArray("patterns", String.class, patterns)
                .map(PERSONS)
                .list();
    }

    /** True when the alias was not theirs before. */
    boolean link(Transaction tx, UUID alias, UUID id) {
        return tx.handle()
                        .createUpdate(
                                "insert into person_alias (alias, person_id) values (:alias, :id) on conflict do nothing")
                        .bind("alias", alias)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    List<UUID> aliases(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select alias from person_alias where person_id = :id order by alias")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }

    byte[] encryptedNumber(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select number from person where id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one();
    }

    /** False if the register has told something newer before. */
    boolean answered(Transaction tx, UUID id, long sequence, Instant asOf) {
        return tx.handle()
                        .createUpdate("""
                                update person set population_sequence = :sequence, population_as_of = :asOf
                                where id = :id and population_sequence <= :sequence""")
                        .bind("id", id)
                        .bind("sequence", sequence)
                        .bind("asOf", asOf)
                        .execute()
                == 1;
    }

    Map<UUID, byte[]> encryptedNumbers(Transaction tx, Collection<UUID> ids) {
        return secrets(tx, "select id, number as secret from person where id = any(:ids)", ids);
    }

    /** In the order of their ids, as everybody locks who locks several. */
    Map<UUID, byte[]> lockLastAnswers(Transaction tx, Collection<UUID> ids) {
        return secrets(tx, """
                select id, population_answer as secret from person
                where id = any(:ids) and population_answer is not null order by id for update""", ids);
    }

    private static Map<UUID, byte[]> secrets(Transaction tx, String sql, Collection<UUID> ids) {
        Map<UUID, byte[]> found = new HashMap<>();
        tx.handle()
                .createQuery(sql)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("secret")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Of those whose rows are locked; without those of whom the register has told something newer before. */
    Set<UUID> answeredAgain(Transaction tx, Map<UUID, Long> sequences, Instant asOf) {
        List<UUID> ids = List.copyOf(sequences.keySet());
        return tx.handle()
                .createQuery("""
                        update person p set population_sequence = told.sequence, population_as_of = :asOf
                        from unnest(:ids, :sequences) as told (id, sequence)
                        where p.id = told.id and p.population_sequence <= told.sequence
                        returning p.id""")
                .bindArray("ids", UUID.class, ids)
                .bindArray(
                        "sequences",
                        Long.class,
                        ids.stream().map(sequences::get).toList())
                .bind("asOf", asOf)
                .mapTo(UUID.class)
                .set();
    }

    void keepLastAnswer(Transaction tx, UUID id, byte[] encrypted) {
        tx.handle()
                .createUpdate("update person set population_answer = :answer where id = :id")
                .bind("id", id)
                .bind("answer", encrypted)
                .execute();
    }

    void forgetLastAnswers(Transaction tx, Collection<UUID> ids) {
        tx.handle()
                .createUpdate("update person set population_answer = null where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute();
    }

    Map<UUID, UUID> idsByAlias(Transaction tx, Collection<UUID> aliases) {
        Map<UUID, UUID> found = new HashMap<>();
        tx.handle()
                .createQuery("select alias, person_id from person_alias where alias = any(:aliases)")
                .bindArray("aliases", UUID.class, aliases)
                .map((row, context) ->
                        Map.entry(row.getObject("alias", UUID.class), row.getObject("person_id", UUID.class)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    void keepName(Transaction tx, UUID id, byte @Nullable [] encrypted) {
        tx.handle()
                .createUpdate("update person set name = :name where id = :id")
                .bind("id", id)
                .bind("name", encrypted)
                .execute();
    }

    Optional<byte[]> encryptedName(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select name from person where id = :id and name is not null")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }
}
