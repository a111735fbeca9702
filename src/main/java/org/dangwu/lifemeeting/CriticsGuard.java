package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.NamedParagraphs.Paragraph;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The minutes say who criticised whom (A23): in the section that the property {@code agenda.named}
 * of the task names, every paragraph begins with the name of another member.
 */
@Component
@Order(60)
class CriticsGuard implements CompletionGuard {

  static final String NAMED = "agenda.named";

  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;

  CriticsGuard(Rosters rosters, Dossiers dossiers, Sentences sentences) {
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    Optional<String> section = task.property(NAMED);
    Optional<String> type = task.property("dossier.write");
    if (section.isEmpty() || type.isEmpty()) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    String member = Objects.toString(task.variable(LifeMeetingProcess.MEMBER.name()), "");
    Optional<DossierDocument> paper =
        dossiers.find(new DocumentKey(caseId, type.get().strip(), member));
    if (paper.isEmpty()) {
      return;
    }
    String text =
        dossiers
            .read(paper.get().id(), task.assignee().orElse("system"))
            .getOrDefault(section.get().strip(), "");
    List<String> others =
        rosters.of(caseId).stream()
            .filter(entry -> !entry.personId().equals(member))
            .map(RosterEntry::name)
            .toList();
    List<Paragraph> paragraphs = NamedParagraphs.of(text, others);
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).name().isEmpty() && !paragraphs.get(i).text().isEmpty()) {
        throw sentences.refusal("agenda.critic", i + 1);
      }
      if (!paragraphs.get(i).name().isEmpty() && paragraphs.get(i).text().isEmpty()) {
        throw sentences.refusal("agenda.criticSilent", paragraphs.get(i).name());
      }
    }
  }
}
