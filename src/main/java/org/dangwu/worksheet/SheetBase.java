package org.dangwu.worksheet;

import java.util.List;
import java.util.stream.Stream;

/** A sheet of a module with its own sentences. */
public abstract class SheetBase implements Worksheet {

  private final String process;
  private final String element;
  private final ModuleSentences texts;

  protected SheetBase(String process, String element, ModuleSentences texts) {
    this.process = process;
    this.element = element;
    this.texts = texts;
  }

  @Override
  public String process() {
    return process;
  }

  @Override
  public String element() {
    return element;
  }

  /** Choices whose labels stand in the messages of the module. */
  protected List<Choice> choices(String... values) {
    return Stream.of(values).map(texts::choice).toList();
  }
}
