package org.dangwu.procedure;

/**
 * A parameter as it stands for an organisation and year.
 *
 * @param figure the figure in force
 * @param own the figure the organisation set itself, or null
 * @param from name of the superior whose figure is in force, or null
 */
public record ParameterSetting(
    ParameterDefinition definition, int figure, Integer own, String from) {

  /** The figure in force as a user reads it. */
  public String words() {
    return definition.words(figure);
  }

  /** Where the figure in force comes from, in words. */
  public String origin() {
    if (own != null) {
      return "本单位设定";
    }
    return from == null ? "系统默认" : "按" + from + "的设定";
  }
}
