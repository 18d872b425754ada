package no.brevdue.identity.name;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.contracts.identity.v1.NameCheckOutcome;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.registration.v1.NameCheckRequested;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.SealedNames;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class NameCheckTest {

    private static final AtomicInteger NEXT = new AtomicInteger(6_000);
    private static final String CLINIC = "100100673";

    @Inject
    Letters letters;

    @Inject
    SealedNames seals;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    ServiceKey key;

    @Inject
    NameCheckService service;

    @Inject
    MeterRegistry meters;

    @Test
    void aNameIsComparedOnceAndThePersonSeesItAndNobodyReadsIt() {
        String ida = known("Ida", "Særegen");
        NameCheckRequested right = question(ida, CLINIC, "I. Særegen");
        NameCheckRequested wrong = question(ida, CLINIC, "Ida Annennavn");

        facts.publishTwice(right);
        facts.publishTwice(wrong);

        assertThat(answer(right)).isEqualTo(NameCheckOutcome.MATCHES);
        assertThat(answer(wrong)).isEqualTo(NameCheckOutcome.DIFFERS);
        assertThat(sealsKept()).isZero();
        for (NameCheckRequested asked : List.of(right, wrong)) {
            AuditEntryRecorded entry = entry(asked);
            assertThat(entry.subject()).isEqualTo(letters.alias(ida));
            assertThat(entry.organization()).isEqualTo(CLINIC);
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        }
        service.answer(List.of(new NameQuestion(right.questionId(), right.alias(), CLINIC, new byte[0], Instant.MAX)));
        assertThat(answers(right)).hasSize(1);
        assertThat(Stream.of(Topic.values()).flatMap(topic -> facts.records(topic).stream()))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(value -> value.contains("Særegen") || value.contains("Annennavn"));
    }

    @Test
    void aQuestionAboutAStrangerIsAnsweredOnceTheyAreKnown() {
        String stranger = next();
        Registers.know(stranger, "1980-05-05");
        Registers.named(stranger, "Ny", "Kommen");
        NameCheckRequested question = question(stranger, CLINIC, "Ny Kommen");
        facts.publish(question);
        await().until(() -> sealsKept() == 1);

        PersonRegistered unused = letters.register(stranger);

        assertThat(answer(question)).isEqualTo(NameCheckOutcome.MATCHES);
    }

    @Test
    void whoIsProtectedGetsTheAnswersOfAnybody() {
        String hidden = next();
        Registers.know(hidden, "1980-05-05");
        Registers.named(hidden, "Skjult", "Adresse");
        Registers.isProtected(hidden, "StrictlyConfidential");
        PersonRegistered unused = letters.register(hidden);

        assertThat(asked(hidden, CLINIC, "Skjult Adresse")).isEqualTo(NameCheckOutcome.MATCHES);
        assertThat(asked(hidden, CLINIC, "Synlig Adresse")).isEqualTo(NameCheckOutcome.DIFFERS);
    }

    @Test
    void whatCannotBeComparedIsSaidNotToBe() {
        String nameless = next();
        Registers.know(nameless, "2025-12-24");
        PersonRegistered unused = letters.register(nameless);
        String ida = known("Ida", "Navnesen");
        NameCheckRequested sealedForAnother = new NameCheckRequested(
                letters.alias(ida),
                1,
                UUID.randomUUID(),
                CLINIC,
                question(ida, CLINIC, "Ida Navnesen").sealedName());
        facts.publish(sealedForAnother);

        assertThat(asked(nameless, CLINIC, "Ola Navnesen")).isEqualTo(NameCheckOutcome.NOT_COMPARED);
        assertThat(answer(sealedForAnother)).isEqualTo(NameCheckOutcome.NOT_COMPARED);
    }

    @Test
    void aNameWhosePartsAreNotKnownIsNotCompared() {
        String ida = next();
        Registers.know(ida, "1980-05-05");
        UUID person = letters.register(ida).personId();
        byte[] whole =
                key.encrypt("Ida Helnavn".getBytes(StandardCharsets.UTF_8), AssociatedData.of("person.name", person));
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update person set name = :whole where id = :person")
                .bind("whole", whole)
                .bind("person", person)
                .execute());

        assertThat(asked(ida, CLINIC, "Ida Helnavn")).isEqualTo(NameCheckOutcome.NOT_COMPARED);
    }

    @Test
    void aQuestionThatCannotBeReadHoldsUpNoOther() {
        String ida = known("Ida", "Uleselig");
        facts.publish(new NameCheckRequested(letters.alias(ida), 1, UUID.randomUUID(), CLINIC, "***"));

        assertThat(asked(ida, CLINIC, "Ida Uleselig")).isEqualTo(NameCheckOutcome.MATCHES);
    }

    @Test
    void whoeverWaitsForAStrangerIsAnsweredWhenTheLetterHasGoneBack() {
        NameCheckRequested question = question(next(), CLINIC, "Ola Ukjent");
        facts.publish(question);
        await().until(() -> 1 == change("""
                update name_question set asked_at = cast(:start as timestamptz) - interval '15 minutes', next_attempt_at = clock_timestamp()
                where question_id = :id""", question.questionId()));

        assertThat(answer(question)).isEqualTo(NameCheckOutcome.NOT_COMPARED);
        assertThat(sealsKept()).isZero();
    }

    @Test
    void whoGuessesTheNameOfOnePersonGetsNoMoreAnswersAndIsOnTheirRecord() {
        String guesser = "100100681";
        String ida = known("Ida", "Gjettet");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(asked(ida, guesser, "Ida Gjetning")).isEqualTo(NameCheckOutcome.DIFFERS);
        }
        NameCheckRequested right = question(ida, guesser, "Ida Gjettet");
        facts.publish(right);

        assertThat(answer(right)).isEqualTo(NameCheckOutcome.NOT_COMPARED);
        assertThat(entry(right).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(asked(ida, CLINIC, "Ida Gjettet")).isEqualTo(NameCheckOutcome.MATCHES);
        assertThat(asked(known("Eva", "Annen"), guesser, "Eva Annen")).isEqualTo(NameCheckOutcome.MATCHES);
    }

    @Test
    void whoIsWrongTooOftenInAnHourGetsNoMoreAnswersAndSomebodyIsTold() {
        String guesser = "100100703";
        double before = alarms();
        assertThat(change("""
                insert into name_question (question_id, alias, sender, asked_at, next_attempt_at, outcome, answered_at)
                select gen_random_uuid(), gen_random_uuid(), '100100703', :start, null, 'DIFFERS', :start
                from generate_series(1, 99) where :id is not null""", UUID.randomUUID())).isEqualTo(99);

        assertThat(asked(known("Eva", "Siste"), guesser, "Ida Siste")).isEqualTo(NameCheckOutcome.DIFFERS);
        await().until(() -> alarms() == before + 1);
        assertThat(asked(known("Eva", "Neste"), guesser, "Eva Neste")).isEqualTo(NameCheckOutcome.NOT_COMPARED);
        assertThat(alarms()).isEqualTo(before + 1);
    }

    private String known(String given, String family) {
        String number = next();
        Registers.know(number, "1980-05-05");
        Registers.named(number, given, family);
        PersonRegistered unused = letters.register(number);
        return number;
    }

    private static String next() {
        return SyntheticNumbers.person(NEXT.getAndIncrement()).value();
    }

    private NameCheckRequested question(String digits, String sender, String name) {
        UUID question = UUID.randomUUID();
        UUID alias = letters.alias(digits);
        byte[] sealed = seals.seal(name, question, alias);
        return new NameCheckRequested(
                alias,
                1,
                question,
                sender,
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    private NameCheckOutcome asked(String digits, String sender, String name) {
        NameCheckRequested question = question(digits, sender, name);
        facts.publish(question);
        return answer(question);
    }

    private NameCheckOutcome answer(NameCheckRequested question) {
        await().until(() -> !answers(question).isEmpty());
        return answers(question).getFirst().outcome();
    }

    private List<NameChecked> answers(NameCheckRequested question) {
        return facts.published(NameChecked.class).stream()
                .filter(answer -> answer.questionId().equals(question.questionId()))
                .toList();
    }

    private AuditEntryRecorded entry(NameCheckRequested question) {
        return await().until(
                        () -> facts.published(AuditEntryRecorded.class).stream()
                                .filter(entry -> entry.action().equals("name-compared")
                                        && entry.object()
                                                .equals(question.questionId().toString()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private double alarms() {
        return meters.counter("brevdue.names.alarms").count();
    }

    private int sealsKept() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from name_question where sealed is not null")
                .mapTo(Integer.class)
                .one());
    }

    private int change(String sql, UUID id) {
        return database.asWorker(tx -> tx.handle()
                .createUpdate(sql)
                .bind("id", id)
                .bind("start", TestClock.START)
                .execute());
    }
}
