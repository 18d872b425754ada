package no.brevdue.notification.canary;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CanaryRepository {

    /** A route is as good as the youngest canary that arrived by it: many that arrive hours late are no good news. */
    private static final String SEE = """
            update canary_route r set seen_at = greatest(r.seen_at, a.accepted_at)
            from (select route, max(accepted_at) as accepted_at from arrived group by route) a where r.route = a.route""";

    void add(Transaction tx, UUID delivery, Route route, Instant acceptedAt) {
        tx.handle()
                .createUpdate("""
                        insert into canary (delivery_id, route, accepted_at) values (:delivery, :route, :acceptedAt)
                        on conflict (delivery_id) do nothing""")
                .bind("delivery", delivery)
                .bind("route", route)
                .bind("acceptedAt", acceptedAt)
                .execute();
    }

    void arrived(Transaction tx, UUID delivery) {
        tx.handle()
                .createUpdate(
                        "with arrived as (delete from canary where delivery_id = :delivery returning route, accepted_at) "
                                + SEE)
                .bind("delivery", delivery)
                .execute();
    }

    /** Those to a person have arrived when the mail server has the notification. */
    void seeHandedOver(Transaction tx) {
        tx.handle().createUpdate("""
                        with arrived as (
                            delete from canary c using notification n
                            where c.route = 'PERSON' and n.delivery_id = c.delivery_id and n.state = 'HANDED_OVER'
                            returning c.route, c.accepted_at)
                        """ + SEE).execute();
    }

    void printed(Transaction tx, Instant orderedAt) {
        tx.handle()
                .createUpdate("update canary_route set seen_at = greatest(seen_at, :orderedAt) where route = 'PAPER'")
                .bind("orderedAt", orderedAt)
                .execute();
    }

    /** What has not arrived by then never will; its route has been reported. */
    void forget(Transaction tx, Instant before) {
        tx.handle()
                .createUpdate("delete from canary where accepted_at < :before")
                .bind("before", before)
                .execute();
    }

    /**
     * When each of these routes was last seen; one that never was counts from the first time anybody looked. Nothing was seen
     * in the future: where a clock was set back, the watch begins anew, as it does for a route that nobody watched meanwhile.
     */
    Map<Route, Instant> seen(Transaction tx, Set<Route> routes, Instant now) {
        List<String> names = routes.stream().map(Route::name).toList();
        tx.handle()
                .createUpdate("delete from canary_route where not (route = any(:routes))")
                .bindArray("routes", String.class, names)
                .execute();
        tx.handle()
                .createUpdate("update canary_route set seen_at = :now where seen_at > :now")
                .bind("now", now)
                .execute();
        for (Route route : routes) {
            tx.handle()
                    .createUpdate("insert into canary_route values (:route, :now) on conflict (route) do nothing")
                    .bind("route", route)
                    .bind("now", now)
                    .execute();
        }
        Map<Route, Instant> seen = new EnumMap<>(Route.class);
        tx.handle()
                .createQuery("select route, seen_at from canary_route where route = any(:routes)")
                .bindArray("routes", String.class, names)
                .map((row, context) -> Map.entry(
                        Route.valueOf(row.getString("route")),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .forEach(one -> seen.put(one.getKey(), one.getValue()));
        return seen;
    }
}
