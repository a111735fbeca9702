package org.dangwu.procedure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A figure with its default and where it comes from.
 *
 * @param value default; {@code null} when there is none, so that an office must set it first
 * @param unit unit of the figure, shown to users, e.g. 日（自然日）
 * @param evidence S, V: stated by the rules; P, I, U: a default that anyone may change
 * @param bound in which direction a rule's figure may be changed
 * @param type a number, or a flag that is 1 or 0; a number when it is not given
 * @param greatest greatest figure that makes sense; ten years in days when it is not given
 * @param group heading under which it is shown; by its key when it is not given
 */
public record ParameterDefinition(
    @NotBlank String key,
    @NotBlank String label,
    Integer value,
    @NotBlank String unit,
    @NotNull Evidence evidence,
    @NotBlank String source,
    @NotNull Bound bound,
    Type type,
    Integer greatest,
    String group) {

  /** Greatest figure anybody may mean, ten years in days. */
  static final int GREATEST = 3650;

  public ParameterDefinition {
    type = type == null ? Type.NUMBER : type;
    greatest = type == Type.FLAG ? 1 : greatest == null ? GREATEST : greatest;
    if (value == null && bound == Bound.FIXED) {
      throw new IllegalArgumentException("参数 " + key + " 由规定确定，须写明数值，请补全 parameters.yml。");
    }
    group = group == null ? groupOf(key) : group;
  }

  private static String groupOf(String key) {
    return switch (key == null ? "" : key.replaceAll("\\..*", "")) {
      case "dlm" -> "民主生活会";
      case "approval" -> "上级审批";
      case "rectification" -> "整改";
      case "review", "ballot" -> "民主评议党员";
      case "disposal" -> "处置不合格党员";
      case "dossier" -> "通报和公布";
      default -> "其他";
    };
  }

  /** The figure as a user reads it, e.g. 10 日（自然日）, 是 or 未设定. */
  public String words(Integer figure) {
    if (figure == null) {
      return "未设定";
    }
    return type == Type.FLAG ? (figure == 1 ? "是" : "否") : figure + " " + unit;
  }

  /** Whether offices may set another figure at all. */
  public boolean settable() {
    return bound != Bound.FIXED;
  }

  boolean takes(int figure) {
    return figure >= 0 && figure <= greatest;
  }

  /** What a figure counts. */
  public enum Type {
    NUMBER,
    FLAG
  }

  /** How well a figure is founded. */
  public enum Evidence {
    S("法规规定"),
    V("法规规定"),
    O("文件摘录"),
    P("实践做法"),
    I("系统建议"),
    U("待核实");

    private final String label;

    Evidence(String label) {
      this.label = label;
    }

    /** What stands behind the figure, in words. */
    public String label() {
      return label;
    }
  }

  /** Which changes keep the rule. */
  public enum Bound {
    AT_LEAST("只能更多"),
    AT_MOST("只能更少"),
    FREE("可以自行确定"),
    /** 由规定确定: nobody sets another figure; a superior's notice of the year may say otherwise. */
    FIXED("由规定确定");

    private final String label;

    Bound(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    boolean allows(int value, Integer rule) {
      return rule == null || loosensNothing(value, rule);
    }

    private boolean loosensNothing(int value, int rule) {
      return switch (this) {
        case AT_LEAST -> value >= rule;
        case AT_MOST -> value <= rule;
        case FREE -> true;
        case FIXED -> value == rule;
      };
    }
  }
}
