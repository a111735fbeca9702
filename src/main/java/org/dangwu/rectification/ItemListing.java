package org.dangwu.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns a list that holds to the rules into items and into the document that is filed. */
@Component
class ItemListing {

  private final ListStore lists;
  private final ListRules rules;
  private final Owners owners;
  private final ItemRegister items;
  private final ListDocument document;

  ItemListing(
      ListStore lists, ListRules rules, Owners owners, ItemRegister items, ListDocument document) {
    this.lists = lists;
    this.rules = rules;
    this.owners = owners;
    this.items = items;
    this.document = document;
  }

  /**
   * The rows that would become items.
   *
   * @throws org.dangwu.engine.SubmissionRefused with what is missing first
   */
  List<ListDraft.Row> check(ListMatter list) {
    Set<String> eligible =
        owners.of(list).stream().map(Owners.Owner::id).collect(Collectors.toUnmodifiableSet());
    return rules.complete(draft(list), eligible);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what is missing first; nothing is listed then
   */
  void list(ListMatter list, String author) {
    int number = items.lastNumber(list.number());
    for (ListDraft.Row row : check(list)) {
      number++;
      items.add(item(list, number, row), author);
    }
    document.write(list, items.carriedInto(list), draft(list).noneReason(), author);
  }

  private ListDraft draft(ListMatter list) {
    return lists.find(list.listId()).orElse(ListDraft.EMPTY);
  }

  private static RectificationItem item(ListMatter list, int number, ListDraft.Row row) {
    return new RectificationItem(
        "%s-Z%02d".formatted(list.number(), number),
        list.run().caseId(),
        list.number(),
        number,
        list.run().kind().key(),
        list.organization(),
        list.run().year(),
        row.problem(),
        row.goal(),
        row.measures(),
        row.helpNeeded(),
        row.owner(),
        LocalDate.parse(row.dueOn()),
        Severity.valueOf(row.severity()),
        ItemState.LISTED,
        null,
        null,
        list.secretary(),
        list.superior());
  }
}
