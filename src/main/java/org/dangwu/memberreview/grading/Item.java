package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.ReviewGrade;

/**
 * One member's grade on its way (评定事项).
 *
 * @param dues whether he paid his dues, {@code null} while not typed (党费)
 * @param organisationLife how he took part in organisation life, {@code null} while not typed
 * @param facts other facts of daily conduct (日常表现)
 * @param indicators codes of negative indicators (B26)
 * @param handling what the committee does with him, {@code null} while undecided
 * @param matter what is to be verified
 * @param verificationId the verification opened last, or {@code null}
 * @param proposed the committee's proposal, {@code null} while there is none
 * @param finalGrade the grade that stands, {@code null} before
 */
public record Item(
    String itemId,
    String caseId,
    String organization,
    int year,
    String personId,
    String personName,
    int order,
    ItemState state,
    Dues dues,
    OrganisationLife organisationLife,
    String facts,
    List<String> indicators,
    Handling handling,
    String matter,
    String verificationId,
    ReviewGrade proposed,
    String reason,
    ReviewGrade finalGrade) {

  public Item {
    indicators = List.copyOf(indicators);
  }

  /** Dues (党费). */
  public enum Dues {
    PAID("按时足额"),
    LATE("有拖欠，已补交"),
    UNPAID("未交");

    private final String label;

    Dues(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Taking part in organisation life (组织生活). */
  public enum OrganisationLife {
    REGULAR("经常参加"),
    SELDOM("较少参加"),
    NEVER("无故不参加");

    private final String label;

    OrganisationLife(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What the committee does with the member in this sitting. */
  public enum Handling {
    GRADE("提出等次"),
    VERIFY("先核实"),
    HOLD("暂缓");

    private final String label;

    Handling(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  Optional<String> verification() {
    return Optional.ofNullable(verificationId);
  }

  /** The grade as far as it is decided: the final one, else the proposal. */
  Optional<ReviewGrade> grade() {
    return Optional.ofNullable(finalGrade).or(() -> Optional.ofNullable(proposed));
  }
}
