package no.brevdue.local.stack;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at once, and fails as soon as one of them does. */
final class Parallel {

    private Parallel() {}

    static void run(List<Callable<Void>> tasks) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(
                tasks.size(), Thread.ofPlatform().daemon().factory());
        try {
            ExecutorCompletionService<Void> finished = new ExecutorCompletionService<>(threads);
            tasks.forEach(finished::submit);
            for (int i = 0; i < tasks.size(); i++) {
                finished.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
