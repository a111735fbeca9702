package org.dangwu.memberreview.year;

import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that a branch that could not be started does not review by itself, such as one of fewer
 * than three formal members, whose members take part in a joint branch (E34), and tells it so.
 */
@Component
class BranchExemption {

  private static final int LEAST = 4;
  private static final int MOST = 500;

  private final ReviewYearBook book;
  private final BranchRuns runs;
  private final ReviewYearNotices notices;
  private final Notifications notifications;
  private final ReviewSentences sentences;

  BranchExemption(
      ReviewYearBook book,
      BranchRuns runs,
      ReviewYearNotices notices,
      Notifications notifications,
      ReviewSentences sentences) {
    this.book = book;
    this.runs = runs;
    this.notices = notices;
    this.notifications = notifications;
    this.sentences = sentences;
  }

  /**
   * @param reason in which branch its members take part
   */
  @Transactional
  void record(String caseId, String branch, String reason, String user) {
    ReviewYear year = book.find(caseId).orElseThrow();
    if (reason.length() < LEAST || reason.length() > MOST) {
      throw sentences.refusal("year.joint");
    }
    boolean blocked =
        book.of(caseId).stream()
            .anyMatch(body -> body.code().equals(branch) && body.blockedReason() != null);
    if (!blocked
        || book.isExempt(caseId, branch)
        || runs.counting(branch, year.year()).isPresent()) {
      throw sentences.refusal("year.notBlocked");
    }
    book.handle(caseId, branch, new Handled<>(Decision.EXEMPT, null), user);
    notices.exempt(year, branch, reason, user);
    notifications.announce(
        Announcement.of(
            "review-year-exempt/" + caseId + "/" + branch, "review-year-exempt", caseId, branch));
  }
}
