package no.brevdue.consent.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules once more, as a lawyer's clerk would keep them: what was said stands in lists, and is looked through when asked. */
final class SecondModel {

    final List<Body> people = new ArrayList<>();
    final List<Version> versions = new ArrayList<>();
    private final Map<String, List<Said>> consents = new HashMap<>();
    private final Set<Integer> oneUnderBoth = new HashSet<>();
    private final Map<Integer, Set<Integer>> accepted = new HashMap<>();
    private final Map<Integer, Set<String>> denied = new HashMap<>();

    record Body(
            LocalDate born, List<Power> powers, boolean dead, boolean hidden, boolean doubtful, LocalDate usesFrom) {}

    record Power(
            int who,
            String kind,
            boolean acts,
            LocalDate first,
            @Nullable LocalDate end) {}

    record Version(Instant effective, String change) {}

    private record Said(String what, Instant at, @Nullable Instant until) {}

    boolean may(int actor, int subject, boolean consenting, LocalDate day) {
        Body body = people.get(subject);
        int age = age(body.born(), day);
        if (actor == subject) {
            if (!consenting) {
                return true;
            }
            if (body.dead() || age < 13) {
                return false;
            }
            return age >= 16
                    || (!body.doubtful() && day.toEpochDay() >= body.usesFrom().toEpochDay());
        }
        Body other = people.get(actor);
        if (body.dead() || body.hidden() || body.doubtful() || other.dead() || other.hidden() || other.doubtful()) {
            return false;
        }
        for (Power power : body.powers()) {
            boolean began = power.first().toEpochDay() <= day.toEpochDay();
            boolean over = power.end() != null && power.end().toEpochDay() <= day.toEpochDay();
            if (power.who() == actor && began && !over && decides(power, age)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decides(Power power, int age) {
        if (age >= 13 && age <= 15) {
            return false;
        }
        if (power.kind().equals("PARENT")) {
            return age < 13;
        }
        return power.acts() && !power.kind().equals("POWER_OF_ATTORNEY");
    }

    /** Whoever is born on a leap day has a birthday on the 28th in other years. */
    private static int age(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        boolean leapless = born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !day.isLeapYear();
        int birthday = born.getMonthValue() * 100 + (leapless ? 28 : born.getDayOfMonth());
        return day.getMonthValue() * 100 + day.getDayOfMonth() < birthday ? years - 1 : years;
    }

    String link(int subject) {
        if (oneUnderBoth.contains(subject)) {
            oneUnderBoth.remove(subject);
            return "TWO";
        }
        oneUnderBoth.add(subject);
        return "ONE";
    }

    String decide(int subject, int number, String purpose, Decision decision, boolean newText, Instant now) {
        String was = state(subject, number, purpose, now);
        boolean holds = was.equals("GRANTED");
        String what = switch (decision) {
            case GRANT -> holds && !newText ? "SAME" : "GRANTED";
            case RENEW -> holds ? "GRANTED" : "NO";
            case REFUSE -> holds ? "NO" : was.equals("REFUSED") ? "SAME" : "REFUSED";
            case WITHDRAW -> holds ? "WITHDRAWN" : was.equals("WITHDRAWN") ? "SAME" : "NO";
        };
        if (what.equals("SAME") || what.equals("NO")) {
            return what;
        }
        int years = purpose.equals("contact") ? 2 : 5;
        Instant until = what.equals("GRANTED")
                ? now.atZone(ZoneId.of("Europe/Oslo")).plusYears(years).toInstant()
                : null;
        consents.putIfAbsent(subject + "/" + number + "/" + purpose, new ArrayList<>());
        for (List<Said> story : stories(subject, number, purpose)) {
            story.add(new Said(what, now, until));
        }
        return look(subject, number, purpose, now);
    }

    String look(int subject, int number, String purpose, Instant now) {
        String state = state(subject, number, purpose, now);
        int said = 0;
        for (List<Said> story : stories(subject, number, purpose)) {
            said += story.size();
        }
        return (state.isEmpty() ? "null" : state) + " " + said;
    }

    private List<List<Said>> stories(int subject, int number, String purpose) {
        List<List<Said>> found = new ArrayList<>();
        for (int other = 0; other < 2; other++) {
            List<Said> story = consents.get(subject + "/" + other + "/" + purpose);
            if (story != null && (other == number || oneUnderBoth.contains(subject))) {
                found.add(story);
            }
        }
        return found;
    }

    /** One no is enough, the last one said; then what is over; and only where neither is found somebody has said yes. */
    private String state(int subject, int number, String purpose, Instant now) {
        Said no = null;
        boolean over = false;
        boolean yes = false;
        for (List<Said> story : stories(subject, number, purpose)) {
            Said last = story.getLast();
            if (last.until() == null) {
                no = no == null || last.at().isAfter(no.at()) ? last : no;
            } else if (now.isBefore(last.until())) {
                yes = true;
            } else {
                over = true;
            }
        }
        return no != null ? no.what() : over ? "EXPIRED" : yes ? "GRANTED" : "";
    }

    /** Versions are counted from 1. What was accepted is carried on over every change of words, and no further. */
    String standing(int subject, Instant now) {
        int newest = newest(now);
        if (newest == 0) {
            return "NONE";
        }
        int bound = 0;
        boolean asked = true;
        boolean taken = false;
        for (int version = 1; version <= newest; version++) {
            if (accepted.getOrDefault(subject, Set.of()).contains(version)) {
                bound = version;
                asked = false;
                taken = false;
            } else {
                String change = versions.get(version - 1).change();
                asked |= change.equals("MATERIAL");
                taken |= bound > 0 && change.equals("REDUCING");
            }
        }
        if (bound > 0 && taken) {
            return "MAY " + newest + " " + bound;
        }
        return (asked ? "MUST " : "APPLIES ") + newest;
    }

    void accept(int subject, Instant now) {
        if (!standing(subject, now).startsWith("APPLIES") && newest(now) > 0) {
            accepted.computeIfAbsent(subject, unused -> new HashSet<>()).add(newest(now));
        }
    }

    private int newest(Instant now) {
        int newest = 0;
        for (Version version : versions) {
            newest += version.effective().isAfter(now) ? 0 : 1;
        }
        return newest;
    }

    String deny(int subject, String whom) {
        Set<String> all = denied.computeIfAbsent(subject, unused -> new HashSet<>());
        return all.add(whom) ? "DENIED " + all.size() : "SAME";
    }

    String lift(int subject, String whom) {
        Set<String> all = denied.getOrDefault(subject, new HashSet<>());
        return all.remove(whom) ? "LIFTED " + all.size() : "NONE";
    }

    int denied(int subject) {
        return denied.getOrDefault(subject, Set.of()).size();
    }
}
