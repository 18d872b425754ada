package no.brevdue.platform.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement that waits for the end of its transaction, where nobody waits for its result. */
public final class Later {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(?=[a-zA-Z_])");

    /** An insert of one row that ends with it: what several rows can be added to. */
    private static final Pattern ONE_ROW = Pattern.compile(
            "insert into [^()]+\\([^()]+\\)\\s+values\\s*(?<row>\\((?:(?!on conflict).)*\\))", Pattern.DOTALL);

    /** The statements of a service are few, and the same ones stand at the same places again and again. */
    private static final Map<String, Map<String, Spelled>> SPELLED = new ConcurrentHashMap<>();

    private final String sql;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private @Nullable Object source;

    Later(String sql) {
        this.sql = sql;
    }

    @CanIgnoreReturnValue
    public Later bind(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** As of a statement that is executed at once: each parameter from the method of its name. */
    @CanIgnoreReturnValue
    public Later bindMethods(Object object) {
        source = object;
        return this;
    }

    String sql() {
        return sql;
    }

    /** The statement with its parameters named so that they can stand beside those of others. */
    Spelled spelled(String prefix) {
        return SPELLED.computeIfAbsent(prefix, unseen -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        sql, unseen -> Spelled.of(PARAMETER.matcher(unseen).replaceAll(":" + prefix + ".")));
    }

    /**
     * A statement as it stands among others.
     *
     * @param row what is added to an equal insert right before it; null if nothing can be
     */
    record Spelled(String whole, @Nullable String row) {

        private static Spelled of(String whole) {
            Matcher insert = ONE_ROW.matcher(whole);
            return new Spelled(whole, insert.matches() ? insert.group("row") : null);
        }
    }

    void bindTo(SqlStatement<?> statement) {
        if (source != null) {
            statement.bindMethods(source);
        }
        values.forEach(statement::bind);
    }

    void bindTo(SqlStatement<?> statement, String prefix) {
        if (source != null) {
            statement.bindMethods(prefix, source);
        }
        values.forEach((name, value) -> statement.bind(prefix + "." + name, value));
    }
}
