package org.dangwu.memberreview.grading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.grading.Item.Dues;
import org.dangwu.memberreview.grading.Item.Handling;
import org.dangwu.memberreview.grading.Item.OrganisationLife;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the items of a run: one a member, from the first sitting of the committee on. */
@Component
public class ItemBook {

  private final JdbcClient jdbc;

  ItemBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of the roster, removed ones included. */
  public List<Item> of(String caseId) {
    Map<String, List<String>> indicators =
        jdbc
            .sql(
                "select i.item_id, d.code from memberreview_item i join memberreview_item_indicator"
                    + " d on d.item_id = i.item_id where i.case_id = ? order by d.code")
            .param(caseId)
            .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql(
            "select * from memberreview_item where case_id = ? order by sort_order, item_id")
        .param(caseId)
        .query((row, n) -> item(row, indicators.getOrDefault(row.getString("item_id"), List.of())))
        .list();
  }

  public Optional<Item> find(String itemId) {
    List<String> indicators =
        jdbc.sql("select code from memberreview_item_indicator where item_id = ? order by code")
            .param(itemId)
            .query(String.class)
            .list();
    return jdbc.sql("select * from memberreview_item where item_id = ?")
        .param(itemId)
        .query((row, n) -> item(row, indicators))
        .optional();
  }

  public Optional<Item> of(String caseId, String personId) {
    return jdbc.sql("select item_id from memberreview_item where case_id = ? and person_id = ?")
        .params(caseId, personId)
        .query(String.class)
        .optional()
        .flatMap(this::find);
  }

  /**
   * Makes the items agree with the roster: who is graded has one, who is not any more is marked
   * (E15, E16, E21, E23). What the superior has approved or the assembly carried stays (E15: a
   * result that stands is kept).
   */
  @Transactional
  void align(String caseId, String organization, int year, List<RosterMember> roster) {
    Map<String, Item> known =
        of(caseId).stream().collect(Collectors.toMap(Item::personId, item -> item));
    for (int i = 0; i < roster.size(); i++) {
      RosterMember member = roster.get(i);
      Item item = known.get(member.personId());
      boolean graded = Graded.is(member);
      if (item == null && graded) {
        add(caseId, organization, year, member, i + 1);
      } else if (item != null && !graded && item.state().isOpen()) {
        move(item.itemId(), ItemState.REMOVED);
      } else if (item != null && graded && item.state() == ItemState.REMOVED) {
        move(item.itemId(), ItemState.OPEN);
      }
    }
  }

  private void add(
      String caseId, String organization, int year, RosterMember member, int sortOrder) {
    jdbc.sql(
            "insert into memberreview_item (item_id, case_id, organization, review_year, person_id,"
                + " person_name, sort_order, state, facts, matter, reason)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, '', '', '')")
        .params(
            UUID.randomUUID().toString(),
            caseId,
            organization,
            year,
            member.personId(),
            member.name(),
            sortOrder,
            ItemState.OPEN.name())
        .update();
  }

  void move(String itemId, ItemState state) {
    jdbc.sql("update memberreview_item set state = ? where item_id = ?")
        .params(state.name(), itemId)
        .update();
  }

  /** Back to the committee, which decides anew (B20, E24). */
  public void reopen(String itemId) {
    jdbc.sql(
            "update memberreview_item set state = ?, handling = null, final_grade = null"
                + " where item_id = ?")
        .params(ItemState.RETURNED.name(), itemId)
        .update();
  }

  /** The grade stands from now on. */
  public void settle(String itemId, ReviewGrade grade) {
    jdbc.sql("update memberreview_item set state = ?, final_grade = ? where item_id = ?")
        .params(ItemState.SETTLED.name(), grade.name(), itemId)
        .update();
  }

  void verification(String itemId, String verificationId) {
    jdbc.sql("update memberreview_item set verification_id = ?, handling = null where item_id = ?")
        .params(verificationId, itemId)
        .update();
  }

  /** Keeps what the committee typed; only of an item that it may still change. */
  void write(Item item) {
    jdbc.sql(
            "update memberreview_item set dues = ?, organisation_life = ?, facts = ?, handling = ?,"
                + " matter = ?, proposed = ?, reason = ? where item_id = ?")
        .param(name(item.dues()))
        .param(name(item.organisationLife()))
        .param(item.facts())
        .param(name(item.handling()))
        .param(item.matter())
        .param(name(item.proposed()))
        .param(item.reason())
        .param(item.itemId())
        .update();
    jdbc.sql("delete from memberreview_item_indicator where item_id = ?")
        .param(item.itemId())
        .update();
    item.indicators()
        .forEach(
            code ->
                jdbc.sql("insert into memberreview_item_indicator (item_id, code) values (?, ?)")
                    .params(item.itemId(), code)
                    .update());
  }

  private static Item item(ResultSet row, List<String> indicators) throws SQLException {
    return new Item(
        row.getString("item_id"),
        row.getString("case_id"),
        row.getString("organization"),
        row.getInt("review_year"),
        row.getString("person_id"),
        row.getString("person_name"),
        row.getInt("sort_order"),
        ItemState.valueOf(row.getString("state")),
        of(Dues.values(), row.getString("dues")),
        of(OrganisationLife.values(), row.getString("organisation_life")),
        row.getString("facts"),
        indicators,
        of(Handling.values(), row.getString("handling")),
        row.getString("matter"),
        row.getString("verification_id"),
        of(ReviewGrade.values(), row.getString("proposed")),
        row.getString("reason"),
        of(ReviewGrade.values(), row.getString("final_grade")));
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** The value of this name, or null when there is none. */
  static <E extends Enum<E>> E of(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }
}
