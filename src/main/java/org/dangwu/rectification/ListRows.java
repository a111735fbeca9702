package org.dangwu.rectification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.PaperRows;
import org.dangwu.organization.People;

/** The items as rows of the table in the official rectification list (整改清单). */
class ListRows implements PaperRows {

  private final String documentType;
  private final ItemRegister items;
  private final People people;

  ListRows(String documentType, ItemRegister items, People people) {
    this.documentType = documentType;
    this.items = items;
    this.people = people;
  }

  @Override
  public String documentType() {
    return documentType;
  }

  @Override
  public String placeholder() {
    return "整改事项表";
  }

  @Override
  public List<Map<String, String>> rows(DocumentKey key) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (RectificationItem item : items.itemsOf(key.caseId(), key.subject())) {
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
