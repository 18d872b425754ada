package no.brevdue.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.Tokens;
import no.brevdue.local.demo.World;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures a stack of its own from the ceiling down, tells how it goes, and ends with one line of JSON. */
public final class Bench {

    private static final Duration DRAINED_AFTER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final SyntheticPerson FEW = SyntheticPeople.ANNE;
    private static final SyntheticPerson MANY = SyntheticPeople.KARI;

    private final Stack stack;
    private final int scale;
    private final long begun = System.nanoTime();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** @param quick within 90 seconds; otherwise each figure is measured four times as long */
    public Bench(Stack stack, boolean quick) {
        this.stack = stack;
        this.scale = quick ? 1 : 4;
    }

    public void run() throws IOException, InterruptedException, SQLException {
        String clinic = Tokens.fresh("solvang-clinic");
        Correspondence letters = new Correspondence();
        try (Connection database = stack.database()) {
            say("The ceiling: the reference transaction on the idle stack");
            Pace ceiling = new Ceiling(stack).measure(seconds(2), measured(5));
            figure("ceiling_per_s", ceiling.perSecond());

            say("A crowd of %d gets its first letters".formatted(Correspondence.CROWD.size()));
            meet(clinic, letters);
            drain(new Backlog(database, 0));

            say("Warm-up: as many letters as get all the way through");
            double unused = new Sustained(clinic, letters, new Backlog(database, 0)).measure(seconds(1), seconds(11));
            drain(new Backlog(database, 0));

            say("100 letters a second, whatever the answers");
            EndToEnd.Times times = new EndToEnd(clinic, letters).measure(measured(10));
            figure("accept_at_100_p99_ms", times.accepted().millisAt(99));
            figure("e2e_p50_ms", times.inInbox().millisAt(50));
            figure("e2e_p99_ms", times.inInbox().millisAt(99));
            figure("handed_over_p50_ms", times.handedOver().millisAt(50));
            figure("handed_over_p99_ms", times.handedOver().millisAt(99));
            figure("e2e_late", times.late());

            say("The first page of an inbox with %d letters and with %d".formatted(InboxPages.FEW, InboxPages.MANY));
            InboxPages.Times pages = inbox(database, clinic, letters);
            figure("inbox_few_p50_ms", pages.few().millisAt(50));
            figure("inbox_many_p50_ms", pages.many().millisAt(50));
            figure("inbox_flatness", pages.flatness());

            say("As many letters as get all the way through");
            double sustained = new Sustained(clinic, letters, new Backlog(database, InboxPages.MANY))
                    .measure(seconds(2), measured(8));
            figure("sustained_per_s", sustained);
            drain(new Backlog(database, InboxPages.MANY));

            say("As many letters as are accepted");
            Pace accept = new Accept(clinic, letters).measure(seconds(2), measured(7));
            figure("accept_per_s", accept.perSecond());
            figure("accept_p50_ms", accept.millisAt(50));
            figure("accept_p99_ms", accept.millisAt(99));

            say("%d unread letters whose time is up in one moment".formatted(InboxPages.MANY));
            figure("due_per_s", new Engine(database).measure());

            figure("accept_ratio", accept.perSecond() / ceiling.perSecond());
            figure("sustained_ratio", sustained / ceiling.perSecond());
        }
        figure("load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        report();
    }

    /** Each measurement begins with nothing under way, as far as the machine gets there in time; otherwise it says so. */
    private void drain(Backlog backlog) throws SQLException, IOException, InterruptedException {
        long left = backlog.awaitEmpty(DRAINED_AFTER);
        if (left > 0) {
            say("%d letters are still under way; what follows is slower for them".formatted(left));
        }
        new World().forgetMail();
    }

    /** Everybody is unknown at first and is registered; that is no part of any figure. */
    private static void meet(String clinic, Correspondence letters) throws IOException, InterruptedException {
        new World().settle(Correspondence.CROWD.size());
        try (Wire wire = Wire.open(Service.MAILBOX, clinic)) {
            for (int i = 0; i < Correspondence.CROWD.size(); i++) {
                letters.sendNext(wire);
            }
        }
    }

    private InboxPages.Times inbox(Connection database, String clinic, Correspondence letters)
            throws IOException, InterruptedException, SQLException {
        InboxPages.sendFew(letters, clinic, FEW);
        String original;
        try (Wire wire = Wire.open(Service.MAILBOX, clinic)) {
            original = letters.send(wire, MANY);
        }
        InboxPages.awaitPublished(database, original, PATIENCE);
        InboxPages.fill(database, original);
        return new InboxPages(Tokens.fresh(FEW.key()), Tokens.fresh(MANY.key())).measure(seconds(1), measured(4));
    }

    private void report() throws IOException {
        System.out.println();
        figures.forEach((name, value) -> System.out.printf("  %-22s %10s%n", name, value));
        System.out.println();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
    }

    private void figure(String name, double value) {
        int digits = value < 10 ? 3 : 1;
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        figures.put(name, rounded);
        System.out.printf("           %-22s %10s%n", name, rounded);
    }

    private void say(String phase) {
        System.out.printf("  %4d s   %s%n", (System.nanoTime() - begun) / 1_000_000_000L, phase);
    }

    private Duration measured(int seconds) {
        return seconds(seconds * scale);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
