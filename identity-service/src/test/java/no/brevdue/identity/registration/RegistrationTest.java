package no.brevdue.identity.registration;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class RegistrationTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    RegistrationService service;

    @AfterEach
    void everyRegisterIsThere() {
        Registers.populationRegisterAway(false);
        Registers.krrAway(false);
    }

    @Test
    void aSealedNumberBecomesAPerson() {
        Registers.know(SyntheticPeople.KARI, "1946-11-20");
        Registers.reachable(
                SyntheticPeople.KARI,
                "kari@example.no",
                TestClock.START.minusSeconds(86_400).atOffset(ZoneOffset.UTC),
                "+4791234567",
                TestClock.START.minusSeconds(86_400L * 700).atOffset(ZoneOffset.UTC));

        PersonRegistered registered = letters.register(SyntheticPeople.KARI);

        assertThat(registered.version()).isEqualTo(1);
        assertThat(registered.facts())
                .isEqualTo(new PersonFacts(
                        LocalDate.of(1946, 11, 20),
                        false,
                        false,
                        false,
                        true,
                        false,
                        Language.NN,
                        ReadingPlan.alone(LocalDate.of(1962, 11, 20))));
        assertThat(state(registered.alias())).isEqualTo("REGISTERED without seal");
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("person-registered");
                    assertThat(entry.subject()).isEqualTo(registered.alias());
                    assertThat(entry.object()).isEqualTo(registered.personId().toString());
                }));
    }

    @Test
    void aRequestThatArrivesTwiceRegistersOnce() {
        Registers.know(SyntheticPeople.OLA, "1955-11-10");
        UUID alias = letters.alias(SyntheticPeople.OLA);

        facts.publishTwice(letters.request(SyntheticPeople.OLA));
        facts.publish(letters.request(SyntheticPeople.OLA));

        await().until(() -> state(alias).equals("REGISTERED without seal"));
        afterEverythingWasSaid(SyntheticPeople.ANNE);
        assertThat(registered(alias)).hasSize(1);
    }

    @Test
    void anAnswerIsGivenOnce() {
        Registers.know(SyntheticPeople.NILS, "1979-05-02");
        UUID alias = letters.alias(SyntheticPeople.NILS);
        RegistrationRequested request = letters.request(SyntheticPeople.NILS);
        facts.publish(request);
        await().until(() -> state(alias).equals("REGISTERED without seal"));

        service.answer(List.of(new Registration(
                alias, request.requestId(), Base64.getUrlDecoder().decode(request.sealedNumber()), 1)));

        afterEverythingWasSaid(SyntheticPeople.EVA);
        assertThat(registered(alias)).hasSize(1);
    }

    @Test
    void aNumberSealedUnderAnotherPersonsAliasIsRefused() {
        Registers.know(SyntheticPeople.INGRID, "1988-11-09");
        UUID somebodyElse = letters.alias(SyntheticPeople.HELGE);

        facts.publish(letters.request(SyntheticPeople.INGRID, somebodyElse));

        assertThat(refusal(somebodyElse, 1).reason()).isEqualTo(RefusalReason.ALIAS_MISMATCH);
        assertThat(state(somebodyElse)).isEqualTo("REFUSED without seal");
    }

    @Test
    void aSealOfAnotherRequestIsRefused() {
        UUID alias = letters.alias(SyntheticPeople.BERIT);
        RegistrationRequested sealed = letters.request(SyntheticPeople.BERIT);

        facts.publish(new RegistrationRequested(alias, 1, UUID.randomUUID(), sealed.sealedNumber()));

        assertThat(refusal(alias, 1).reason()).isEqualTo(RefusalReason.UNREADABLE);
    }

    @Test
    void somebodyTheRegisterDoesNotKnowIsRefusedAndMayBeAskedForAgain() {
        UUID alias = letters.alias(SyntheticPeople.SIRI);
        facts.publish(letters.request(SyntheticPeople.SIRI));
        assertThat(refusal(alias, 1).reason()).isEqualTo(RefusalReason.NO_SUCH_PERSON);

        facts.publish(letters.request(SyntheticPeople.SIRI));

        assertThat(refusal(alias, 2).reason()).isEqualTo(RefusalReason.NO_SUCH_PERSON);
        Registers.know(SyntheticPeople.SIRI, "1966-06-17");
        assertThat(letters.register(SyntheticPeople.SIRI).alias()).isEqualTo(alias);
    }

    @Test
    void aPopulationRegisterThatIsAwayDelaysARegistration() {
        Registers.know(SyntheticPeople.PER, "1951-02-28");
        Registers.populationRegisterAway(true);
        UUID alias = letters.alias(SyntheticPeople.PER);
        facts.publish(letters.request(SyntheticPeople.PER));
        await().until(() -> attempts(alias) >= 2);
        assertThat(state(alias)).isEqualTo("WAITING with seal");

        Registers.populationRegisterAway(false);

        await().untilAsserted(() -> assertThat(registered(alias)).hasSize(1));
    }

    @Test
    void aContactRegisterThatIsAwayDelaysARegistrationRatherThanGuessAReservation() {
        Registers.know(SyntheticPeople.MARIT, "1993-08-05");
        Registers.krrAway(true);
        UUID alias = letters.alias(SyntheticPeople.MARIT);
        facts.publish(letters.request(SyntheticPeople.MARIT));
        await().until(() -> attempts(alias) >= 2);
        assertThat(registered(alias)).isEmpty();

        Registers.krrAway(false);

        await().untilAsserted(() -> assertThat(registered(alias)).hasSize(1));
    }

    @Test
    void aMalformedRequestIsPutAsideAndTheNextOfItsAliasIsAnswered() {
        Registers.know(SyntheticPeople.JON, "1972-12-11");
        UUID alias = letters.alias(SyntheticPeople.JON);

        facts.publishRubbish(Topic.IDENTITY_REGISTRATIONS, alias.toString());

        await().untilAsserted(() -> assertThat(putAside(alias)).isTrue());
        assertThat(letters.register(SyntheticPeople.JON).alias()).isEqualTo(alias);
    }

    @Test
    void aSealThatIsNotBase64IsPutAside() {
        UUID alias = UUID.randomUUID();

        facts.publish(new RegistrationRequested(alias, 1, UUID.randomUUID(), "***"));

        await().untilAsserted(() -> assertThat(putAside(alias)).isTrue());
    }

    /** Requests are stored before they are answered and the outbox is emptied in order: nothing said earlier is missing. */
    private void afterEverythingWasSaid(String another) {
        Registers.know(another, "1985-03-14");
        PersonRegistered unused = letters.register(another);
        await().until(() -> database.asWorker(tx -> tx.handle()
                        .createQuery("select count(*) from outbox where type like 'no.brevdue.identity.%'")
                        .mapTo(Integer.class)
                        .one())
                == 0);
    }

    private List<PersonRegistered> registered(UUID alias) {
        return facts.published(PersonRegistered.class).stream()
                .filter(fact -> fact.alias().equals(alias))
                .toList();
    }

    private RegistrationRefused refusal(UUID alias, long version) {
        return await().until(
                        () -> facts.published(RegistrationRefused.class).stream()
                                .filter(fact -> fact.alias().equals(alias) && fact.version() == version)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String state(UUID alias) {
        return one(
                alias,
                "select state || case when sealed is null then ' without seal' else ' with seal' end"
                        + " from registration where alias = :alias",
                String.class,
                "");
    }

    private int attempts(UUID alias) {
        return one(alias, "select attempts from registration where alias = :alias", Integer.class, 0);
    }

    private boolean putAside(UUID alias) {
        return one(alias, "select true from quarantine where key = cast(:alias as text)", Boolean.class, false);
    }

    private <T> T one(UUID alias, String sql, Class<T> type, T otherwise) {
        return database.asWorker(tx -> tx.handle()
                .createQuery(sql)
                .bind("alias", alias)
                .mapTo(type)
                .findOne()
                .orElse(otherwise));
    }
}
