package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Liv grows up: her mother reads, is kept out, is out for good; then Liv reads, by leave and at last alone. */
final class Childhood {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate BORN = SyntheticPeople.LIV.birthDate();

    private final Narrator narrator;
    private final Clinic clinic;
    private final World world;
    private final AccessLogLines log;
    private final Patient anne = new Patient("anne");
    private final Patient liv = new Patient("liv");

    private PublishedLetter letter = new PublishedLetter("", "");
    private String livsId = "";

    Childhood(Narrator narrator, Clinic clinic, World world, AccessLogLines log) {
        this.narrator = narrator;
        this.clinic = clinic;
        this.world = world;
        this.log = log;
    }

    void aMotherReads() throws IOException, InterruptedException {
        narrator.chapter("Liv is ten; her mother reads her letter");
        letter = clinic.publish(Letter.to(SyntheticPeople.LIV, "Vaksine på skolen", "Ta med kortet."));
        JsonNode right = Patiently.await(A_MOMENT, () -> right("ALL"), found -> !found.isMissingNode());
        narrator.expect("Anne sees that she may act for a child, and until when", right.has("until"), right);
        livsId = right.path("personId").asText();
        anne.agree(narrator, "Anne");
        Answer opened = Patiently.await(A_MOMENT, this::anneOpens, answer -> answer.status() < 400);
        narrator.expect("She opens and reads it", opened.status() == 200, opened.text("/title"));
        Proof proof = clinic.proofOnce(letter.messageId(), Proof::isComplete);
        narrator.expect(
                "The sender learns that a representative read it, not who",
                proof.says("OPENED", "REPRESENTATIVE"),
                "OPENED by REPRESENTATIVE");
        int unnamed = anne.open(letter.deliveryId()).status();
        narrator.expect("Without saying for whom, she finds nothing", unnamed == 404, unnamed);
        Answer alone = liv.letters();
        narrator.expect("Liv herself is too young to read alone", alone.status() == 403, alone.text("/code"));
        log.expect(narrator, "Liv's", liv, "letter-accepted treatment", "letter-opened on-behalf-as-parent");
    }

    void aBlockLeavesNoTrace() throws IOException, InterruptedException {
        narrator.chapter("A clinician blocks disclosure; to the mother there is no such child");
        String block = clinic.block(SyntheticPeople.LIV).require(201).text("/id");
        try {
            Answer hidden = Patiently.await(A_MOMENT, this::anneOpens, answer -> answer.status() >= 400);
            Answer never = anne.onBehalfOf(UUID.randomUUID().toString()).open(letter.deliveryId());
            narrator.expect(
                    "The letter is gone, and the answer is the one for a child that never was",
                    hidden.status() == 404 && hidden.text("/code").equals(never.text("/code")),
                    hidden.text("/code"));
            narrator.expect(
                    "Her list of rights names one child less and no block",
                    right("ALL").isMissingNode()
                            && !anne.representations().toString().contains(livsId),
                    anne.representations().text("/changes"));
            fallsBack("A new letter falls back at once", "Samtale hos helsesykepleier");
        } finally {
            clinic.lift(block).require(204);
        }
        Answer again = Patiently.await(A_MOMENT, this::anneOpens, answer -> answer.status() < 400);
        narrator.expect("Lifted, everything is as before", again.status() == 200, again.status());
    }

    /** On the development clock. What was planned in those years leaves out what was over then; so it is planned anew. */
    void theBirthdays() throws IOException, InterruptedException {
        try {
            twelve();
            thirteen();
            sixteen();
        } finally {
            narrator.say("The development clock is back at " + world.resetClock() + ".");
            clinic.lift(clinic.block(SyntheticPeople.LIV).require(201).text("/id"))
                    .require(204);
        }
    }

    private void twelve() throws IOException, InterruptedException {
        narrator.chapter("Midnight: Liv is twelve");
        until(midnightOf(12).minus(Duration.ofMinutes(5)));
        Answer before = Patiently.await(A_MOMENT, this::anneOpens, answer -> answer.status() < 400);
        narrator.expect("Five minutes before, Anne still reads Liv's letter", before.status() == 200, before.status());
        theClinicHears();
        until(midnightOf(12).plus(Duration.ofMinutes(1)));
        Answer after = Patiently.await(A_MOMENT, this::anneOpens, answer -> answer.status() >= 400);
        narrator.expect("At midnight she is out, in the same session", after.status() == 404, after.text("/code"));
        fallsBack("Whoever writes to Liv hears that nobody reads digitally", "Innkalling til tannlege");
    }

