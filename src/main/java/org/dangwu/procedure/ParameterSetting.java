package org.dangwu.procedure;

/**
 * A parameter as it stands for an organisation and year.
 *
 * @param figure the figure in force, or null when there is none
 * @param own the figure the organisation set itself, or null
 * @param from name of the superior whose figure is in force, or null
 */
public record ParameterSetting(
    ParameterDefinition definition, Integer figure, Integer own, String from) {

  /** The figure in force as a user reads it. */
  public String words() {
    return definition.words(figure);
  }

  /** Where the figure in force comes from, in words. */
  public String origin() {
    if (own != null) {
      return "本单位设定";
    }
    if (from != null) {
      return "按" + from + "的设定";
    }
    return figure == null ? "没有默认值，由本级或者上级确定" : "系统默认";
  }
}
