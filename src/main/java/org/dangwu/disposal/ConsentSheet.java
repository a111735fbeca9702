package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The superior's consent to exclusions, member by member (D06). */
@Component("disposalConsentSheet")
class ConsentSheet extends DisposalSheet {

  private final DisposalPeople people;
  private final ExclusionBook exclusions;
  private final DisposalTables tables;

  ConsentSheet(
      DisposalRegister register,
      DisposalPeople people,
      ExclusionBook exclusions,
      DisposalTables tables,
      Sentences sentences) {
    super(Tasks.CONSENT_EXCLUSIONS, register, sentences);
    this.people = people;
    this.exclusions = exclusions;
    this.tables = tables;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(Field.several("consented", asked(task)).optional(), Field.text("opinion"));
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    List<Choice> reasons = tables.exclusionReasons();
    return exclusions.of(task.matterId(), disposal(task).round()).stream()
        .map(
            one ->
                new Line(
                    people.name(one.personId()),
                    reasons.stream()
                            .filter(reason -> reason.value().equals(one.reason()))
                            .map(Choice::label)
                            .findFirst()
                            .orElse(one.reason())
                        + "。"
                        + one.evidence()))
        .toList();
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    exclusions.consent(task.matterId(), disposal(task).round(), answers.list("consented"));
    return Map.of();
  }

  private List<Choice> asked(SheetTask task) {
    return exclusions.of(task.matterId(), disposal(task).round()).stream()
        .map(one -> new Choice(one.personId(), people.name(one.personId())))
        .toList();
  }
}
