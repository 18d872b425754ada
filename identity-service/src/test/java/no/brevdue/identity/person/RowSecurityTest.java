package no.brevdue.identity.person;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The second wall: what the role of requests can reach, whatever the code asks for. */
@QuarkusTest
class RowSecurityTest {

    @Inject
    AgroalDataSource requests;

    @Inject
    Letters letters;

    @SuppressWarnings("NullAway.Init") // set before each test
    private PersonRegistered einar;

    @BeforeEach
    void twoPeopleAreRegistered() {
        Registers.know(SyntheticPeople.EINAR, "1965-01-01");
        Registers.know(SyntheticPeople.SOLVEIG, "1964-01-01");
        einar = letters.register(SyntheticPeople.EINAR);
        PersonRegistered unused = letters.register(SyntheticPeople.SOLVEIG);
    }

    @Test
    void aCitizenReachesTheirOwnRowsAlone() throws SQLException {
        UUID alias = einar.alias();

        assertThat(query(alias.toString(), "select id from person"))
                .containsExactly(einar.personId().toString());
        assertThat(query(alias.toString(), "select alias from person_alias")).containsExactly(alias.toString());
        assertThat(query(alias.toString(), "select person_id from contact"))
                .containsExactly(einar.personId().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select id from person", "select alias from person_alias", "select person_id from contact"})
    void whoeverIsNoCitizenReachesNothing(String sql) throws SQLException {
        assertThat(query("", sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select number from person",
                "select alias from registration",
                "select id from outbox",
                "update person set deceased = true returning id",
                "select pg_read_file('/etc/passwd')"
            })
    void aRequestMayNotTouchWhatIsNotForIt(String sql) {
        assertThatThrownBy(() -> query(einar.alias().toString(), sql)).hasMessageContaining("permission denied");
    }

    private List<String> query(String citizen, String sql) throws SQLException {
        try (var connection = requests.getConnection()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement("select set_config('brevdue.citizen', ?, true)");
                    var statement = connection.prepareStatement(sql)) {
                scope.setString(1, citizen);
                assertThat(scope.execute()).isTrue();
                ResultSet rows = statement.executeQuery();
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            } finally {
                connection.rollback();
            }
        }
    }
}
