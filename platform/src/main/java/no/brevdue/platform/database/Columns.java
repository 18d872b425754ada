package no.brevdue.platform.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Many rows for one statement, as an array for each column: {@code from unnest(:ids, :names) as row (id, name)}. PostgreSQL then
 * plans and starts one statement and not one for each row.
 */
public final class Columns<T> {

    private final Collection<T> rows;
    private final SqlStatement<?> statement;

    public Columns(Collection<T> rows, SqlStatement<?> statement) {
        this.rows = rows;
        this.statement = statement;
    }

    @CanIgnoreReturnValue
    public Columns<T> uuids(String name, Function<T, @Nullable UUID> value) {
        return bind(name, UUID.class, value);
    }

    @CanIgnoreReturnValue
    public Columns<T> numbers(String name, Function<T, @Nullable Long> value) {
        return bind(name, Long.class, value);
    }

    @CanIgnoreReturnValue
    public Columns<T> texts(String name, Function<T, @Nullable String> value) {
        return bind(name, String.class, value);
    }

    /** To be cast in the statement: {@code cast(:times as timestamptz[])}. */
    @CanIgnoreReturnValue
    public Columns<T> times(String name, Function<T, @Nullable Instant> value) {
        return texts(name, row -> {
            Instant time = value.apply(row);
            return time == null ? null : time.toString();
        });
    }

    private <V> Columns<T> bind(String name, Class<V> type, Function<T, @Nullable V> value) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        statement.bindArray(name, type, values);
        return this;
    }
}
