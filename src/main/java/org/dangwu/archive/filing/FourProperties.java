package org.dangwu.archive.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dangwu.archive.FourPropertiesReport;

/**
 * Gathers the outcome of the four-properties checks of one case. Only the filed version of a
 * document has to pass: what is wrong with an earlier one cannot be mended any more and stands in
 * the report.
 */
class FourProperties {

  private final Map<Check, Integer> done = new EnumMap<>(Check.class);
  private final List<Failure> failures = new ArrayList<>();
  private final List<Failure> remarks = new ArrayList<>();

  /** Notes one check of one document. */
  void note(Check check, String title, boolean passed, String problem) {
    note(check, title, passed, problem, failures);
  }

  /** The same for a version that a later one has replaced. */
  void noteEarlier(Check check, String title, int version, boolean passed, String problem) {
    note(check, title, passed, "的第%d稿".formatted(version) + problem + "，已由后稿替代", remarks);
  }

  private void note(
      Check check, String title, boolean passed, String problem, List<Failure> failed) {
    done.merge(check, 1, Integer::sum);
    if (!passed) {
      failed.add(new Failure(check, title, problem));
    }
  }

  boolean passed() {
    return failures.isEmpty();
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  FourPropertiesReport report(Instant checkedAt) {
    List<FourPropertiesReport.Line> lines = new ArrayList<>();
    for (Check check : Check.values()) {
      List<String> problems =
          Stream.concat(failures.stream(), remarks.stream())
              .filter(f -> f.check() == check)
              .map(Failure::sentence)
              .toList();
      lines.add(
          new FourPropertiesReport.Line(
              check.property(), check.label(), done.getOrDefault(check, 0), problems));
    }
    return new FourPropertiesReport(checkedAt.toString(), passed(), lines);
  }

  /**
   * @param title title of the document
   * @param problem what is wrong with it, without its content
   */
  record Failure(Check check, String title, String problem) {

    String sentence() {
      return "《" + title + "》" + problem;
    }
  }
}
