package no.brevdue.consent.ledger;

import no.brevdue.consent.ledger.SecondModel.Body;
import no.brevdue.consent.ledger.SecondModel.Power;
import no.brevdue.consent.person.Person;
import no.brevdue.consent.restriction.Denials;
import no.brevdue.consent.restriction.Denials.Denial;
import no.brevdue.consent.terms.TermsStanding;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.NorwegianDay;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of consent-service and a second model of them, written apart from the first, take the same hundred thousand random
 * steps: decisions for oneself and for others, under one number or two that are found to be one person's and taken apart again,
 * terms that change, restrictions, birthdays, rights that come and go. They must not disagree once.
 */
class DecisionModelTest {

    private static final int STEPS = 100_000;
    private static final long SEED = 20_260_105;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final int PEOPLE = 24;
    private static final List<String> PURPOSES = List.of("letters", "archive", "contact");

    private final Random random = new Random(SEED);
    private final List<UUID> aliases = new ArrayList<>();
    private final List<Person> real = new ArrayList<>();
    private final SecondModel model = new SecondModel();
    private final Map<String, Consent> consents = new HashMap<>();
    private final Set<Integer> linked = new HashSet<>();
    private final List<TermsVersion> terms = new ArrayList<>();
    private final Map<Integer, List<Long>> accepted = new HashMap<>();
    private final Map<Integer, Denials> denials = new HashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private Instant now = START;

