package org.dangwu.lifemeeting;

/** With whom a member talks (谈话类型, F-A3). */
enum TalkKind {
  MEMBERS("成员之间谈心"),
  UNIT("与分管单位主要负责人谈心"),
  REQUESTED("接受党员、干部约谈");

  private final String label;

  TalkKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
