package no.brevdue.platform.database;

import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a record of a row: each component from the column of its name in snake_case. Looks at a record once; Jdbi's own mapper
 * of constructors looks at it for every query, which costs about as much as the query.
 */
public final class RecordMapper<R extends Record> implements RowMapper<R> {

    private static final Map<Class<?>, RecordMapper<?>> KNOWN = new ConcurrentHashMap<>();

    private final Class<R> type;
    private final MethodHandle constructor;
    private final String[] columns;
    private final Type[] types;
    private final @Nullable ColumnMapper<?>[] readers;

    private RecordMapper(Class<R> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.columns = new String[components.length];
        this.types = new Type[components.length];
        this.readers = new ColumnMapper<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            columns[i] = snakeCase(components[i].getName());
            types[i] = components[i].getGenericType();
        }
        this.constructor = constructor(type);
    }

    @SuppressWarnings("unchecked") // What is kept under a class is its own mapper.
    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        return (RecordMapper<R>) KNOWN.computeIfAbsent(type, unseen -> new RecordMapper<>(type));
    }

    /** With a reader of its own for the components of a type that Jdbi does not know. Whoever asks keeps the answer. */
    public static <R extends Record, T> RowMapper<R> of(Class<R> type, Class<T> foreign, ColumnMapper<T> reader) {
        RecordMapper<R> mapper = new RecordMapper<>(type);
        for (int i = 0; i < mapper.types.length; i++) {
            if (mapper.types[i].equals(foreign)) {
                mapper.readers[i] = reader;
            }
        }
        return mapper;
    }

    @Override
    public R map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    /** Where the columns are, and how each is read, is the same for every row of a result. */
    @Override
    public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
        int[] places = new int[columns.length];
        ColumnMapper<?>[] mappers = new ColumnMapper<?>[columns.length];
        for (int i = 0; i < columns.length; i++) {
            places[i] = rows.findColumn(columns[i]);
            mappers[i] = reader(i, context);
        }
        return (row, unused) -> {
            Object[] values = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = mappers[i].map(row, places[i], context);
            }
            return made(values);
        };
    }

    /** Every connection reads alike, so that it is asked once. */
    private ColumnMapper<?> reader(int component, StatementContext context) {
        ColumnMapper<?> known = readers[component];
        if (known != null) {
            return known;
        }
        Type wanted = types[component];
        ColumnMapper<?> found = context.findColumnMapperFor(wanted)
                .orElseThrow(() -> new IllegalStateException("Nothing reads a column as " + wanted));
        readers[component] = found;
        return found;
    }

    private R made(Object[] values) {
        try {
            return type.cast(constructor.invokeExact(values));
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MethodHandle constructor(Class<?> type) {
        try {
            // Jdbi by itself reaches public records only; ours stay within their package.
            Constructor<?> canonical = type.getDeclaredConstructors()[0];
            canonical.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
            return handle.asSpreader(Object[].class, canonical.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
