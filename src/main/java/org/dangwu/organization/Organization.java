package org.dangwu.organization;

import java.util.Optional;

/**
 * A party organisation (党组织).
 *
 * @param code letters and digits, unique
 * @param superiorCode code of the superior organisation (上级组织), {@code null} at the top
 * @param tenant code of the nearest party committee or party group, this one included
 * @param path codes from the top down to this one, {@code /YL/YL01/}
 * @param active false once the organisation was dissolved (撤销)
 * @param unitType what sort of unit it works in (单位类别)
 */
public record Organization(
    String code,
    String name,
    OrganizationKind kind,
    OrganizationLevel level,
    String superiorCode,
    String tenant,
    String path,
    int sortOrder,
    boolean active,
    UnitType unitType) {

  public Optional<String> superior() {
    return Optional.ofNullable(superiorCode);
  }

  /** True when this organisation is {@code code} or lies below it. */
  public boolean isWithin(String code) {
    return path.contains("/" + code + "/");
  }
}
