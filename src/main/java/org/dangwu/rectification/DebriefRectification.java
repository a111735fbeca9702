package org.dangwu.rectification;

import org.dangwu.engine.ModelBean;
import org.dangwu.organization.Organizations;

/** Tells the superior's run which body an item is about, whose people then carry it out. */
@ModelBean("debriefRectification")
public class DebriefRectification {

  private final ItemRegister items;
  private final Organizations organizations;

  DebriefRectification(ItemRegister items, Organizations organizations) {
    this.items = items;
    this.organizations = organizations;
  }

  public String organization(String itemId) {
    return items.get(itemId).organization();
  }

  public String organizationName(String itemId) {
    return organizations.get(organization(itemId)).name();
  }
}
