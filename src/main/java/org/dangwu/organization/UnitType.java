package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/**
 * What sort of unit a party organisation works in (单位类别). The label is what stands in the roster
 * workbook; an organisation for which nothing was entered is {@link #OTHER}.
 */
public enum UnitType {
  TOWN("乡镇（街道）"),
  AGENCY("机关"),
  STATE_ENTERPRISE("国有企业"),
  UNIVERSITY("高等学校"),
  HOSPITAL("公立医院"),
  INSTITUTION("其他事业单位"),
  VILLAGE("村（社区）"),
  OTHER("其他");

  private final String label;

  UnitType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<UnitType> ofLabel(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
  }
}
