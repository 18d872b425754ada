package no.brevdue.identity.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A plan as it is kept: in one column, since it is always told as a whole. */
final class PlanColumn implements ColumnMapper<ReadingPlan> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    static String json(ReadingPlan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ReadingPlan map(ResultSet row, int column, StatementContext context) throws SQLException {
        try {
            return JSON.readValue(row.getString(column), ReadingPlan.class);
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("A plan that is no plan", unreadable);
        }
    }
}
