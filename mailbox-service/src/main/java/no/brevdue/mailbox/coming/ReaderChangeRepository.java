package no.brevdue.mailbox.coming;

import no.brevdue.mailbox.coming.ReaderChange.What;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReaderChangeRepository {

    /**
     * What changes until {@code horizon} for the living, for each sender who has written to them since then and has not been told;
     * from now on they have.
     */
    List<ReaderChange> take(Transaction tx, LocalDate today, LocalDate horizon, Instant since, int limit) {
        return tx.handle()
                .createQuery("""
                        with soon as (
                            select person_id, reads_own_from as changes_on from recipient
                            where reads_own_from > :today and reads_own_from <= :horizon and not deceased
                            union
                            select person_id, r.until_date from representation r join recipient p using (person_id)
                            where r.extent = 'ALL' and r.until_date > :today and r.until_date <= :horizon
                                and r.until_date < p.reads_own_from and not p.deceased),
                        due as (
                            select distinct on (soon.person_id, soon.changes_on, d.sender)
                                soon.person_id, soon.changes_on, d.sender, d.alias, d.message_id, d.id
                            from soon join alias_link l using (person_id)
                            join delivery d on d.alias = l.alias and d.published_at >= :since
                            where not exists (
                                select from reader_change_told t
                                where t.person_id = soon.person_id and t.changes_on = soon.changes_on and t.sender = d.sender)
                            order by soon.person_id, soon.changes_on, d.sender, d.published_at desc
                            limit :limit),
                        fresh as (
                            insert into reader_change_told (person_id, changes_on, sender)
                            select person_id, changes_on, sender from due
                            on conflict do nothing
                            returning person_id, changes_on, sender)
                        select alias, sender, message_id, id, changes_on = p.reads_own_from as alone
                        from fresh join due using (person_id, changes_on, sender) join recipient p using (person_id)""")
                .bind("today", today)
                .bind("horizon", horizon)
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> new ReaderChange(
                        row.getObject("alias", UUID.class),
                        row.getString("sender"),
                        row.getObject("message_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getBoolean("alone") ? What.PERSON_READS_ALONE : What.UNMARKED_LETTERS_HAVE_NO_READER))
                .list();
    }
}
