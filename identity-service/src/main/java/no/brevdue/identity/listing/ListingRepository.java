package no.brevdue.identity.listing;

import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The phone comes and goes encrypted. */
@ApplicationScoped
class ListingRepository {

    /** What stands in the listing itself. */
    record Head(byte @Nullable [] phone, @Nullable Integer waitingDays) {}

    Optional<Head> head(Transaction tx, UUID practitioner) {
        return tx.handle()
                .createQuery("select phone, waiting_days from listing where practitioner_id = :practitioner")
                .bind("practitioner", practitioner)
                .map((row, context) -> new Head(row.getBytes("phone"), row.getObject("waiting_days", Integer.class)))
                .findOne();
    }

    List<OpenHours> hours(Transaction tx, UUID practitioner) {
        return tx.handle()
                .createQuery("""
                        select day, opens, closes from listing_hours
                        where practitioner_id = :practitioner order by day, opens""")
                .bind("practitioner", practitioner)
                .map((row, context) -> new OpenHours(
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list();
    }

    List<Absence> absences(Transaction tx, UUID practitioner) {
        return tx.handle()
                .createQuery("""
                        select first_day, last_day from listing_absence
                        where practitioner_id = :practitioner order by first_day""")
                .bind("practitioner", practitioner)
                .map((row, context) -> new Absence(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** Takes the place of what was there; whoever replaces it at the same time waits. */
    void replace(Transaction tx, UUID practitioner, Head head, Listing listing, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into listing (practitioner_id, phone, waiting_days, changed_at)
                        values (:practitioner, :phone, :waitingDays, :now)
                        on conflict (practitioner_id) do update set phone = excluded.phone,
                            waiting_days = excluded.waiting_days, changed_at = excluded.changed_at""")
                .bind("practitioner", practitioner)
                .bind("phone", head.phone())
                .bind("waitingDays", head.waitingDays())
                .bind("now", now)
                .execute();
        clear(tx, "delete from listing_hours where practitioner_id = :practitioner", practitioner);
        PreparedBatch hours = tx.handle()
                .prepareBatch("insert into listing_hours (practitioner_id, day, opens, closes)"
                        + " values (:practitioner, :day, :opens, :closes)");
        listing.hours()
                .forEach(one -> hours.bind("practitioner", practitioner)
                        .bind("day", one.day().getValue())
                        .bind("opens", one.opens())
                        .bind("closes", one.closes())
                        .add());
        insert(hours);
        clear(tx, "delete from listing_absence where practitioner_id = :practitioner", practitioner);
        PreparedBatch absences = tx.handle()
                .prepareBatch("insert into listing_absence (practitioner_id, first_day, last_day)"
                        + " values (:practitioner, :firstDay, :lastDay)");
        listing.absences()
                .forEach(one -> absences.bind("practitioner", practitioner)
                        .bind("firstDay", one.firstDay())
                        .bind("lastDay", one.lastDay())
                        .add());
        insert(absences);
    }

    private static void clear(Transaction tx, String sql, UUID practitioner) {
        tx.handle().createUpdate(sql).bind("practitioner", practitioner).execute();
    }

    private static void insert(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
