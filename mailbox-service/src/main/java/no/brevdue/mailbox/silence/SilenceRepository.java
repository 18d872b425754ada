package no.brevdue.mailbox.silence;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SilenceRepository {

    /**
     * Keeps whoever sent nothing in the hour that begins then, though the median of the same hour four weeks in a row is
     * {@code usual} or more.
     *
     * @return those that were not noticed before
     */
    List<String> notice(Transaction tx, Instant hour, int usual, Instant now) {
        return tx.handle()
                .createQuery("""
                        with week as (
                            select n, cast(:hour as timestamptz) - n * interval '7 days' as hour from generate_series(0, 4) n),
                        sent as (
                            select m.sender, week.n, count(*) as letters
                            from week join message m
                                on m.accepted_at >= week.hour and m.accepted_at < week.hour + interval '1 hour'
                            group by m.sender, week.n),
                        median as (
                            select s.sender, percentile_cont(0.5) within group (order by coalesce(sent.letters, 0)) as letters
                            from (select distinct sender from sent) s cross join week
                            left join sent on sent.sender = s.sender and sent.n = week.n
                            where week.n > 0 group by s.sender)
                        insert into silence (organization, hour, usual, noticed_at)
                        select sender, :hour, round(letters), :now from median
                        where letters >= :usual and not exists (
                            select from sent where sent.sender = median.sender and sent.n = 0)
                        on conflict do nothing returning organization""")
                .bind("hour", hour)
                .bind("usual", usual)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }
}
