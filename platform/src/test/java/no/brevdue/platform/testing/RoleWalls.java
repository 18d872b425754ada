package no.brevdue.platform.testing;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What PostgreSQL must refuse the three roles of a service, whatever the service's code says. */
public final class RoleWalls {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** A second service in the same database, with a secret. */
    private static final String NEIGHBOUR = """
            create table neighbour.secret (secret text);
            insert into neighbour.secret values ('theirs');
            """;

    private final String url;
    private final String service;

    private RoleWalls(String url, String service) {
        this.url = url;
        this.service = service;
    }

    /**
     * Tries to get through, in the database that a service has migrated.
     *
     * @param passages the functions that requests may call and that run as the owner: the only ways past the row policies
     */
    public static void check(String url, String service, String... passages) {
        RoleWalls walls = new RoleWalls(url, service);
        walls.build();
        walls.noRoleSeesAnotherService();
        walls.requestsChangeNoTable();
        walls.requestsReadNoFactsOfOthers();
        walls.whateverRequestsTouchHasRowPoliciesThatBindEverybody();
        walls.requestsReachPastThePoliciesOnlyBy(passages);
    }

    private void build() {
        as("postgres", superuser -> {
            boolean there = superuser
                    .createQuery("select to_regclass('neighbour.secret') is not null")
                    .mapTo(Boolean.class)
                    .one();
            if (!there) {
                superuser.createScript(PostgresResource.rolesOf("neighbour")).execute();
                superuser.createScript(NEIGHBOUR).execute();
            }
        });
    }

    private void noRoleSeesAnotherService() {
        Stream.of("owner", "request", "worker").forEach(role -> {
            assertRefused(role, "select secret from neighbour.secret");
            assertRefused(role, "create table neighbour.mine ()");
            assertRefused(role, "create table public.mine ()");
            assertRefused(role, "set role neighbour_owner");
        });
        assertRefused("request", "set role %s_owner".formatted(service));
        assertRefused("request", "set role %s_worker".formatted(service));
        assertRefused("worker", "set role %s_owner".formatted(service));
    }

    private void requestsChangeNoTable() {
        for (String role : List.of("request", "worker")) {
            assertRefused(role, "create table mine ()");
            assertRefused(role, "alter table outbox add column mine text");
            assertRefused(role, "drop table quarantine");
            assertRefused(role, "alter table outbox disable row level security");
        }
    }

    private void requestsReadNoFactsOfOthers() {
        assertRefused("request", "select payload from outbox");
        assertRefused("request", "delete from outbox");
        assertRefused("request", "update outbox set payload = ''");
        assertRefused("request", "select payload from quarantine");
        assertRefused("request", "select key from quarantine");
        assertRefused("request", "delete from parked_key");
        assertRefused("request", "update projection_source set heard_at = now()");
    }

    /** Views count as well: they have no policies of their own, and read as their owner. */
    private void whateverRequestsTouchHasRowPoliciesThatBindEverybody() {
        as("postgres", superuser -> {
            List<String> unprotected = superuser
                    .createQuery("""
                    select relname from pg_class
                    where relnamespace = :schema::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                    and not (relrowsecurity and relforcerowsecurity)
                    and (has_any_column_privilege(:role, oid, 'select, insert, update, references')
                        or has_table_privilege(:role, oid, 'delete, truncate, trigger'))""")
                    .bind("schema", service)
                    .bind("role", service + "_request")
                    .mapTo(String.class)
                    .list();
            assertThat(unprotected)
                    .as("tables and views that requests may touch, with row security not enabled or not forced")
                    .isEmpty();
        });
    }

    private void requestsReachPastThePoliciesOnlyBy(String... passages) {
        as("postgres", superuser -> {
            List<String> functions = superuser
                    .createQuery("""
                    select proname from pg_proc
                    where pronamespace = :schema::regnamespace and prosecdef
                    and has_function_privilege(:role, oid, 'execute')""")
                    .bind("schema", service)
                    .bind("role", service + "_request")
                    .mapTo(String.class)
                    .list();
            assertThat(functions)
                    .as("functions that run as their owner and that requests may call")
                    .containsExactlyInAnyOrder(passages);
        });
    }

    private void assertRefused(String role, String sql) {
        as(service + "_" + role, handle -> {
            handle.begin();
            JdbiException refusal = catchThrowableOfType(JdbiException.class, () -> handle.execute(sql));
            handle.rollback();
            assertThat(refusal).as("%s may: %s", role, sql).isNotNull();
            assertThat(refusal.getCause())
                    .as("%s: %s", role, sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            cause -> assertThat(cause.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        });
    }

    private void as(String role, Consumer<Handle> work) {
        Jdbi.create(url, role, PostgresResource.PASSWORD).useHandle(work::accept);
    }
}