    /** A birthday is told once: on a stack where this story has been played the clinic knows. */
    private void theClinicHears() throws IOException, InterruptedException {
        boolean before = told();
        PublishedLetter recent = clinic.publish(Letter.to(SyntheticPeople.LIV, "Timebestilling", "Ring oss."));
        if (before) {
            narrator.say("The clinic was told of it when this story was played here before.");
            return;
        }
        String awaited = "readers-change-soon UNMARKED_LETTERS_HAVE_NO_READER";
        List<String> news =
                Patiently.await(A_MINUTE, () -> clinic.news(recent.messageId()), found -> found.contains(awaited));
        narrator.expect(
                "Whoever has written to Liv hears weeks ahead what changes, and of nobody who acts for her",
                news.contains(awaited),
                news);
    }

    private boolean told() throws IOException, InterruptedException {
        return liv.wholeAccessLog().stream()
                .anyMatch(entry -> entry.path("action").asText().equals("readers-change-told"));
    }

    private void thirteen() throws IOException, InterruptedException {
        narrator.chapter("Liv is thirteen; she reads with her mother's consent");
        until(midnightOf(13).plus(Duration.ofHours(8)));
        Answer before = liv.open(letter.deliveryId());
        narrator.expect("Not without it", before.status() == 403, before.text("/code"));
        anne.consentToLogin(livsId).require(204);
        liv.agree(narrator, "Liv");
        Answer read = Patiently.await(A_MOMENT, this::livOpens, answer -> answer.status() < 400);
        narrator.expect("Liv opens her letter", read.status() == 200, read.text("/title"));
        Answer mother = anneOpens();
        narrator.expect(
                "Her mother does not: the sender has not marked it", mother.status() == 404, mother.text("/code"));
        log.expect(narrator, "Liv's", liv, "login-consent-given own-use", "letter-opened own-use");
        anne.revokeConsent(livsId).require(204);
        Answer out = Patiently.await(A_MOMENT, this::livOpens, answer -> answer.status() >= 400);
        narrator.expect("Anne takes the consent back, and Liv is out at once", out.status() == 403, out.text("/code"));
    }

    private void sixteen() throws IOException, InterruptedException {
        narrator.chapter("Liv is sixteen; she reads alone");
        until(midnightOf(16).minus(Duration.ofMinutes(5)));
        Answer before = livOpens();
        narrator.expect("Five minutes before she does not", before.status() == 403, before.text("/code"));
        until(midnightOf(16).plus(Duration.ofMinutes(1)));
        Answer alone = Patiently.await(A_MOMENT, this::livOpens, answer -> answer.status() < 400);
        narrator.expect("At midnight she reads, and asks nobody", alone.status() == 200, alone.text("/title"));
    }

    private Answer anneOpens() throws IOException, InterruptedException {
        return anne.onBehalfOf(livsId).open(letter.deliveryId());
    }

    private Answer livOpens() throws IOException, InterruptedException {
        return liv.open(letter.deliveryId());
    }

    private void fallsBack(String claim, String title) throws IOException, InterruptedException {
        Proof proof = clinic.proofOnce(
                clinic.post(Letter.to(SyntheticPeople.LIV, title, "Ring oss om du har spørsmål.")),
                found -> found.isInFallback("NO_DIGITAL_READER"));
        narrator.expect(claim, proof.isInFallback("NO_DIGITAL_READER"), proof.summary());
    }

    private static Instant midnightOf(int age) {
        return BORN.plusYears(age).atStartOfDay(OSLO).toInstant();
    }

    private void until(Instant time) throws IOException, InterruptedException {
        Duration ahead = Duration.between(Instant.parse(world.businessTime()), time);
        narrator.say("The development clock moves to " + world.advanceClock(ahead) + ".");
    }

    /** Anne's right to act for Liv as a parent. */
    private JsonNode right(String extent) throws IOException, InterruptedException {
        JsonNode rights = anne.representations().require(200).json().path("actsFor");
        String until = BORN.plusYears(extent.equals("ALL") ? 12 : 16).toString();
        return StreamSupport.stream(rights.spliterator(), false)
                .filter(right -> right.path("extent").asText().equals(extent)
                        && right.path("until").asText().equals(until))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