    @Test
    void aHundredThousandRandomStepsLeaveTheModelAndTheRulesInAgreement() {
        for (int who = 0; who < PEOPLE; who++) {
            aliases.add(new UUID(0, who));
            real.add(person(
                    bornOf(who), List.of(), false, false, false, bornOf(who).plusYears(16)));
            model.people.add(new Body(
                    bornOf(who), List.of(), false, false, false, bornOf(who).plusYears(16)));
        }
        String first = announce();
        assertThat(first).endsWith("1 <> 1");
        int agreed = 0;
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(20) == 0) {
                now = now.plus(Duration.ofHours(random.nextInt(40)));
            }
            String both = step();
            String[] answers = both.split(" <> ", -1);
            assertThat(answers[1])
                    .as("step %d at %s: %s", step, now, answers[0])
                    .isEqualTo(answers[2]);
            agreed++;
        }
        assertThat(agreed).isEqualTo(STEPS);
        assertThat(now).isAfter(START.plus(Duration.ofDays(365 * 8)));
        assertThat(seen.keySet())
                .as("every kind of answer was given")
                .contains(
                        "GRANTED",
                        "WITHDRAWN",
                        "REFUSED",
                        "NOT_ALLOWED",
                        "MUST",
                        "MAY",
                        "APPLIES",
                        "SAME",
                        "LIFTED",
                        "ONE",
                        "TWO");
        assertThat(seen.values()).allMatch(times -> times > 100);
    }

    /** What was done, what the rules say, and what the model says. */
    private String step() {
        int actor = random.nextInt(PEOPLE);
        int subject = random.nextInt(3) == 0 ? random.nextInt(PEOPLE) : representedOrSelf(actor);
        return switch (random.nextInt(20)) {
            case 0, 1 -> replan(subject);
            case 2 -> random.nextInt(10) == 0 ? announce() : standing(subject);
            case 3, 4 -> accept(actor, subject);
            case 5, 6 -> deny(actor, subject);
            case 7 -> lift(actor, subject);
            case 8 -> standing(subject);
            case 9 -> random.nextBoolean() ? link(subject) : look(subject);
            default -> decide(actor, subject);
        };
    }

    private String decide(int actor, int subject) {
        String purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        Decision decision = any(Decision.values());
        boolean newText = random.nextInt(4) == 0;
        int number = random.nextInt(2);
        String said = mayReally(actor, subject, decision.consents())
                ? really(subject, number, purpose, decision, newText)
                : notAllowed();
        String expected = model.may(actor, subject, decision.consents(), today())
                ? model.decide(subject, number, purpose, decision, newText, now)
                : "NOT_ALLOWED";
        return "%d decides %s %s for %d".formatted(actor, decision, purpose, subject) + " <> " + count(said) + " <> "
                + expected;
    }

    private String really(int subject, int number, String purpose, Decision decision, boolean newText) {
        try {
            List<Consent> before = about(subject, number, purpose);
            Optional<EventType> event = Transitions.of(Together.state(before, now), decision, newText);
            if (event.isEmpty()) {
                return "SAME";
            }
            for (UUID alias : Together.written(before, alias(subject, number))) {
                consents.compute(
                        alias + purpose,
                        (key, consent) -> consent == null
                                ? Consent.first(alias, "100100673", purpose, event.get(), 1, now)
                                : consent.after(event.get(), consent.decidedVersion() + 1, now));
            }
            return standing(about(subject, number, purpose));
        } catch (ProblemException refused) {
            return "NO";
        }
    }

    /** What was said under the number, or under both where they are known to be one person's. */
    private List<Consent> about(int subject, int number, String purpose) {
        return IntStream.range(0, 2)
                .filter(other -> other == number || linked.contains(subject))
                .mapToObj(other -> consents.get(alias(subject, other) + purpose))
                .filter(Objects::nonNull)
                .toList();
    }

    private String standing(List<Consent> consents) {
        return Together.state(consents, now) + " "
                + consents.stream().mapToLong(Consent::version).sum();
    }

    private UUID alias(int subject, int number) {
        return number == 0 ? aliases.get(subject) : new UUID(1, subject);
    }

    /** Two numbers are found to be one person's, or not to be after all. */
    private String link(int subject) {
        boolean apart = linked.remove(subject);
        String said = apart || !linked.add(subject) ? "TWO" : "ONE";
        return "numbers of " + subject + " <> " + count(said) + " <> " + model.link(subject);
    }

    private String look(int subject) {
        String purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        int number = random.nextInt(2);
        return "%s of %d under %d <> ".formatted(purpose, subject, number) + standing(about(subject, number, purpose))
                + " <> " + model.look(subject, number, purpose, now);
    }

    private String standing(int subject) {
        return "standing of " + subject + " <> " + count(reallyStanding(subject)) + " <> "
                + model.standing(subject, now);
    }

    private String reallyStanding(int subject) {
        TermsStanding standing = TermsStanding.of(terms, accepted.getOrDefault(subject, List.of()), now);
        if (standing.mustAccept() != null) {
            return "MUST " + standing.mustAccept().version();
        }
        if (standing.mayAccept() != null && standing.applies() != null) {
            return "MAY " + standing.mayAccept().version() + " "
                    + standing.applies().version();
        }
        return standing.applies() == null
                ? "NONE"
                : "APPLIES " + standing.applies().version();
    }

    /** Whoever is asked whether they may, says yes; which version that is, is the question. */
    private String accept(int actor, int subject) {
        if (!mayReally(actor, subject, false)) {
            return "%d accepts for %d <> %s <> ".formatted(actor, subject, notAllowed())
                    + (model.may(actor, subject, false, today()) ? "ALLOWED" : "NOT_ALLOWED");
        }
        TermsStanding standing = TermsStanding.of(terms, accepted.getOrDefault(subject, List.of()), now);
        TermsVersion asked = standing.mustAccept() == null ? standing.mayAccept() : standing.mustAccept();
        if (asked != null) {
            accepted.computeIfAbsent(subject, unused -> new ArrayList<>()).add(asked.version());
        }
        String allowed = model.may(actor, subject, false, today()) ? "" : "NOT_ALLOWED ";
        model.accept(subject, now);
        return "%d accepts for %d".formatted(actor, subject) + " <> " + reallyStanding(subject) + " <> " + allowed
                + model.standing(subject, now);
    }

    private String announce() {
        TermsChange change = any(TermsChange.values());
        Instant last = terms.isEmpty() ? START : terms.getLast().effectiveAt();
        Instant effective = terms.isEmpty() ? START : later(last, now.plus(Duration.ofDays(random.nextInt(30))));
        terms.add(new TermsVersion("terms-of-use", terms.size() + 1L, effective, "", change));
        model.versions.add(new SecondModel.Version(effective, change.name()));
        return "announces " + change + " <> " + terms.size() + " <> " + model.versions.size();
    }

    private String deny(int actor, int subject) {
        String target = String.valueOf(1_000_000 + random.nextInt(4));
        DeniedKind kind = any(DeniedKind.values());
        String expected =
                model.may(actor, subject, false, today()) ? model.deny(subject, kind + target) : "NOT_ALLOWED";
        String said = mayReally(actor, subject, false) ? reallyDeny(subject, kind, target) : notAllowed();
        return "%d denies for %d".formatted(actor, subject) + " <> " + count(said) + " <> " + expected;
    }

    private String reallyDeny(int subject, DeniedKind kind, String target) {
        Denials before = denials.getOrDefault(subject, new Denials(List.of()));
        if (before.about(kind, target).isPresent()) {
            return "SAME";
        }
        Denials after = before.with(new Denial(UUID.randomUUID(), aliases.get(subject), kind, target, now));
        denials.put(subject, after);
        return "DENIED " + after.inForce().size();
    }

    private String lift(int actor, int subject) {
        Denials before = denials.getOrDefault(subject, new Denials(List.of()));
        if (before.inForce().isEmpty()) {
            return "nothing to lift <> NONE <> " + (model.denied(subject) == 0 ? "NONE" : "SOME");
        }
        Denial first = before.inForce().getFirst();
        Denials after = before.without(before.byId(first.restrictionId()).orElseThrow());
        boolean allowed = mayReally(actor, subject, false);
        if (allowed) {
            denials.put(subject, after);
        }
        String said = allowed ? "LIFTED " + after.inForce().size() : notAllowed();
        String expected = model.may(actor, subject, false, today())
                ? model.lift(subject, first.kind() + first.target())
                : "NOT_ALLOWED";
        return "%d lifts for %d".formatted(actor, subject) + " <> " + count(said) + " <> " + expected;
    }

    private String replan(int who) {
        List<Power> powers = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            int from = random.nextInt(60) - 30;
            Integer days = random.nextBoolean() ? null : random.nextInt(900);
            powers.add(new Power(
                    random.nextInt(PEOPLE),
                    any(RepresentationKind.values()).name(),
                    random.nextBoolean(),
                    today().plusDays(from),
                    days == null ? null : today().plusDays(from + (long) days)));
        }
        boolean dead = random.nextInt(12) == 0;
        boolean hidden = random.nextInt(12) == 0;
        boolean doubtful = random.nextInt(8) == 0;
        LocalDate sixteen = bornOf(who).plusYears(16);
        LocalDate own = random.nextBoolean() ? sixteen : today().plusDays(random.nextInt(40) - 20L);
        own = own.isAfter(sixteen) ? sixteen : own;
        real.set(who, person(bornOf(who), powers, dead, hidden, doubtful, own));
        model.people.set(who, new Body(bornOf(who), powers, dead, hidden, doubtful, own));
        return "another plan for " + who + " <> " + powers.size() + " <> "
                + model.people.get(who).powers().size();
    }

    private boolean mayReally(int actor, int subject, boolean consents) {
        Person person = real.get(subject);
        return actor == subject
                ? !consents || person.decidesAlone(today())
                : person.isDecidedForBy(real.get(actor), Set.of(aliases.get(actor)), today())
                        .isPresent();
    }

    /** Somebody the actor has a right for, so that such steps are not rare. */
    private int representedOrSelf(int actor) {
        List<Integer> candidates = new ArrayList<>(List.of(actor));
        for (int who = 0; who < PEOPLE; who++) {
            int of = who;
            if (real.get(of).representations().stream()
                    .anyMatch(right -> right.representative().equals(aliases.get(actor)))) {
                candidates.add(of);
            }
        }
        return candidates.get(random.nextInt(candidates.size()));
    }

    private Person person(
            LocalDate born, List<Power> powers, boolean dead, boolean hidden, boolean doubtful, LocalDate own) {
        return new Person(
                born,
                dead,
                hidden,
                doubtful,
                own,
                powers.stream()
                        .map(power -> new Representation(
                                aliases.get(power.who()),
                                RepresentationKind.valueOf(power.kind()),
                                RepresentationExtent.ALL,
                                power.acts() ? RepresentationScope.ACT : RepresentationScope.READ,
                                power.first(),
                                power.end()))
                        .toList());
    }

    /** Some are children for all the time, some grow up, some are born on a leap day. */
    private static LocalDate bornOf(int who) {
        return switch (who % 4) {
            case 0 -> LocalDate.of(1960 + who, 5, 17);
            case 1 -> LocalDate.of(2010 + who / 2, 2, 28).plusDays(who);
            case 2 -> LocalDate.of(2012, 2, 29).plusYears(who / 8 * 4L);
            default -> LocalDate.of(2008 + who / 3, 12, 31);
        };
    }

    private <E> E any(E[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private LocalDate today() {
        return NorwegianDay.of(now);
    }

    private String notAllowed() {
        return count("NOT_ALLOWED");
    }

    private String count(String answer) {
        seen.merge(answer.split(" ", -1)[0], 1, Integer::sum);
        return answer;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
