package no.brevdue.consent.ledger;

import no.brevdue.consent.person.Person;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second, smaller model of consents and ages, written apart from the first: it keeps a list of what was said and looks
 * through it from the end. Both take the same hundred thousand random steps and must not disagree once.
 */
class DecisionModelTest {

    private static final List<Decision> DECISIONS = List.of(Decision.values());
    private static final int STEPS = 100_000;
    private static final long SEED = 20_260_105;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<String> PURPOSES = List.of("letters", "archive", "location");

    private final Random random = new Random(SEED);
    private final Map<String, Consent> real = new HashMap<>();
    private final Map<String, List<Said>> model = new HashMap<>();
    private final Person young = new Person(LocalDate.of(2012, 6, 1), false);
    private final Person old = new Person(LocalDate.of(1980, 6, 1), false);
    private Instant now = START;

    @Test
    void aHundredThousandRandomStepsLeaveTheModelAndTheRulesInAgreement() {
        int agreed = 0;
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(20) == 0) {
                now = now.plus(Duration.ofDays(random.nextInt(60)));
            }
            boolean isYoung = random.nextInt(4) == 0;
            String key = (isYoung ? "young" : "old") + random.nextInt(30) + "/" + purpose();
            Decision decision = DECISIONS.get(random.nextInt(DECISIONS.size()));

            String said = really(key, decision, isYoung ? young : old);
            String expected = bySecondModel(key, decision, isYoung);

            assertThat(said)
                    .as("step %d, %s %s at %s", step, key, decision, now)
                    .isEqualTo(expected);
            agreed++;
        }
        assertThat(agreed).isEqualTo(STEPS);
        assertThat(model.values().stream().mapToInt(List::size).sum()).isGreaterThan(STEPS / 10);
    }

    private String really(String key, Decision decision, Person person) {
        String purpose = key.substring(key.indexOf('/') + 1);
        try {
            if ((decision == Decision.GRANT || decision == Decision.RENEW)
                    && !AgeRule.mayConsentAlone(person.age(now))) {
                return "TOO_YOUNG";
            }
            Consent before = real.get(key);
            List<Consent> all = before == null ? List.of() : List.of(before);
            Optional<EventType> event = Transitions.of(ConsentService.together(all, now), decision);
            if (event.isEmpty()) {
                return "SAME";
            }
            Consent after = before == null
                    ? Consent.first(UUID.randomUUID(), "100100673", purpose, event.get(), 1, now)
                    : before.after(event.get(), before.decidedVersion() + 1, now);
            real.put(key, after);
            return after.state() + " " + after.version() + " " + after.holds(now);
        } catch (ProblemException refused) {
            return "REFUSED";
        }
    }

    private String bySecondModel(String key, Decision decision, boolean isYoung) {
        boolean asksToConsent = decision == Decision.GRANT || decision == Decision.RENEW;
        boolean is16 = !isYoung || !now.isBefore(Instant.parse("2028-05-31T22:00:00Z"));
        if (asksToConsent && !is16) {
            return "TOO_YOUNG";
        }
        List<Said> story = model.computeIfAbsent(key, unused -> new ArrayList<>());
        Said last = story.isEmpty() ? null : story.getLast();
        boolean holds = last != null && last.until() != null && now.isBefore(last.until());
        return switch (decision) {
            case GRANT -> holds ? "SAME" : say(story, key, ConsentState.GRANTED);
            case RENEW -> holds ? say(story, key, ConsentState.GRANTED) : "REFUSED";
            case REFUSE ->
                holds ? "REFUSED" : is(last, ConsentState.REFUSED) ? "SAME" : say(story, key, ConsentState.REFUSED);
            case WITHDRAW ->
                holds ? say(story, key, ConsentState.WITHDRAWN) : is(last, ConsentState.WITHDRAWN) ? "SAME" : "REFUSED";
        };
    }

    private static boolean is(@Nullable Said last, ConsentState state) {
        return last != null && last.state() == state;
    }

    private String say(List<Said> story, String key, ConsentState state) {
        int years = key.endsWith("location") ? 1 : 5;
        Instant until = state == ConsentState.GRANTED
                ? now.atZone(ZoneId.of("Europe/Oslo")).plusYears(years).toInstant()
                : null;
        story.add(new Said(state, until));
        return state + " " + story.size() + " " + (state == ConsentState.GRANTED);
    }

    private String purpose() {
        return PURPOSES.get(random.nextInt(PURPOSES.size()));
    }

    private record Said(ConsentState state, @Nullable Instant until) {}
}
