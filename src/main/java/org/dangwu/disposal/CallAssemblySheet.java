package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/**
 * When the assembly meets and who is proposed not to be counted (D06). The evidence, often of an
 * illness, is shown to those alone who decide on it.
 */
@Component("disposalCallAssemblySheet")
class CallAssemblySheet extends DisposalSheet {

  private final DisposalPeople people;
  private final DisposalTables tables;
  private final ExclusionBook exclusions;
  private final Days days;

  CallAssemblySheet(
      DisposalRegister register,
      DisposalPeople people,
      DisposalTables tables,
      ExclusionBook exclusions,
      Days days,
      Sentences sentences) {
    super(Tasks.CALL_ASSEMBLY, register, sentences);
    this.people = people;
    this.tables = tables;
    this.exclusions = exclusions;
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    Disposal disposal = disposal(task);
    return List.of(
        Field.date("on"),
        Field.line("place"),
        Field.rows(
            "exclusions",
            Field.select("person", people.countable(disposal)),
            Field.select("reason", tables.exclusionReasons()),
            Field.text("evidence").hide()));
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    int voters = people.voters(disposal(task)).size();
    return List.of(
        new Line(sentences.say("assembly.voters"), sentences.say("assembly.count", voters)));
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (answers.date("on").isBefore(days.today())) {
      throw sentences.refusal("assembly.past");
    }
    List<String> persons =
        answers.rows("exclusions").stream().map(row -> row.get("person")).toList();
    if (persons.stream().distinct().count() != persons.size()) {
      throw sentences.refusal("assembly.twice");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    List<Map<String, String>> rows = answers.rows("exclusions");
    exclusions.propose(task.matterId(), disposal(task).round(), rows);
    return Map.of(
        DisposalProcess.EXCLUSIONS_ASKED,
        DisposalProcess.answer(!rows.isEmpty()),
        DisposalProcess.ASSEMBLY_DATE,
        days.endOf(answers.date("on")));
  }
}
