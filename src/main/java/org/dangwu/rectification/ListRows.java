package org.dangwu.rectification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.dossier.PaperRows;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** The items as rows of the table in the official rectification list (整改清单). */
@Component
class ListRows implements PaperRows {

  private final ItemRegister items;
  private final People people;

  ListRows(ItemRegister items, People people) {
    this.items = items;
    this.people = people;
  }

  @Override
  public String documentType() {
    return ListDocument.TYPE;
  }

  @Override
  public String placeholder() {
    return "整改事项表";
  }

  @Override
  public List<Map<String, String>> rows(String caseId) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (RectificationItem item : items.itemsOf(caseId)) {
      rows.add(
          Map.of(
              "序号", String.valueOf(rows.size() + 1),
              "问题", item.problem(),
              "目标", item.goal(),
              "措施", item.measures(),
              "责任人", people.name(item.owner()),
              "期限", item.dueOn().toString(),
              "进展", item.state().label()));
    }
    return rows;
  }
}
