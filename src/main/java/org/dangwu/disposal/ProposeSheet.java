package org.dangwu.disposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The committee chooses ground and measure; the table only advises (D01–D04, D07). */
@Component("disposalProposeSheet")
class ProposeSheet extends DisposalSheet {

  private final DisposalPeople people;
  private final DisposalTables tables;
  private final ProposalBook proposals;
  private final Days days;

  ProposeSheet(
      DisposalRegister register,
      DisposalPeople people,
      DisposalTables tables,
      ProposalBook proposals,
      Days days,
      Sentences sentences) {
    super(Tasks.PROPOSE, register, sentences);
    this.people = people;
    this.tables = tables;
    this.proposals = proposals;
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    Disposal disposal = disposal(task);
    boolean probationary = isProbationary(disposal);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.select(
            "ground",
            Arrays.stream(Ground.values())
                .map(ground -> new Choice(ground.name(), ground.label()))
                .toList()));
    fields.add(Field.text("facts"));
    fields.add(Field.number("absentMonths").when("ground", Ground.ABSENT.name()));
    fields.add(Field.choice("acknowledges", choices("YES", "NO")));
    fields.add(Field.choice("willing", choices("YES", "NO")));
    fields.add(Field.choice("refusesToLeave", choices("YES", "NO")));
    fields.add(Field.choice("disciplineMatter", choices("YES", "NO")));
    fields.add(Field.choice("alreadyPunished", choices("YES", "NO")));
    fields.add(
        Field.choice(
            "measure",
            Arrays.stream(Measure.values())
                .filter(measure -> measure.fits(probationary))
                .map(measure -> new Choice(measure.name(), measure.label()))
                .toList()));
    fields.add(Field.text("reason"));
    fields.add(Field.text("deviation").optional());
    fields.add(Field.number("months").when("measure", "DEADLINE"));
    fields.add(Field.text("help").when("measure", "DEADLINE"));
    String[] disposals =
        Arrays.stream(Measure.values())
            .filter(Measure::isDisposal)
            .map(Measure::name)
            .toArray(String[]::new);
    fields.add(Field.select("firstTalker", people.talkers(disposal)).when("measure", disposals));
    fields.add(Field.select("secondTalker", people.talkers(disposal)).when("measure", disposals));
    if (people.hasCommittee(disposal)) {
      fields.add(Field.past("meetingDate"));
      fields.add(Field.number("committeeDue"));
      fields.add(Field.number("committeePresent"));
      fields.add(Field.number("committeeApprove"));
    }
    return fields;
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    return answers.text("ground").isEmpty()
        ? List.of()
        : List.of(
            new Line(
                sentences.say("suggestion"),
                sentences.say(
                    "suggestion.text",
                    tables.suggest(disposal(task), answers).label(),
                    tables.suggest(disposal(task), answers).groundText())));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    Disposal disposal = disposal(task);
    Measure measure = Measure.ofName(answers.text("measure")).orElseThrow();
    Suggestion suggestion = tables.suggest(disposal, answers);
    if (answers.is("disciplineMatter", "YES") != (measure == Measure.DISCIPLINE)) {
      throw sentences.refusal("propose.discipline");
    }
    if (measure == Measure.DEADLINE) {
      checkMonths(disposal, answers.number("months"));
    }
    if (measure.isDisposal() && answers.text("firstTalker").equals(answers.text("secondTalker"))) {
      throw sentences.refusal("propose.talkers");
    }
    if (!suggestion.agreesWith(measure) && answers.text("deviation").isEmpty()) {
      throw sentences.refusal("propose.deviation", suggestion.label());
    }
    if (people.hasCommittee(disposal)) {
      checkMeeting(answers);
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    Disposal disposal = disposal(task);
    Measure measure = Measure.ofName(answers.text("measure")).orElseThrow();
    int round = disposal.round() + 1;
    register.propose(disposal.id(), round, measure);
    proposals.add(
        disposal.id(), proposal(task, disposal, measure, round, answers), tables.version());
    Map<String, Object> facts = new HashMap<>();
    facts.put(DisposalProcess.DISPOSAL_NEEDED, DisposalProcess.answer(measure.isDisposal()));
    facts.put(DisposalProcess.HAND_OVER, DisposalProcess.answer(measure == Measure.DISCIPLINE));
    facts.put(DisposalProcess.EDUCATE, DisposalProcess.answer(measure == Measure.CRITICISM));
    facts.put(
        DisposalProcess.SUPERIOR_REVIEW, DisposalProcess.answer(measure.needsSuperiorReview()));
    facts.put(DisposalProcess.WITH_DEADLINE, DisposalProcess.answer(measure == Measure.DEADLINE));
    facts.put(DisposalProcess.ADVISED, DisposalProcess.answer(measure == Measure.ADVISE_LEAVE));
    facts.put(DisposalProcess.FIRST_TALKER, answers.text("firstTalker"));
    facts.put(DisposalProcess.SECOND_TALKER, answers.text("secondTalker"));
    facts.put(DisposalProcess.DECIDED, DisposalProcess.NO);
    facts.put(DisposalProcess.EXECUTED, DisposalProcess.NO);
    return facts;
  }

  private ProposalBook.Proposal proposal(
      SheetTask task, Disposal disposal, Measure measure, int round, Answers answers) {
    return new ProposalBook.Proposal(
        round,
        Ground.ofName(answers.text("ground")).orElseThrow(),
        tables.suggest(disposal, answers),
        measure,
        measure == Measure.DEADLINE ? answers.number("months") : null,
        answers.text("facts"),
        (answers.text("reason") + "\n" + answers.text("deviation")).strip(),
        task.user(),
        measure.isDisposal() ? answers.text("firstTalker") : null,
        measure.isDisposal() ? answers.text("secondTalker") : null);
  }

  /** R3 art 30: not more than one year (D01). */
  private void checkMonths(Disposal disposal, int months) {
    int most = days.mostMonths(disposal);
    if (months < 1 || months > most) {
      throw sentences.refusal("propose.months", most);
    }
  }

  private void checkMeeting(Answers answers) {
    Map<String, Object> row =
        tables.vote(
            "COMMITTEE",
            answers.number("committeeDue"),
            answers.number("committeePresent"),
            answers.number("committeeApprove"));
    if (!row.get("outcome").equals("PASSED")) {
      throw sentences.refusal("propose.committee", row.get("note"));
    }
  }

  private boolean isProbationary(Disposal disposal) {
    return tables.status(disposal) == MembershipStatus.PROBATIONARY;
  }
}
