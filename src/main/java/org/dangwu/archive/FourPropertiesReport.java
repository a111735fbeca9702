package org.dangwu.archive;

import java.util.List;

/**
 * The report of the four-properties check (四性检测报告) as stored in the package.
 *
 * @param checkedAt ISO time
 */
public record FourPropertiesReport(String checkedAt, boolean passed, List<Line> lines) {

  public FourPropertiesReport {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that was checked.
   *
   * @param property 真实性, 完整性, 可用性 or 安全性
   * @param check what was checked
   * @param count how many times
   * @param problems Chinese sentences; empty when passed
   */
  public record Line(String property, String check, int count, List<String> problems) {

    public Line {
      problems = List.copyOf(problems);
    }
  }
}
