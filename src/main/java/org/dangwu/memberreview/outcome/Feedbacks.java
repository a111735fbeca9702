package org.dangwu.memberreview.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.ItemState;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.grading.SittingBook;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes grades final and opens one feedback for each member concerned (F-B9, B21). */
@Component
class Feedbacks {

  static final String PAPER = "feedbackNote";
  private static final String DAYS = "review.objectionDays";

  private final ItemBook items;
  private final SittingBook sittings;
  private final FeedbackBook book;
  private final Dossiers dossiers;
  private final Parameters parameters;
  private final Notifications notifications;
  private final Sentences sentences;

  Feedbacks(
      ItemBook items,
      SittingBook sittings,
      FeedbackBook book,
      Dossiers dossiers,
      Parameters parameters,
      Notifications notifications,
      Sentences sentences) {
    this.items = items;
    this.sittings = sittings;
    this.book = book;
    this.dossiers = dossiers;
    this.parameters = parameters;
    this.notifications = notifications;
    this.sentences = sentences;
  }

  /** How many days a member has for an objection. */
  int days(String organization, int year) {
    return parameters.number(DAYS, organization, year);
  }

  /**
   * Settles what was decided since the last feedback.
   *
   * @return person ids of those who are to be told now, in the order of the roster
   */
  @Transactional
  List<String> open(String caseId, LocalDate due) {
    List<String> members = new ArrayList<>();
    for (Item item : items.of(caseId)) {
      if (item.state() == ItemState.CARRIED || item.state() == ItemState.APPROVED) {
        items.settle(item.itemId(), item.proposed());
        book.open(item.itemId());
        paper(item);
        tell(item, due);
        members.add(item.personId());
      }
    }
    return members;
  }

  /** That there is something to read; never what. */
  private void tell(Item item, LocalDate due) {
    notifications.announce(
        Announcement.of(
                "review-feedback/" + item.itemId() + "/" + due,
                "review-feedback-open",
                item.caseId(),
                item.organization())
            .about(item.personId())
            .due(due));
  }

  private void paper(Item item) {
    DocumentKey key = DocumentKey.about(item.caseId(), PAPER, item.personId());
    ReviewGrade grade = item.proposed();
    String hopes = grade == ReviewGrade.QUALIFIED ? sittings.encouragement(item.caseId()) : "";
    dossiers.write(
        key,
        Map.of(
            "grade",
            grade.label(),
            "comment",
            Stream.of(
                    sentences.say(
                        item.state() == ItemState.APPROVED
                            ? "feedback.approved"
                            : "feedback.carried",
                        grade.label()),
                    item.reason(),
                    hopes.isEmpty() && grade == ReviewGrade.QUALIFIED
                        ? sentences.say("feedback.encouragement")
                        : hopes)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")),
            "appeal",
            sentences.say("feedback.appeal", days(item.organization(), item.year()))),
        "system");
    dossiers.finish(key, "system");
  }
}
