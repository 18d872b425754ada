package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Who reads whose letters: a mother and her children, somebody with a power of attorney, and the birthdays. */
final class PeopleStory implements Story {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** Liv's twelfth birthday, and Jon's sixteenth. */
    private static final LocalDate BIRTHDAY = LocalDate.of(2028, 3, 14);

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();
    private final Patient anne = new Patient("anne");
    private final Patient jon = new Patient("jon");

    private Sent livsLetter = new Sent("", "");
    private String liv = "";

    /** A letter that was sent, and its delivery to the person. */
    private record Sent(String messageId, String deliveryId) {}

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        aMotherReads(narrator);
        aBlockLeavesNoTrace(narrator);
        Sent jons = aChildReadsWithConsent(narrator);
        aPowerOfAttorney(narrator);
        theBirthday(narrator, jons);
    }

    private void aMotherReads(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("1. Liv is ten; her mother reads her letter");
        livsLetter = published(narrator, SyntheticPeople.LIV, "Vaksine på skolen");
        JsonNode right = Patiently.await(A_MOMENT, () -> rightOf("PARENT", "ALL"), found -> !found.isMissingNode());
        narrator.expect("Anne sees that she may act for a child, and until when", right.has("until"), right);
        liv = right.path("personId").asText();
        anne.acceptCurrentTerms().require(201);
        Answer opened = Patiently.await(
                A_MOMENT, () -> anne.onBehalfOf(liv).open(livsLetter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect("She opens and reads it", opened.status() == 200, opened.text("/title"));
        Proof proof = clinic.proofOnce(livsLetter.messageId(), Proof::isComplete);
        narrator.expect(
                "The sender learns that a representative read it, not who",
                proof.message().toString().contains("REPRESENTATIVE"),
                "OPENED by REPRESENTATIVE");
        narrator.expect(
                "Without saying for whom, she finds nothing",
                anne.open(livsLetter.deliveryId()).status() == 404,
                "404");
        narrator.expect(
                "Liv herself is too young to read alone",
                new Patient("liv").letters().status() == 403,
                "403");
        List<JsonNode> log = Patiently.await(
                A_MOMENT,
                () -> new Patient("liv").wholeAccessLog(),
                entries -> entries.stream().anyMatch(PeopleStory::isReadByParent));
        narrator.expect(
                "Liv's access log says who read, and by which right",
                log.stream().anyMatch(PeopleStory::isReadByParent),
                "letter-opened, on-behalf-as-parent");
    }

    private void aBlockLeavesNoTrace(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("2. A clinician blocks disclosure; to the mother there is no such child");
        String block = clinic.block(SyntheticPeople.LIV).require(201).text("/id");
        Answer hidden = Patiently.await(
                A_MOMENT, () -> anne.onBehalfOf(liv).open(livsLetter.deliveryId()), answer -> answer.status() == 404);
        Answer never = anne.onBehalfOf(UUID.randomUUID().toString()).open(livsLetter.deliveryId());
        narrator.expect(
                "The letter is gone, and the answer is the one for a child that never was",
                hidden.status() == 404 && hidden.text("/code").equals(never.text("/code")),
                hidden.text("/code"));
        narrator.expect(
                "Her list of rights names one child less and no block",
                rightOf("PARENT", "ALL").isMissingNode(),
                anne.representations().text("/changes"));
        Proof fallenBack = fallback(SyntheticPeople.LIV, "Samtale hos helsesykepleier");
        narrator.expect(
                "A new letter falls back at once",
                fallenBack.toPerson().path("reason").asText().equals("NO_DIGITAL_READER"),
                fallenBack.toPerson().path("reason"));
        clinic.lift(block).require(204);
        Answer again = Patiently.await(
                A_MOMENT, () -> anne.onBehalfOf(liv).open(livsLetter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect("Lifted, everything is as before", again.status() == 200, again.status());
    }

    private Sent aChildReadsWithConsent(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("3. Jon is fourteen; he reads with his mother's consent");
        Proof nobody = fallback(SyntheticPeople.JON, "Time hos tannlegen");
        narrator.expect(
                "Neither his mother nor he reads, and the sender hears it at once",
                nobody.toPerson().path("reason").asText().equals("NO_DIGITAL_READER"),
                nobody.toPerson().path("reason"));
        JsonNode right =
                Patiently.await(A_MOMENT, () -> currentRight("MARKED_VISIBLE"), found -> !found.isMissingNode());
        String jonsId = right.path("personId").asText();
        anne.consentToLogin(jonsId).require(204);
        Sent letter = published(narrator, SyntheticPeople.JON, "Svar på prøve");
        jon.acceptCurrentTerms().require(201);
        Answer read = Patiently.await(A_MOMENT, () -> jon.open(letter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect("Jon opens it himself", read.status() == 200, read.text("/title"));
        Answer mother = anne.onBehalfOf(jonsId).open(letter.deliveryId());
        narrator.expect(
                "His mother does not: the sender has not marked it", mother.status() == 404, mother.text("/code"));
        anne.revokeConsent(jonsId).require(204);
        Answer out = Patiently.await(A_MOMENT, () -> jon.open(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect("She takes the consent back, and he is out at once", out.status() == 403, out.text("/code"));
        return letter;
    }

    private void aPowerOfAttorney(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("4. Ola lets Kari read for him, and changes his mind");
        Patient ola = new Patient("ola");
        Patient kari = new Patient("kari");
        Sent letter = published(narrator, SyntheticPeople.OLA, "Innkalling til kontroll");
        Sent unused = published(narrator, SyntheticPeople.KARI, "Timebestilling");
        Answer given = ola.give(SyntheticPeople.KARI, "READ").require(201);
        String olasId = ola.profile().require(200).text("/personId");
        if (kari.acceptCurrentTerms().status() >= 500) {
            throw new ClaimFailed("Kari accepts the terms", "no answer");
        }
        Answer read = Patiently.await(
                A_MOMENT, () -> kari.onBehalfOf(olasId).open(letter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect("Kari reads Ola's letter", read.status() == 200, read.text("/title"));
        ola.end(given.text("/powerOfAttorneyId")).require(204);
        Instant ended = Instant.now();
        Answer out = Patiently.await(
                A_MOMENT, () -> kari.onBehalfOf(olasId).open(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect(
                "Ended, it opens nothing any more",
                out.status() == 404,
                "after " + Duration.between(ended, Instant.now()).toMillis() + " ms");
        List<JsonNode> log = ola.wholeAccessLog();
        narrator.expect(
                "Ola's access log says by which right she read",
                log.stream().anyMatch(entry -> entry.path("purpose").asText().equals("on-behalf-by-power-of-attorney")),
                "on-behalf-by-power-of-attorney");
    }

    private void theBirthday(Narrator narrator, Sent jons) throws IOException, InterruptedException {
        narrator.chapter("5. Midnight: Liv is twelve and Jon is sixteen");
        Duration untilMidnight =
                Duration.between(Instant.now(), BIRTHDAY.atStartOfDay(OSLO).toInstant());
        try {
            narrator.say("The development clock moves to " + world.advanceClock(untilMidnight.minusMinutes(5)) + ".");
            Answer before = Patiently.await(
                    A_MOMENT,
                    () -> anne.onBehalfOf(liv).open(livsLetter.deliveryId()),
                    answer -> answer.status() < 400);
            narrator.expect("Five minutes before, Anne still reads Liv's letter", before.status() == 200, "200");
            narrator.expect(
                    "... and Jon does not read his", jon.open(jons.deliveryId()).status() == 403, "403");
            narrator.say("The development clock moves to " + world.advanceClock(Duration.ofMinutes(6)) + ".");
            Answer after = Patiently.await(
                    A_MOMENT,
                    () -> anne.onBehalfOf(liv).open(livsLetter.deliveryId()),
                    answer -> answer.status() >= 400);
            narrator.expect("At midnight Anne is out, in the same session", after.status() == 404, after.text("/code"));
            Answer alone =
                    Patiently.await(A_MOMENT, () -> jon.open(jons.deliveryId()), answer -> answer.status() < 400);
            narrator.expect("... and Jon reads alone", alone.status() == 200, alone.text("/title"));
            Proof twelve = fallback(SyntheticPeople.LIV, "Innkalling til tannlege");
            narrator.expect(
                    "Whoever writes to Liv now hears that nobody reads digitally",
                    twelve.toPerson().path("reason").asText().equals("NO_DIGITAL_READER"),
                    twelve.toPerson().path("reason"));
            twelve.tell(narrator);
        } finally {
            narrator.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private Sent published(Narrator narrator, SyntheticPerson person, String title)
            throws IOException, InterruptedException {
        String messageId = send(person, title);
        Proof proof = clinic.proofOnce(messageId, Proof::isPublished);
        narrator.expect(
                "A letter to " + person.givenName() + " is published",
                proof.isPublished(),
                proof.toPerson().path("state"));
        return new Sent(messageId, proof.toPerson().path("deliveryId").asText());
    }

    private Proof fallback(SyntheticPerson person, String title) throws IOException, InterruptedException {
        return clinic.proofOnce(
                send(person, title),
                proof -> proof.toPerson().path("fallback").asText().equals("ORDERED"));
    }

    private String send(SyntheticPerson person, String title) throws IOException, InterruptedException {
        return clinic.send(
                        Letter.to(person, title, "Ring oss om du har spørsmål."),
                        List.of(),
                        UUID.randomUUID().toString())
                .require(201)
                .text("/messageId");
    }

    private JsonNode rightOf(String kind, String extent) throws IOException, InterruptedException {
        return rights().stream()
                .filter(right -> right.path("kind").asText().equals(kind)
                        && right.path("extent").asText().equals(extent))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** One that holds today. */
    private JsonNode currentRight(String extent) throws IOException, InterruptedException {
        String today = LocalDate.now(OSLO).toString();
        return rights().stream()
                .filter(right -> right.path("extent").asText().equals(extent)
                        && right.path("from").asText().compareTo(today) <= 0)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<JsonNode> rights() throws IOException, InterruptedException {
        JsonNode rights = anne.representations().json().path("actsFor");
        return StreamSupport.stream(rights.spliterator(), false).toList();
    }

    private static boolean isReadByParent(JsonNode entry) {
        return entry.path("action").asText().equals("letter-opened")
                && entry.path("purpose").asText().equals("on-behalf-as-parent");
    }
}
