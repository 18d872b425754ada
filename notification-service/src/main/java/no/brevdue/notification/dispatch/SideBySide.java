package no.brevdue.notification.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, a bounded number of them at once. */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads;

    SideBySide(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
    }

    /** Returns when all are done, in their order. The first failure is thrown. */
    <T, R> Map<T, R> map(List<T> things, Function<T, R> work) {
        List<Callable<R>> calls = things.stream()
                .<Callable<R>>map(thing -> () -> work.apply(thing))
                .toList();
        try {
            List<Future<R>> done = threads.invokeAll(calls);
            Map<T, R> results = new LinkedHashMap<>();
            for (int i = 0; i < things.size(); i++) {
                results.put(things.get(i), done.get(i).get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping", interrupted);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
