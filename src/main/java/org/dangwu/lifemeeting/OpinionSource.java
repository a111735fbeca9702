package org.dangwu.lifemeeting;

/** From which side an opinion comes (意见来源, F-A4). */
enum OpinionSource {
  QUESTIONNAIRE("匿名问卷"),
  PARTY_MEMBER("党员"),
  CADRE("干部"),
  MASSES("群众"),
  SUBORDINATE("下级单位"),
  SERVED("服务对象"),
  SUPERIOR("上级反馈"),
  OTHER("其他方面");

  private final String label;

  OpinionSource(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether it is entered by hand, as told on paper or in a forum. */
  public boolean byHand() {
    return this != QUESTIONNAIRE;
  }
}
