package org.dangwu.worksheet;

import java.util.List;
import java.util.function.Function;

/**
 * What the matters of a register have alike.
 *
 * @param <T> the matter
 */
public abstract class RegisteredMatters<T> implements Matters {

  private final String process;
  private final String idVariable;
  private final MatterRegister<T> register;
  private final Function<T, String> id;
  private final ModuleSentences sentences;

  protected RegisteredMatters(
      String process,
      String idVariable,
      MatterRegister<T> register,
      Function<T, String> id,
      ModuleSentences sentences) {
    this.process = process;
    this.idVariable = idVariable;
    this.register = register;
    this.id = id;
    this.sentences = sentences;
  }

  protected abstract boolean mayRead(T matter, String user);

  protected abstract void describe(T matter, Lines lines);

  @Override
  public String process() {
    return process;
  }

  @Override
  public String idVariable() {
    return idVariable;
  }

  @Override
  public boolean mayRead(String matterId, String user) {
    return register.find(matterId).filter(one -> mayRead(one, user)).isPresent();
  }

  @Override
  public List<String> readableBy(String user) {
    return register.all().stream().filter(one -> mayRead(one, user)).map(id).toList();
  }

  protected List<Line> lines(T matter) {
    Lines lines = new Lines(sentences);
    describe(matter, lines);
    return lines.all();
  }
}
