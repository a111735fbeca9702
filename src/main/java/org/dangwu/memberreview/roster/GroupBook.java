package org.dangwu.memberreview.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The member groups (党小组) in which a branch holds its mutual review (B03). */
@Component
public class GroupBook {

  private final JdbcClient jdbc;

  GroupBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In their order; empty before the plan formed them. */
  public List<ReviewGroup> of(String caseId) {
    return jdbc.sql(
            "select group_name, leader_id from memberreview_group where case_id = ? order by"
                + " position")
        .param(caseId)
        .query((row, n) -> new ReviewGroup(row.getString("group_name"), row.getString("leader_id")))
        .list();
  }

  /** Group name by person. */
  public Map<String, String> members(String caseId) {
    Map<String, String> members = new LinkedHashMap<>();
    jdbc.sql("select person_id, group_name from memberreview_group_member where case_id = ?")
        .param(caseId)
        .query(
            (RowCallbackHandler)
                row -> members.put(row.getString("person_id"), row.getString("group_name")));
    return members;
  }

  public Optional<ReviewGroup> find(String caseId, String name) {
    return of(caseId).stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** Replaces groups and their members. */
  @Transactional
  public void form(String caseId, List<ReviewGroup> groups, Map<String, String> members) {
    jdbc.sql("delete from memberreview_group_member where case_id = ?").param(caseId).update();
    jdbc.sql("delete from memberreview_group where case_id = ?").param(caseId).update();
    for (int i = 0; i < groups.size(); i++) {
      jdbc.sql(
              "insert into memberreview_group (case_id, group_name, position, leader_id) values (?,"
                  + " ?, ?, ?)")
          .params(caseId, groups.get(i).name(), i + 1, groups.get(i).leaderId())
          .update();
    }
    members.forEach((person, group) -> insert(caseId, person, group));
  }

  @Transactional
  void assign(String caseId, String personId, String group) {
    jdbc.sql("delete from memberreview_group_member where case_id = ? and person_id = ?")
        .params(caseId, personId)
        .update();
    insert(caseId, personId, group);
  }

  private void insert(String caseId, String personId, String group) {
    jdbc.sql(
            "insert into memberreview_group_member (case_id, person_id, group_name) values (?, ?,"
                + " ?)")
        .params(caseId, personId, group)
        .update();
  }
}
