package org.dangwu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Works a list off with a fixed number of threads and takes the time. */
final class LoadDriver implements AutoCloseable {

  /** One piece of work. */
  interface Work<T> {
    void on(T item) throws Exception;
  }

  /** One uninterrupted stretch of work: how long it took as a whole and each piece of it. */
  record Lap(double seconds, long[] nanos) {}

  /**
   * @param perSecond pieces of work done per second of wall-clock time
   * @param medianMillis median time of one piece
   * @param p99Millis time that 99 of 100 pieces did not exceed
   */
  record Timing(double perSecond, double medianMillis, double p99Millis) {

    static Timing of(List<Lap> laps) {
      double seconds = laps.stream().mapToDouble(Lap::seconds).sum();
      long[] nanos =
          laps.stream().flatMapToLong(lap -> Arrays.stream(lap.nanos())).sorted().toArray();
      return new Timing(
          nanos.length / seconds,
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
  }

  private final int threads;
  private final ExecutorService workers;

  LoadDriver(int threads) {
    this.threads = threads;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** Does all of it. The first failure ends the benchmark: a failed piece is not a fast piece. */
  <T> Lap run(List<T> items, Work<T> work) throws Exception {
    long[] nanos = new long[items.size()];
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      running.add(
          workers.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                  long before = System.nanoTime();
                  work.on(items.get(i));
                  nanos[i] = System.nanoTime() - before;
                }
                return null;
              }));
    }
    for (Future<?> worker : running) {
      worker.get();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Lap(seconds, nanos);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
