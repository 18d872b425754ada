package no.brevdue.platform.testing;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

import java.util.Map;

import static java.util.stream.Collectors.joining;

/** Whether any row of the service has come, changed or gone. */
final class TableStates implements AutoCloseable {

    private final Handle superuser;
    private final String sql;

    /** Of every table in the schema of the running service; row policies do not bind a superuser. */
    TableStates() {
        var config = ConfigProvider.getConfig();
        String schema = config.getValue("quarkus.application.name", String.class);
        superuser =
                Jdbi.open(config.getValue("brevdue.database.url", String.class), "postgres", PostgresResource.PASSWORD);
        sql = superuser
                .createQuery("select tablename::text from pg_tables where schemaname = :schema order by tablename")
                .bind("schema", schema)
                .mapTo(String.class)
                .stream()
                .map(table -> state(schema, table))
                .collect(joining(" union all "));
    }

    /** A row that is written carries the number of its transaction, which is higher than all before. */
    private static String state(String schema, String table) {
        return """
                select '%2$s' as name, count(*) || ' rows, last written by ' || coalesce(max(xmin::text::bigint), 0) as state
                from "%1$s"."%2$s"
                """.formatted(schema, table);
    }

    Map<String, String> now() {
        return superuser
                .createQuery(sql)
                .setMapKeyColumn("name")
                .setMapValueColumn("state")
                .collectInto(new GenericType<Map<String, String>>() {});
    }

    @Override
    public void close() {
        superuser.close();
    }
}
