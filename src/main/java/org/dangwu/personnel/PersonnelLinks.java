package org.dangwu.personnel;

import java.util.List;
import org.dangwu.procedure.HomeLinks;
import org.springframework.stereotype.Component;

/** Leads those who look after personal files to the register. */
@Component
class PersonnelLinks implements HomeLinks {

  private final PersonnelKeepers keepers;

  PersonnelLinks(PersonnelKeepers keepers) {
    this.keepers = keepers;
  }

  @Override
  public List<Link> linksFor(String userId) {
    return keepers.keptBy(userId).isEmpty()
        ? List.of()
        : List.of(new Link("个人档案材料移交登记", PersonnelPage.PATH));
  }
}
