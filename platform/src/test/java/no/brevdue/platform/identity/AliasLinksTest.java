package no.brevdue.platform.identity;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.database.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AliasLinksTest {

    private static final UUID KARI = new UUID(1, 1);
    private static final UUID OLA = new UUID(1, 2);
    private static final UUID ALIAS = new UUID(2, 1);
    private static final UUID OTHER_ALIAS = new UUID(2, 2);
    private static final PersonFacts FACTS = new PersonFacts(
            LocalDate.of(1990, 1, 1),
            false,
            false,
            false,
            true,
            true,
            Language.NB,
            ReadingPlan.alone(LocalDate.of(2006, 1, 1)));

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final AliasLinks links = new AliasLinks();
    private Handle handle;
    private Transaction tx;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        jdbi = Jdbi.create(postgres.getPostgresDatabase()).installPlugin(new PostgresPlugin());
        jdbi.useHandle(handle -> {
            handle.execute("create role sample_request");
            handle.execute("create schema sample");
            handle.execute("grant usage on schema sample to sample_request");
            handle.execute("alter role postgres set search_path = sample");
            handle.execute("set search_path = sample");
            handle.createScript(template().replace("{service}", "sample")).execute();
        });
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void begin() {
        handle = jdbi.open().begin();
        tx = Transactions.over(handle);
    }

    @AfterEach
    void rollBack() {
        handle.rollback();
        handle.close();
    }

    @Test
    void aRegisteredPersonIsFoundByAlias() {
        links.apply(tx, new PersonRegistered(KARI, 1, ALIAS, FACTS));

        assertThat(links.person(tx, ALIAS)).contains(KARI);
        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactly(ALIAS);
    }

    @Test
    void anUnknownAliasStandsForItself() {
        assertThat(links.person(tx, ALIAS)).isEmpty();
        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactly(ALIAS);
    }

    @Test
    void aNewAliasJoinsTheOldOne() {
        links.apply(tx, new PersonRegistered(KARI, 1, ALIAS, FACTS));
        links.apply(tx, new PersonRestated(KARI, 2, List.of(ALIAS, OTHER_ALIAS), FACTS));

        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactlyInAnyOrder(ALIAS, OTHER_ALIAS);
        assertThat(links.aliasesOfSamePerson(tx, OTHER_ALIAS)).containsExactlyInAnyOrder(ALIAS, OTHER_ALIAS);
    }

    @Test
    void aLateFactChangesNothing() {
        links.apply(tx, new PersonRestated(KARI, 3, List.of(ALIAS), FACTS));
        links.apply(tx, new PersonRestated(KARI, 2, List.of(ALIAS, OTHER_ALIAS), FACTS));
        links.apply(tx, new PersonRegistered(KARI, 1, OTHER_ALIAS, FACTS));

        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactly(ALIAS);
        assertThat(links.person(tx, OTHER_ALIAS)).isEmpty();
    }

    @Test
    void theFirstFactComingAgainTakesNoAliasAway() {
        links.apply(tx, new PersonRestated(KARI, 1, List.of(ALIAS, OTHER_ALIAS), FACTS));
        links.apply(tx, new PersonRegistered(KARI, 1, ALIAS, FACTS));

        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactlyInAnyOrder(ALIAS, OTHER_ALIAS);
    }

    @Test
    void anAliasThatTwoPeopleClaimLeadsToNobody() {
        links.apply(tx, new PersonRestated(OLA, 1, List.of(OTHER_ALIAS, ALIAS), FACTS));
        links.apply(tx, new PersonRegistered(KARI, 1, ALIAS, FACTS));

        assertThat(links.person(tx, ALIAS)).isEmpty();
        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactly(ALIAS);
        assertThat(links.aliasesOfSamePerson(tx, OTHER_ALIAS)).containsExactly(OTHER_ALIAS);
    }

    @Test
    void aMergeEndsTheSameInWhicheverOrderItIsHeardOf() {
        List<IdentityEvent> karis =
                List.of(new PersonRegistered(KARI, 1, ALIAS, FACTS), new PersonRestated(KARI, 2, List.of(), FACTS));
        List<IdentityEvent> olas = List.of(
                new PersonRegistered(OLA, 1, OTHER_ALIAS, FACTS),
                new PersonRestated(OLA, 2, List.of(OTHER_ALIAS, ALIAS), FACTS));

        assertThat(interleavings(karis, olas)).hasSize(6).allSatisfy(heard -> {
            handle.rollback().begin();

            heard.forEach(event -> links.apply(tx, event));

            assertThat(links.person(tx, ALIAS)).contains(OLA);
            assertThat(links.aliasesOfSamePerson(tx, OTHER_ALIAS)).containsExactlyInAnyOrder(ALIAS, OTHER_ALIAS);
        });
    }

    @Test
    void aRefusedRegistrationLinksNobody() {
        links.apply(tx, new RegistrationRefused(ALIAS, 1, RefusalReason.NO_SUCH_PERSON));

        assertThat(links.person(tx, ALIAS)).isEqualTo(Optional.empty());
    }

    @Test
    void aRequestReadsLinksAndChangesNone() {
        links.apply(tx, new PersonRestated(KARI, 1, List.of(ALIAS, OTHER_ALIAS), FACTS));
        handle.execute("set local role sample_request");

        assertThat(links.person(tx, ALIAS)).contains(KARI);
        assertThat(links.aliasesOfSamePerson(tx, ALIAS)).containsExactlyInAnyOrder(ALIAS, OTHER_ALIAS);
        assertThatThrownBy(() -> links.apply(tx, new PersonRegistered(OLA, 1, OTHER_ALIAS, FACTS)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aRequestCannotLookAroundAmongTheLinks() {
        links.apply(tx, new PersonRegistered(KARI, 1, ALIAS, FACTS));
        handle.execute("set local role sample_request");

        assertThatThrownBy(() -> handle.execute("select alias from alias_link"))
                .hasMessageContaining("permission denied");
    }

    /** Every order in which two partitions can be heard, each of them in its own order. */
    private static List<List<IdentityEvent>> interleavings(List<IdentityEvent> one, List<IdentityEvent> other) {
        if (one.isEmpty()) {
            return List.of(other);
        }
        if (other.isEmpty()) {
            return List.of(one);
        }
        List<List<IdentityEvent>> all = new ArrayList<>();
        interleavings(one.subList(1, one.size()), other).forEach(rest -> all.add(prepend(one.getFirst(), rest)));
        interleavings(one, other.subList(1, other.size())).forEach(rest -> all.add(prepend(other.getFirst(), rest)));
        return all;
    }

    private static List<IdentityEvent> prepend(IdentityEvent first, List<IdentityEvent> rest) {
        List<IdentityEvent> all = new ArrayList<>(rest);
        all.addFirst(first);
        return all;
    }

    private static String template() {
        try (InputStream template = AliasLinks.class.getResourceAsStream("alias_link.sql")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
