package no.brevdue.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.stack.Service;
import org.HdrHistogram.ConcurrentHistogram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at a fixed rate, whether the answers come or not, and counts each time from when the letter was due to be sent: a slow
 * answer delays no other letter and hides none. When a letter has got somewhere is when the clinic's feed says so, which is
 * after it is so: the times are never too good. What has not got there when patience ends counts as if it just had, and what
 * has not even been sent by then, since all connections were waiting for answers, is not sent any more and counts likewise.
 */
final class EndToEnd {

    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOOK_EACH_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final Correspondence letters;
    private final Map<String, Long> dueInInbox = new ConcurrentHashMap<>();
    private final Map<String, Long> dueToHandOver = new ConcurrentHashMap<>();
    private final ConcurrentHistogram accepted = new ConcurrentHistogram(3);
    private final ConcurrentHistogram inInbox = new ConcurrentHistogram(3);
    private final ConcurrentHistogram handedOver = new ConcurrentHistogram(3);
    private volatile long sendingEndsAt = Long.MAX_VALUE;

    EndToEnd(String token, Correspondence letters) {
        this.token = token;
        this.letters = letters;
    }

    /**
     * @param accepted until the answer
     * @param inInbox until it can be opened
     * @param handedOver until the mail server had the notification
     * @param late letters that had not got that far when patience ended
     */
    record Times(Pace accepted, Pace inInbox, Pace handedOver, int late) {}

    Times measure(Duration duration) throws IOException, InterruptedException {
        long count = duration.toSeconds() * PER_SECOND;
        String start = end();
        BlockingQueue<Wire> idle = new ArrayBlockingQueue<>(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(Wire.open(Service.MAILBOX, token));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> follow(start)));
            long begin = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = begin + i * 1_000_000_000L / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                int person = (int) (i % Correspondence.CROWD.size());
                all.add(threads.submit(() -> sendAt(due, person, idle)));
            }
            sendingEndsAt = System.nanoTime();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("Not every letter was sent and followed to its end", failed.getCause());
        }
        for (Wire wire : idle) {
            wire.close();
        }
        int late = dueToHandOver.size();
        dueInInbox.values().forEach(due -> record(inInbox, due));
        dueToHandOver.values().forEach(due -> record(handedOver, due));
        double perSecond = PER_SECOND;
        return new Times(
                new Pace(perSecond, accepted), new Pace(perSecond, inInbox), new Pace(perSecond, handedOver), late);
    }

    private Void sendAt(long due, int person, BlockingQueue<Wire> idle) throws IOException, InterruptedException {
        String reference = letters.reference();
        dueInInbox.put(reference, due);
        dueToHandOver.put(reference, due);
        Wire wire = null;
        while (wire == null && !patienceIsOver()) {
            wire = idle.poll(LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (wire != null) {
            String unused = letters.send(wire, Correspondence.CROWD.get(person), reference);
            idle.add(wire);
        }
        record(accepted, due);
        return null;
    }

    private Void follow(String start) throws IOException {
        try (Wire wire = Wire.open(Service.MAILBOX, token)) {
            String next = start;
            while (!isOver()) {
                JsonNode page = page(wire, next, "&wait=1");
                next = page.path("next").asText();
                page.path("events").forEach(this::hear);
            }
        }
        return null;
    }

    private boolean isOver() {
        return patienceIsOver() || (System.nanoTime() > sendingEndsAt && dueToHandOver.isEmpty());
    }

    private boolean patienceIsOver() {
        return System.nanoTime() - sendingEndsAt > PATIENCE.toNanos();
    }

    private void hear(JsonNode event) {
        String reference = event.path("reference").asText();
        switch (event.path("type").asText()) {
            case "delivery-published" -> arrived(reference, dueInInbox, inInbox);
            case "notification-handed-over" -> arrived(reference, dueToHandOver, handedOver);
            default -> {}
        }
    }

    private static void arrived(String reference, Map<String, Long> awaited, ConcurrentHistogram times) {
        Long due = awaited.remove(reference);
        if (due != null) {
            record(times, due);
        }
    }

    /** Where the feed stands before the first letter is sent. */
    private String end() throws IOException {
        try (Wire wire = Wire.open(Service.MAILBOX, token)) {
            String next = "";
            JsonNode page;
            do {
                page = page(wire, next, "");
                next = page.path("next").asText();
            } while (!page.path("events").isEmpty());
            return next;
        }
    }

    private static JsonNode page(Wire wire, String after, String wait) throws IOException {
        return JSON.readTree(
                wire.get("/v1/sender/events?limit=1000&after=" + after + wait).require(200));
    }

    private static void record(ConcurrentHistogram histogram, long due) {
        histogram.recordValue((System.nanoTime() - due) / 1_000);
    }
}
