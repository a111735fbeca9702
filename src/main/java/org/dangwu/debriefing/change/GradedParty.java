package org.dangwu.debriefing.change;

/** Who receives the grade when a secretary leaves his post during the run (E25). */
public enum GradedParty {
  SUCCESSOR("新任书记"),
  PREDECESSOR("原任书记"),
  BOTH("原任、新任分别评定"),
  NEITHER("均不评定等次");

  private final String label;

  GradedParty(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  boolean gradesPredecessor() {
    return this == PREDECESSOR || this == BOTH;
  }

  boolean gradesSuccessor() {
    return this == SUCCESSOR || this == BOTH;
  }
}
