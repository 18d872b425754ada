package no.brevdue.audit.access;

import no.brevdue.audit.decision.Ground;
import no.brevdue.contracts.audit.v1.Outcome;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A page of somebody's access log, newest first.
 *
 * @param next cursor of the next page; absent on the last
 */
public record AccessLogPage(List<Item> entries, @Nullable String next) {

    private static final String ON_BEHALF = "on-behalf-";

    static AccessLogPage of(List<AccessLogRow> rows, int limit, List<UUID> ownAliases, Map<String, Ground> grounds) {
        List<AccessLogRow> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new AccessLogPage(
                shown.stream().map(row -> Item.of(row, ownAliases, grounds)).toList(),
                rows.size() > limit ? shown.getLast().cursor().text() : null);
    }

    /**
     * One act. Action, purpose and type are codes, for the front end to put into words.
     *
     * @param ground on which the controller concerned writes to the person now, where there is one
     */
    public record Item(
            Instant time,
            Actor actor,
            String action,
            String purpose,
            String objectType,
            String object,
            @Nullable String organization,
            Outcome outcome,
            @Nullable Ground ground) {

        static Item of(AccessLogRow row, List<UUID> ownAliases, Map<String, Ground> grounds) {
            return new Item(
                    row.at(),
                    Actor.of(row, ownAliases),
                    row.action(),
                    row.purpose(),
                    row.objectType(),
                    row.object(),
                    row.organization(),
                    row.outcome(),
                    row.organization() == null ? null : grounds.get(row.organization()));
        }
    }

    /**
     * Who it was. Another person is never named here, and of an operator the role is enough.
     *
     * @param id organisation number, number in the register of health personnel, or name of our own service
     * @param supplier organisation number of the supplier whose system an organisation used, if it was not its own
     */
    public record Actor(
            Role role, @Nullable String id, @Nullable String supplier) {

        static Actor of(AccessLogRow row, List<UUID> ownAliases) {
            return switch (row.actorKind()) {
                case PERSON -> new Actor(person(row, ownAliases), null, null);
                case ORGANIZATION -> new Actor(Role.ORGANIZATION, row.actor(), row.supplier());
                case HEALTH_WORKER -> new Actor(Role.HEALTH_WORKER, row.actor(), null);
                case OPERATOR -> new Actor(Role.OPERATOR, null, null);
                case SERVICE -> new Actor(Role.SERVICE, row.actor(), null);
            };
        }
    }

    /** Whoever acts for another says so in the purpose. */
    private static Role person(AccessLogRow row, List<UUID> ownAliases) {
        if (ownAliases.stream().anyMatch(alias -> alias.toString().equals(row.actor()))) {
            return Role.YOU;
        }
        return row.purpose().startsWith(ON_BEHALF) ? Role.REPRESENTATIVE : Role.ANOTHER_PERSON;
    }

    /** What somebody was to the person whose data it is. */
    public enum Role {
        YOU,
        REPRESENTATIVE,
        ANOTHER_PERSON,
        ORGANIZATION,
        HEALTH_WORKER,
        OPERATOR,
        SERVICE
    }
}
