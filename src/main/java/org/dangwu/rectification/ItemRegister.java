package org.dangwu.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the items; a change of state happens only from the states that allow it. */
@Component
class ItemRegister implements Rectifications {

  private static final String SELECT =
      "select id, case_id, case_number, item_number, procedure_key, organization, item_year,"
          + " problem, goal, measures, help_needed, owner, due_on, severity, state,"
          + " process_instance_id, closed_on, secretary, superior from rectification_item ";
  private static final String UNFINISHED = "state in ('LISTED', 'OPEN', 'SUBMITTED')";

  private final JdbcClient jdbc;
  private final Clock clock;

  ItemRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<RectificationItem> find(String itemId) {
    return jdbc.sql(SELECT + "where id = ?").param(itemId).query(ItemRegister::item).optional();
  }

  @Override
  public List<RectificationItem> itemsOf(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by case_number, item_number")
        .param(caseId)
        .query(ItemRegister::item)
        .list();
  }

  @Override
  public List<RectificationItem> openItems(String organization, int beforeYear) {
    return jdbc.sql(
            SELECT
                + "where organization = ? and item_year < ? and "
                + UNFINISHED
                + " order by item_year, case_number, item_number")
        .params(organization, beforeYear)
        .query(ItemRegister::item)
        .list();
  }

  @Override
  public List<RectificationItem> openItems(String organization, int beforeYear, String procedure) {
    return openItems(organization, beforeYear).stream()
        .filter(item -> item.procedure().equals(procedure))
        .toList();
  }

