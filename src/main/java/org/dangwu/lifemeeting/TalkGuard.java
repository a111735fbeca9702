package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.TalkCoverage.Wanted;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the ledger of talks be closed only when each talk that is wanted took place, or it is said
 * why not (A11), and makes the document. Runs before the dossier's own guard.
 */
@Component
@Order(50)
class TalkGuard implements CompletionGuard {

  private static final int NAMED = 5;

  private final TalkBook book;
  private final TalkCoverage coverage;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;

  TalkGuard(
      TalkBook book,
      TalkCoverage coverage,
      Rosters rosters,
      Dossiers dossiers,
      Sentences sentences) {
    this.book = book;
    this.coverage = coverage;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(Tasks.TALK)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    List<RosterEntry> due = rosters.of(caseId);
    List<Talk> talks = book.of(caseId);
    List<Wanted> wanted =
        coverage.of(
            caseId,
            (String) task.variable(LifeMeetingProcess.ORGANIZATION.name()),
            ((Number) task.variable(LifeMeetingProcess.YEAR.name())).intValue(),
            due);
    List<Wanted> missing = wanted.stream().filter(Wanted::missing).toList();
    if (!missing.isEmpty()) {
      throw sentences.refusal(
          "talk.missing",
          String.valueOf(missing.size()),
          missing.stream().limit(NAMED).map(Wanted::label).collect(Collectors.joining("、"))
              + (missing.size() > NAMED ? "等" : ""),
          missing.get(0).message());
    }
    dossiers.write(
        DocumentKey.of(caseId, "talks"),
        Map.of("ledger", ledger(talks, due), "coverage", covered(wanted)),
        task.assignee().orElse("system"));
  }

  private String ledger(List<Talk> talks, List<RosterEntry> due) {
    Map<String, String> names =
        due.stream().collect(Collectors.toMap(RosterEntry::personId, RosterEntry::name));
    return talks.isEmpty()
        ? sentences.say("talk.document.none")
        : talks.stream()
            .map(
                talk ->
                    "%s｜%s｜%s与%s｜%s｜%s｜%s"
                        .formatted(
                            talk.day(),
                            talk.kind().label(),
                            names.getOrDefault(talk.personId(), talk.personId()),
                            names.getOrDefault(talk.counterpart(), talk.counterpart()),
                            talk.place(),
                            talk.topics(),
                            talk.secrecy().label()))
            .collect(Collectors.joining("\n"));
  }

  private String covered(List<Wanted> wanted) {
    long covered = wanted.stream().filter(w -> w.status() == TalkCoverage.Status.COVERED).count();
    String gaps =
        wanted.stream()
            .filter(Wanted::open)
            .map(w -> "\n" + w.label() + "：" + w.reason())
            .collect(Collectors.joining());
    return sentences.say(
            "talk.document.coverage", String.valueOf(wanted.size()), String.valueOf(covered))
        + (gaps.isEmpty() ? "" : "\n" + sentences.say("talk.document.gaps") + gaps);
  }
}
