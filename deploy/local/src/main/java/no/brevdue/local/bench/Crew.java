package no.brevdue.local.bench;

import org.HdrHistogram.ConcurrentHistogram;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Workers that each do one thing after another, as fast as they can, for a while. */
final class Crew {

    private Crew() {}

    interface Hiring {
        Worker hire(int number) throws Exception;
    }

    interface Task {
        void run() throws Exception;
    }

    interface End {
        void run() throws IOException, SQLException;
    }

    interface Worker extends AutoCloseable {

        void workOnce() throws Exception;

        @Override
        void close() throws IOException, SQLException;

        static Worker of(Task task, End end) {
            return new Worker() {
                @Override
                public void workOnce() throws Exception {
                    task.run();
                }

                @Override
                public void close() throws IOException, SQLException {
                    end.run();
                }
            };
        }
    }

    /** What is done during the warm-up does not count. A worker that fails fails the whole. */
    static Pace work(int workers, Duration warmUp, Duration measured, Hiring hiring)
            throws InterruptedException, IOException {
        ConcurrentHistogram latencies = new ConcurrentHistogram(3);
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < workers; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    try (Worker worker = hiring.hire(number)) {
                        long started = System.nanoTime();
                        while (started < end) {
                            worker.workOnce();
                            long finished = System.nanoTime();
                            if (started >= begin && finished <= end) {
                                latencies.recordValue((finished - started) / 1_000);
                                done.incrementAndGet();
                            }
                            started = finished;
                        }
                        return null;
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("The measured work failed", failed.getCause());
        }
        return new Pace(done.get() / (measured.toMillis() / 1_000.0), latencies);
    }
}
