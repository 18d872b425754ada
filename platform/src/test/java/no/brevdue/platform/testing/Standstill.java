package no.brevdue.platform.testing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import java.util.Map;
import java.util.Set;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.ObserverMethod;

/**
 * While it is open, no job of the running service runs and no fact is applied or carried away: a row that changes was changed
 * by a request, and a fact that a request publishes is seen in the outbox.
 */
public final class Standstill implements AutoCloseable {

    private static final Set<String> BACKGROUND = Set.of("no.brevdue.platform.job", "no.brevdue.platform.event");

    private final TableStates tables = new TableStates();

    private Standstill() {}

    public static Standstill begin() {
        Standstill still = new Standstill();
        tellBackground(new ShutdownEvent());
        return still;
    }

    /** A word about each table of the service that is another one whenever a row has come, changed or gone. */
    public Map<String, String> tables() {
        return tables.now();
    }

    @Override
    public void close() {
        tables.close();
        tellBackground(new StartupEvent());
    }

    /** As Quarkus does when the service ends and starts, but to nobody else. */
    private static <E> void tellBackground(E event) {
        CDI.current().getBeanManager().resolveObserverMethods(event).stream()
                .filter(observer -> BACKGROUND.contains(observer.getBeanClass().getPackageName()))
                .forEach(observer -> tell(observer, event));
    }

    private static <E> void tell(ObserverMethod<E> observer, E event) {
        observer.notify(new EventContext<>() {
            @Override
            public E getEvent() {
                return event;
            }

            @Override
            public EventMetadata getMetadata() {
                throw new UnsupportedOperationException("nobody asks for it");
            }
        });
    }
}
