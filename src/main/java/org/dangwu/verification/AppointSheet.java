package org.dangwu.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/**
 * The grass-roots committee names at least two investigators, neither the person nor his accuser.
 */
@Component
class AppointSheet extends VerificationSheet {

  private static final int LEAST = 2;

  private final VerificationPeople people;
  private final Indicators indicators;

  AppointSheet(
      VerificationRegister register,
      VerificationPeople people,
      Indicators indicators,
      Sentences sentences) {
    super(Tasks.APPOINT, register, sentences);
    this.people = people;
    this.indicators = indicators;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    List<Choice> formal = people.investigators(register.get(task.matterId()));
    return List.of(
        Field.select("lead", formal),
        Field.several("others", formal),
        Field.select("accuser", formal).optional().hide(),
        Field.text("guidance"));
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    String look = indicators.whatToVerify(register.get(task.matterId()).indicators());
    return look.isEmpty() ? List.of() : List.of(new Line(sentences.say("whatToVerify"), look));
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    List<String> all = all(answers);
    if (all.size() < LEAST) {
      throw sentences.refusal("appoint.two");
    }
    if (all.contains(answers.text("accuser"))) {
      throw sentences.refusal("appoint.accuser");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    List<String> all = all(answers);
    String lead = answers.text("lead");
    register.appoint(task.matterId(), all, lead);
    return Map.of(
        VerificationProcess.INVESTIGATORS,
        list(all),
        VerificationProcess.CO_INVESTIGATORS,
        list(all.stream().filter(one -> !one.equals(lead)).toList()),
        VerificationProcess.LEAD_INVESTIGATOR,
        lead);
  }

  private static List<String> all(Answers answers) {
    List<String> all = new ArrayList<>(List.of(answers.text("lead")));
    answers.list("others").stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }

  private static Object list(List<String> ids) {
    return Variables.objectValue(new ArrayList<>(ids))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }
}
