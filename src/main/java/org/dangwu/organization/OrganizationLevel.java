package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Level of an organisation (层级), highest first. */
public enum OrganizationLevel {
  PROVINCE("省级"),
  CITY("市级"),
  COUNTY("县级"),
  TOWNSHIP("乡科级"),
  GRASSROOTS("基层");

  private final String label;

  OrganizationLevel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<OrganizationLevel> ofLabel(String label) {
    return Arrays.stream(values()).filter(level -> level.label.equals(label)).findFirst();
  }
}
