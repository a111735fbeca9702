package org.dangwu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Shows each measurement at once and keeps it in a file, so that a summary can be checked. */
final class Progress implements AutoCloseable {

  private final PrintWriter raw;

  Progress(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    raw = new PrintWriter(Files.newBufferedWriter(file));
    raw.println(
        "round,contestant,starts_per_s,completions_per_s,completion_p50_ms,completion_p99_ms");
  }

  void say(String message) {
    System.out.println("[bench] " + message);
  }

  void round(
      int round, String contestant, LoadDriver.Timing starts, LoadDriver.Timing completions) {
    say(
        String.format(
            Locale.ROOT,
            "round %2d  %-46s start %6.0f/s  complete %6.0f/s  p50 %6.2f ms  p99 %6.2f ms",
            round,
            contestant,
            starts.perSecond(),
            completions.perSecond(),
            completions.medianMillis(),
            completions.p99Millis()));
    raw.printf(
        Locale.ROOT,
        "%d,\"%s\",%.1f,%.1f,%.3f,%.3f%n",
        round,
        contestant,
        starts.perSecond(),
        completions.perSecond(),
        completions.medianMillis(),
        completions.p99Millis());
    raw.flush();
  }

  @Override
  public void close() {
    raw.close();
  }
}
