package no.brevdue.mailbox.silence;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SilenceRepository {

    /**
     * Until when silences have been looked for. Keeps other replicas from looking until the transaction ends.
     *
     * @param otherwise where nobody has looked yet
     */
    Instant lookedUntil(Transaction tx, Instant otherwise) {
        tx.handle()
                .createUpdate("insert into silence_watch (looked_until) values (:otherwise) on conflict do nothing")
                .bind("otherwise", otherwise)
                .execute();
        return tx.handle()
                .createQuery("select looked_until from silence_watch for update")
                .mapTo(Instant.class)
                .one();
    }

    void look(Transaction tx, Instant until) {
        tx.handle()
                .createUpdate("update silence_watch set looked_until = :until")
                .bind("until", until)
                .execute();
    }

    /**
     * Keeps whoever sent nothing in the hour that begins then, though the median of its usual hours is {@code usual} or more.
     * One range of letters for each of these hours.
     *
     * @return those that were not noticed before
     */
    List<String> notice(Transaction tx, Instant hour, List<Instant> usualHours, int usual, Instant now) {
        return tx.handle()
                .createQuery("""
                        with sent as materialized (
                            select week.number, m.sender, m.letters
                            from unnest(cast(:hours as timestamptz[])) with ordinality week (hour, number)
                            cross join lateral (
                                select sender, count(*) as letters from message
                                where accepted_at >= week.hour and accepted_at < week.hour + interval '1 hour'
                                group by sender) m),
                        median as (
                            select s.sender, percentile_cont(0.5) within group (order by coalesce(sent.letters, 0)) as letters
                            from (select distinct sender from sent) s cross join generate_series(1, :weeks) week
                            left join sent on sent.sender = s.sender and sent.number = week
                            group by s.sender)
                        insert into silence (organization, hour, usual, noticed_at)
                        select sender, :hour, round(letters), :now from median
                        where letters >= :usual and not exists (
                            select from message m where m.sender = median.sender
                                and m.accepted_at >= cast(:hour as timestamptz)
                                and m.accepted_at < cast(:hour as timestamptz) + interval '1 hour')
                        on conflict do nothing returning organization""")
                .bindArray(
                        "hours",
                        String.class,
                        usualHours.stream().map(Instant::toString).toList())
                .bind("weeks", usualHours.size())
                .bind("hour", hour)
                .bind("usual", usual)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    /** Silences nobody has told of; they count as told if the transaction commits. */
    List<Silence> tell(Transaction tx, Instant now) {
        return tx.handle()
                .createQuery("""
                        update silence set told_at = :now where (organization, hour) in (
                            select organization, hour from silence where told_at is null for update skip locked)
                        returning organization, hour""")
                .bind("now", now)
                .map((row, context) -> new Silence(
                        row.getString("organization"),
                        row.getObject("hour", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Organisations that have fallen silent since then and have not sent a letter after that. */
    long lasting(Transaction tx, Instant since) {
        return tx.handle()
                .createQuery("""
                        select count(distinct s.organization) from silence s
                        where s.hour >= :since and not exists (
                            select from message m where m.sender = s.organization and m.accepted_at >= s.hour)""")
                .bind("since", since)
                .mapTo(Long.class)
                .one();
    }

    record Silence(String organization, Instant hour) {}
}
