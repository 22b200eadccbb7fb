package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Independent tasks on several threads, results in the order of the tasks. */
public final class InParallel implements AutoCloseable {
    private final ExecutorService executor;

    /** Threads that wait for tasks until they are closed. */
    public InParallel(int threads) {
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "duecare-task");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the tasks; a failure of any of them is thrown. */
    public static <T> List<T> run(List<Callable<T>> tasks, int threads) {
        try (InParallel pool = new InParallel(threads)) {
            return all(tasks.stream().map(pool::start).toList());
        }
    }

    /** Starts a task. */
    public <T> Future<T> start(Callable<T> task) {
        return executor.submit(task);
    }

    /** Waits for tasks; a failure of any of them is thrown. */
    public static <T> List<T> all(List<Future<T>> started) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : started) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tasks were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task failed: " + e.getCause(), e.getCause());
        }
    }

    /** Stops all threads. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
