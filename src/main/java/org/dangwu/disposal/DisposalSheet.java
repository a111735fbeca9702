package org.dangwu.disposal;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.SheetTask;
import org.dangwu.worksheet.Worksheet;

/** What all sheets of a disposal share. */
abstract class DisposalSheet implements Worksheet {

  private final String element;
  final DisposalRegister register;
  final Sentences sentences;

  DisposalSheet(String element, DisposalRegister register, Sentences sentences) {
    this.element = element;
    this.register = register;
    this.sentences = sentences;
  }

  @Override
  public String process() {
    return DisposalProcess.KEY;
  }

  @Override
  public String element() {
    return element;
  }

  Disposal disposal(SheetTask task) {
    return register.get(task.matterId());
  }

  /** Choices whose labels stand in the messages. */
  List<Choice> choices(String... values) {
    return Stream.of(values)
        .map(value -> new Choice(value, sentences.say("choice." + value)))
        .toList();
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the day is still to come
   */
  void requirePast(Answers answers, String field, Days days) {
    if (answers.date(field).isAfter(days.today())) {
      throw sentences.refusal("date.future", answers.text(field));
    }
  }
}
