package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Feeds back every opinion (A09): what concerns the body in one document for all, what concerns a
 * member in a document for him alone. Hands on who must explain himself (A10): only members about
 * whom something was reported. Runs before the dossier's own guard.
 */
@Component
@Order(50)
class FeedbackGuard implements CompletionGuard {

  static final String OF_MEMBER = "opinionFeedbackMember";

  private final OpinionBook book;
  private final ExplanationList explanations;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;
  private final Clock clock;

  FeedbackGuard(
      OpinionBook book,
      ExplanationList explanations,
      Rosters rosters,
      Dossiers dossiers,
      Sentences sentences,
      Clock clock) {
    this.book = book;
    this.explanations = explanations;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(Tasks.FEEDBACK_OPINIONS)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    String author = task.assignee().orElse("system");
    List<RosterEntry> due = rosters.of(caseId);
    Feedback feedback = new Feedback(book.of(caseId), book.groups(caseId));
    Set<Integer> untold = feedback.untold(Addressee.all(due));
    if (!untold.isEmpty()) {
      throw sentences.refusal("feedback.untold", untold.toString());
    }
    List<String> flagged =
        explanations
            .find(task.taskId())
            .orElseThrow(() -> sentences.refusal("explanation.missing"));
    flagged.stream()
        .filter(member -> !feedback.concerns(Addressee.member(member)))
        .findFirst()
        .ifPresent(
            member -> {
              throw sentences.refusal("explanation.nothing", Addressee.member(member).label(due));
            });
    write(feedback, caseId, due, author);
    task.setVariable(LifeMeetingProcess.FLAGGED_MEMBERS.name(), AttendanceGuard.list(flagged));
  }

  private void write(Feedback feedback, String caseId, List<RosterEntry> due, String author) {
    String today = LocalDate.now(clock).toString();
    Map<String, String> body = new LinkedHashMap<>();
    body.put("body", said(feedback, Addressee.BODY, "feedback.nothingBody"));
    body.put("theme", said(feedback, Addressee.THEME, "feedback.nothingTheme"));
    body.put("date", today);
    dossiers.write(DocumentKey.of(caseId, "opinionFeedback"), body, author);
    for (RosterEntry member : due) {
      DocumentKey key = DocumentKey.about(caseId, OF_MEMBER, member.personId());
      String text = said(feedback, Addressee.member(member.personId()), "feedback.nothingMember");
      dossiers.write(key, Map.of("text", text, "date", today), author);
      dossiers.finish(key, author);
    }
  }

  private String said(Feedback feedback, Addressee addressee, String nothing) {
    return feedback.concerns(addressee) ? feedback.text(addressee) : sentences.say(nothing);
  }
}
