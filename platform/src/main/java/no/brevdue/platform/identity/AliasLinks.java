package no.brevdue.platform.identity;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which aliases mean the same person, in the tables and functions of {@code alias_link.sql}. A service that keeps rows by alias feeds
 * its own copy from its projection of identity facts, and resolves when it reads: the rows keep the alias they have.
 */
@ApplicationScoped
public class AliasLinks {

    private static final String CLAIM = """
            with current as (
                insert into linked_person (person_id, version) values (:person, :version)
                on conflict (person_id) do update set version = excluded.version
                    where linked_person.version <= excluded.version
                returning person_id),
            given_up as (
                delete from alias_claim using current
                where :complete and alias_claim.person_id = current.person_id and alias <> all (:aliases))
            insert into alias_claim (alias, person_id)
            select alias, person_id from current, unnest(:aliases) as alias
            on conflict do nothing
            """;

    /** Safe to repeat, and safe with facts that come late: an older one than was seen of that person changes nothing. */
    public void apply(Transaction tx, IdentityEvent event) {
        switch (event) {
            case PersonRegistered fact -> claim(tx, fact.personId(), fact.version(), List.of(fact.alias()), false);
            case PersonRestated fact -> claim(tx, fact.personId(), fact.version(), fact.aliases(), true);
            case ContactabilityChanged unrelated -> {}
            case RegistrationRefused unrelated -> {}
            case ContactNoticeRequested unrelated -> {}
            case NameChecked unrelated -> {}
            case SupplierAccessChanged unrelated -> {}
        }
    }

    private static void claim(Transaction tx, UUID person, long version, List<UUID> aliases, boolean complete) {
        tx.handle()
                .createUpdate(CLAIM)
                .bind("person", person)
                .bind("version", version)
                .bindArray("aliases", UUID.class, aliases)
                .bind("complete", complete)
                .execute();
    }

    /** What a person claims now, before a fact is applied that may give some of it up. */
    public List<UUID> claimed(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select alias from alias_claim where person_id = :person")
                .bind("person", person)
                .mapTo(UUID.class)
                .list();
    }

    /** Nobody, if the alias is unknown or two people claim it. */
    public Optional<UUID> person(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select person from person_of(:alias) as person where person is not null")
                .bind("alias", alias)
                .mapTo(UUID.class)
                .findOne();
    }

    /** All aliases under which this person's rows may be found; the alias alone if nobody is known behind it. */
    public List<UUID> aliasesOfSamePerson(Transaction tx, UUID alias) {
        List<UUID> aliases = tx.handle()
                .createQuery("select aliases_of_same_person(:alias)")
                .bind("alias", alias)
                .mapTo(UUID.class)
                .list();
        return aliases.isEmpty() ? List.of(alias) : aliases;
    }
}