  @Override
  public List<RectificationItem> ofOrganizations(Collection<String> organizations) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            SELECT
                + "where organization in (:codes)"
                + " order by item_year desc, organization, case_number, item_number")
        .param("codes", organizations)
        .query(ItemRegister::item)
        .list();
  }

  @Override
  public ClosingRate closingRate(String organization, int year) {
    return jdbc.sql(
            "select count(*) as total,"
                + " sum(case when closed_on is not null then 1 else 0 end) as closed,"
                + " sum(case when closed_on <= due_on then 1 else 0 end) as in_time,"
                + " sum(case when closed_on is null and due_on < ? then 1 else 0 end) as overdue"
                + " from rectification_item"
                + " where organization = ? and item_year = ? and state <> 'TERMINATED'")
        .params(LocalDate.now(clock), organization, year)
        .query(
            (row, n) ->
                new ClosingRate(
                    row.getInt("total"),
                    row.getInt("closed"),
                    row.getInt("in_time"),
                    row.getInt("overdue")))
        .single();
  }

  /** Items of one list of a run: that of the body, or of the secretary who is named. */
  List<RectificationItem> itemsOf(String caseId, String secretary) {
    return itemsOf(caseId).stream().filter(item -> item.secretary().equals(secretary)).toList();
  }

  /** What earlier years left open and a new list does not repeat. */
  List<RectificationItem> carriedInto(ListMatter list) {
    return list.isOfSecretary()
        ? openItems(list.organization(), list.run().year(), list.run().kind().key())
        : openItems(list.organization(), list.run().year());
  }

  /** Codes of the committees that follow up lists of secretaries. */
  List<String> superiors() {
    return jdbc.sql("select distinct superior from rectification_item where superior <> ''")
        .query(String.class)
        .list();
  }

  /** What these committees follow up, newest year first. */
  List<RectificationItem> followedBy(Collection<String> superiors) {
    if (superiors.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            SELECT
                + "where superior in (:codes)"
                + " order by item_year desc, organization, case_number, item_number")
        .param("codes", superiors)
        .query(ItemRegister::item)
        .list();
  }

  /**
   * Items that the person answers for, listed as a secretary or once verified, besides those of his
   * bodies.
   */
  List<RectificationItem> concerning(String userId) {
    return jdbc.sql(
            SELECT
                + "where owner = ? or secretary = ? or id in"
                + " (select item_id from rectification_verification where verifier = ?)"
                + " order by item_year desc, organization, case_number, item_number")
        .params(userId, userId, userId)
        .query(ItemRegister::item)
        .list();
  }

  /**
   * @throws IllegalStateException when there is no such item
   */
  RectificationItem get(String itemId) {
    return find(itemId)
        .orElseThrow(() -> new IllegalStateException("整改事项 " + itemId + " 不存在，请检查流程变量 itemId。"));
  }

  int lastNumber(String caseNumber) {
    return jdbc.sql(
            "select coalesce(max(item_number), 0) from rectification_item where case_number = ?")
        .param(caseNumber)
        .query(Integer.class)
        .single();
  }

  @Transactional
  void add(RectificationItem item, String listedBy) {
    jdbc.sql(
            "insert into rectification_item (id, case_id, case_number, item_number, procedure_key,"
                + " organization, item_year, problem, goal, measures, help_needed, owner, due_on,"
                + " severity, secretary, superior, state, listed_by, listed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'LISTED', ?, ?)")
        .params(
            item.id(),
            item.caseId(),
            item.caseNumber(),
            item.number(),
            item.procedure(),
            item.organization(),
            item.year(),
            item.problem(),
            item.goal(),
            item.measures(),
            item.helpNeeded(),
            item.owner(),
            item.dueOn(),
            item.severity().name(),
            item.secretary(),
            item.superior(),
            listedBy,
            Days.now(clock))
        .update();
  }

  /** The process of the item has begun; said again by a retried step it changes nothing. */
  void begin(String itemId, String processInstanceId) {
    jdbc.sql(
            "update rectification_item set state = 'OPEN', process_instance_id = ?"
                + " where id = ? and state = 'LISTED'")
        .params(processInstanceId, itemId)
        .update();
  }

  void submit(String itemId) {
    jdbc.sql(
            "update rectification_item set state = 'SUBMITTED', submitted_at = ?"
                + " where id = ? and state = 'OPEN'")
        .params(Days.now(clock), itemId)
        .update();
  }

  void reopen(String itemId) {
    jdbc.sql("update rectification_item set state = 'OPEN' where id = ? and state = 'SUBMITTED'")
        .param(itemId)
        .update();
  }

  void close(String itemId) {
    jdbc.sql(
            "update rectification_item set state = 'CLOSED', closed_on = ?"
                + " where id = ? and state in ('OPEN', 'SUBMITTED')")
        .params(LocalDate.now(clock), itemId)
        .update();
  }

  /** The process ended otherwise than by closing. */
  void terminate(String itemId) {
    jdbc.sql("update rectification_item set state = 'TERMINATED' where id = ? and " + UNFINISHED)
        .param(itemId)
        .update();
  }

  /** The run ended before the processes of these items began; they never will (E35). */
  void terminateUnbegun(String caseId) {
    jdbc.sql(
            "update rectification_item set state = 'TERMINATED' where case_id = ? and state ="
                + " 'LISTED'")
        .param(caseId)
        .update();
  }

  void extend(String itemId, LocalDate dueOn) {
    jdbc.sql("update rectification_item set due_on = ? where id = ? and " + UNFINISHED)
        .params(dueOn, itemId)
        .update();
  }

  /**
   * @return false when somebody else changed the owner meanwhile or the item is finished
   */
  boolean handOver(String itemId, String from, String to) {
    return jdbc.sql(
                "update rectification_item set owner = ? where id = ? and owner = ? and "
                    + UNFINISHED)
            .params(to, itemId, from)
            .update()
        == 1;
  }

  private static RectificationItem item(ResultSet row, int number) throws SQLException {
    return new RectificationItem(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("case_number"),
        row.getInt("item_number"),
        row.getString("procedure_key"),
        row.getString("organization"),
        row.getInt("item_year"),
        row.getString("problem"),
        row.getString("goal"),
        row.getString("measures"),
        row.getString("help_needed"),
        row.getString("owner"),
        row.getObject("due_on", LocalDate.class),
        Severity.valueOf(row.getString("severity")),
        ItemState.valueOf(row.getString("state")),
        row.getString("process_instance_id"),
        row.getObject("closed_on", LocalDate.class),
        row.getString("secretary"),
        row.getString("superior"));
  }
}
