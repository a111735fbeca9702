package org.dangwu.disposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The assembly: hearing, exclusions, strict vote on this one person (D04–D06, D09). */
@Component("disposalAssemblySheet")
class AssemblySheet extends DisposalSheet {

  private final DisposalPeople people;
  private final Due due;
  private final ExclusionBook exclusions;
  private final VoteBook votes;

  AssemblySheet(
      DisposalRegister register,
      DisposalPeople people,
      Due due,
      ExclusionBook exclusions,
      VoteBook votes,
      Sentences sentences) {
    super(Tasks.ASSEMBLY, register, sentences);
    this.people = people;
    this.due = due;
    this.exclusions = exclusions;
    this.votes = votes;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    Disposal disposal = disposal(task);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.past("on"));
    fields.add(Field.choice("representativePresent", choices("YES", "NO")));
    fields.add(Field.select("representative", people.representatives(disposal)));
    fields.add(Field.choice("personPresent", choices("PRESENT", "ABSENT")));
    fields.add(Field.text("defence"));
    fields.add(Field.text("testimony").optional());
    fields.add(Field.text("discussion"));
    List<Choice> consented = due.consented(disposal);
    if (!consented.isEmpty()) {
      fields.add(Field.several("excluded", consented).optional());
    }
    fields.add(Field.number("present"));
    fields.add(Field.choice("way", choices("SECRET", "HANDS")));
    fields.add(Field.text("wayReason").when("way", "HANDS"));
    fields.add(Field.number("issued").when("way", "SECRET"));
    fields.add(Field.number("collected").when("way", "SECRET"));
    fields.add(Field.select("chiefTeller", people.talkers(disposal)).when("way", "SECRET"));
    fields.add(Field.select("teller", people.talkers(disposal)).when("way", "SECRET"));
    fields.add(Field.number("approve"));
    fields.add(Field.number("oppose"));
    fields.add(Field.number("abstain"));
    fields.add(Field.number("invalid"));
    return fields;
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    return List.of(
        new Line(
            sentences.say("assembly.due"), due.explain(disposal(task), answers.list("excluded"))));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (!answers.is("representativePresent", "YES")) {
      throw sentences.refusal("assembly.representative");
    }
    int dueCount = due.count(disposal(task), answers.list("excluded"));
    int present = answers.number("present");
    if (present > dueCount) {
      throw sentences.refusal("assembly.present", present, dueCount);
    }
    int votes =
        answers.number("approve")
            + answers.number("oppose")
            + answers.number("abstain")
            + answers.number("invalid");
    if (answers.is("way", "SECRET")) {
      checkBallots(answers, present, votes);
    } else if (votes != present) {
      throw sentences.refusal("assembly.hands", votes, present);
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    Disposal disposal = disposal(task);
    exclusions.approve(disposal.id(), disposal.round(), answers.list("excluded"));
    int dueCount = due.count(disposal, answers.list("excluded"));
    votes.add(
        disposal.id(),
        disposal.round(),
        new VoteBook.Count(
            answers.date("on"),
            answers.text("way"),
            dueCount,
            answers.number("present"),
            answers.number("approve"),
            answers.number("oppose"),
            answers.number("abstain"),
            answers.number("invalid")),
        task.user());
    return Map.of(
        DisposalProcess.VOTING_DUE,
        dueCount,
        DisposalProcess.ASSEMBLY_PRESENT,
        answers.number("present"),
        DisposalProcess.ASSEMBLY_APPROVE,
        answers.number("approve"));
  }

  /** More ballots collected than issued void the vote (B11); every ballot is accounted for. */
  private void checkBallots(Answers answers, int present, int votes) {
    int issued = answers.number("issued");
    int collected = answers.number("collected");
    if (issued > present) {
      throw sentences.refusal("assembly.issued", issued, present);
    }
    if (collected > issued) {
      throw sentences.refusal("assembly.collected", collected, issued);
    }
    if (votes != collected) {
      throw sentences.refusal("assembly.votes", votes, collected);
    }
    if (answers.text("chiefTeller").equals(answers.text("teller"))) {
      throw sentences.refusal("assembly.tellers");
    }
  }
}
