package org.dangwu.verification;

import java.time.LocalDate;
import java.util.List;

/**
 * One verification (核实, B15, F-B6). Its texts are content: they may be shown to those who may read
 * it and never become process variables.
 *
 * @param organization code of the branch
 * @param matter what is to be verified
 * @param indicators codes of the table {@code disqualification_indicators} (B26)
 * @param informedOn day on which the findings were put to the person; {@code null} before
 * @param conclusion {@code null} before one is proposed and when it was broken off; stands once it
 *     is closed
 * @param conclusionText why
 * @param closedOn {@code null} while it is open or was broken off
 */
public record Verification(
    String id,
    String caseId,
    String organization,
    int year,
    String personId,
    String matter,
    List<String> indicators,
    State state,
    LocalDate informedOn,
    Conclusion conclusion,
    String conclusionText,
    LocalDate closedOn) {

  /** Where a verification stands. */
  public enum State {
    OPEN("核实中"),
    CLOSED("已有结论"),
    TERMINATED("已终止");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** True once there is a conclusion, or none will come any more. */
  public boolean isClosed() {
    return state != State.OPEN;
  }
}
