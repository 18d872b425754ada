package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Asks every service that shows people something of their own until it shows it no longer to somebody with the login of the dead. */
final class ClosedLogins {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    /** What is seen is at most this much longer than what is true; to look more often would be most of the load. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static final Map<Service, String> ADDRESSES = Map.of(
            Service.IDENTITY, "/v1/me/logins?limit=1",
            Service.CONSENT, "/v1/me/research-contact",
            Service.AUDIT, "/v1/me/access-log?limit=1");

    private final Map<Service, List<Duration>> delays = new ConcurrentHashMap<>();
    private final List<Thread> watchers = new ArrayList<>();

    /** Whether somebody who lives is shown all of it. */
    static boolean areOpen(SyntheticPerson person) throws IOException, InterruptedException {
        for (Map.Entry<Service, String> one : ADDRESSES.entrySet()) {
            if (new Api(one.getKey().url(), person.key()).get(one.getValue()).status() != 200) {
                return false;
            }
        }
        return true;
    }

    void watch(SyntheticPerson person, Instant died) {
        ADDRESSES.forEach((service, address) ->
                watchers.add(Thread.ofVirtual().start(() -> watch(service, address, person.key(), died))));
    }

    private void watch(Service service, String address, String who, Instant died) {
        Api api = new Api(service.url(), who);
        try {
            while (api.get(address).status() == 200 && Instant.now().isBefore(died.plus(A_MOMENT))) {
                Thread.sleep(LOOK_AGAIN);
            }
            delays.computeIfAbsent(service, unused -> Collections.synchronizedList(new ArrayList<>()))
                    .add(Duration.between(died, Instant.now()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was seen in each service, the shortest delay first. */
    Map<String, List<Duration>> seen() throws InterruptedException {
        for (Thread watcher : watchers) {
            watcher.join();
        }
        Map<String, List<Duration>> sorted = new TreeMap<>();
        delays.forEach((service, seen) ->
                sorted.put(service.id(), seen.stream().sorted().toList()));
        return sorted;
    }
}
