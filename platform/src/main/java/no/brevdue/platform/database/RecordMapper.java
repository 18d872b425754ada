package no.brevdue.platform.database;

import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import java.lang.reflect.Constructor;

/** Makes a record of a row: each component from the column of its name in snake_case. */
public final class RecordMapper {

    private RecordMapper() {}

    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        @SuppressWarnings("unchecked") // A record that rows are mapped to has its canonical constructor alone.
        Constructor<R> constructor = (Constructor<R>) type.getDeclaredConstructors()[0];
        // Jdbi by itself reaches public records only; ours stay within their package.
        constructor.setAccessible(true);
        return ConstructorMapper.of(constructor);
    }
}
