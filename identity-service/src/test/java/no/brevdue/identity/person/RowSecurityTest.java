package no.brevdue.identity.person;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.database.Database;
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

    private static final List<String> OF_A_PERSON =
            List.of("contact", "own_contact_point", "chosen_language", "contact_notice", "deactivation", "login");

    @Inject
    AgroalDataSource requests;

    @Inject
    Database database;

    @Inject
    Letters letters;

    @SuppressWarnings("NullAway.Init") // set before each test
    private PersonRegistered einar;

    @BeforeEach
    void twoPeopleAreRegistered() {
        Registers.know(SyntheticPeople.EINAR, "1965-01-01");
        Registers.know(SyntheticPeople.SOLVEIG, "1964-01-01");
        einar = letters.register(SyntheticPeople.EINAR);
        fill(einar);
        fill(letters.register(SyntheticPeople.SOLVEIG));
    }

    /** A row of somebody's in each table that requests may read. */
    private void fill(PersonRegistered person) {
        database.asWorkerDo(tx -> tx.handle()
                .createScript("""
                        insert into own_contact_point values ('%1$s', 'EMAIL', '', null, now()) on conflict do nothing;
                        insert into chosen_language values ('%1$s', 'NN') on conflict do nothing;
                        insert into deactivation values ('%1$s', now()) on conflict do nothing;
                        insert into login values ('%1$s', 'one', now(), 'high', 'issuer', 'app') on conflict do nothing;
                        insert into contact_notice (id, person_id, alias, occasion, address, requested_at, expires_at)
                        values ('%1$s', '%1$s', '%2$s', 'CONTACT_CHANGED', '', now(), now()) on conflict do nothing;
                        """.formatted(person.personId(), person.alias()))
                .execute());
    }

    @Test
    void aCitizenReachesTheirOwnRowsAlone() throws SQLException {
        UUID alias = einar.alias();

        assertThat(query(alias.toString(), "select id from person"))
                .containsExactly(einar.personId().toString());
        assertThat(query(alias.toString(), "select alias from person_alias")).containsExactly(alias.toString());
        for (String table : OF_A_PERSON) {
            assertThat(query(alias.toString(), "select person_id from " + table))
                    .as(table)
                    .containsExactly(einar.personId().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from person",
                "select alias from person_alias",
                "select person_id from contact",
                "select person_id from own_contact_point",
                "select person_id from chosen_language",
                "select person_id from contact_notice",
                "select person_id from deactivation",
                "select person_id from login"
            })
    void whoeverIsNoCitizenReachesNothing(String sql) throws SQLException {
        assertThat(query("", sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select number from person",
                "select alias from registration",
                "select id from outbox",
                "select code from contact_notice",
                "select alias from step_up",
                "update own_contact_point set verified_at = now() returning person_id",
                "delete from deactivation returning person_id",
                "delete from login returning person_id",
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
