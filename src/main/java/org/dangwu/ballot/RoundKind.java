package org.dangwu.ballot;

/** What kind of ballot a round is (测评种类). */
public enum RoundKind {
  /** Members rate each other, by default not themselves (党员民主测评, B10, B12). */
  MEMBERS_ON_MEMBERS("党员民主测评"),
  /** Members rate the work of their branch committee (评议支委会工作, B14). */
  COMMITTEE_REVIEW("支委会工作评议"),
  /** People without party membership, by single-use sheets (民意测验, B13). */
  MASSES_POLL("群众民意测验"),
  /** Participants of several classes rate those who report (现场评议, C12, C13). */
  WEIGHTED_SESSION("述职现场评议");

  private final String label;

  RoundKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
