package org.dangwu.lifemeeting.observation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.observation.Draw.DrawCandidate;
import org.dangwu.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the draws: what was frozen never changes, what was drawn is drawn once. */
@Component
class Draws {

  private final JdbcClient jdbc;
  private final Clock clock;

  Draws(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Draw> find(String caseId) {
    return jdbc.sql("select * from lifemeeting_draw where case_id = ?")
        .param(caseId)
        .query(
            (row, number) ->
                new Draw(
                    caseId,
                    row.getString("organization"),
                    row.getInt("draw_year"),
                    row.getInt("draw_count"),
                    row.getString("seed"),
                    time(row.getTimestamp("frozen_at")),
                    time(row.getTimestamp("drawn_at")),
                    time(row.getTimestamp("published_at")),
                    candidates(caseId)))
        .optional();
  }

  /** All draws of a superior in a year, the first one first; more than one only after a stop. */
  List<Draw> of(String organization, int year) {
    return jdbc
        .sql(
            "select case_id from lifemeeting_draw where organization = ? and draw_year = ?"
                + " order by frozen_at")
        .params(organization, year)
        .query(String.class)
        .list()
        .stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Stores seed and candidates; a repeated call keeps what was stored first. */
  @Transactional
  void freeze(
      String caseId,
      String organization,
      int year,
      int count,
      String seed,
      List<Organization> candidates,
      String user) {
    if (find(caseId).isPresent()) {
      return;
    }
    jdbc.sql(
            "insert into lifemeeting_draw (case_id, organization, draw_year, draw_count, seed,"
                + " frozen_by, frozen_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(caseId, organization, year, count, seed, user, OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < candidates.size(); i++) {
      jdbc.sql(
              "insert into lifemeeting_draw_candidate (case_id, organization, organization_name,"
                  + " position) values (?, ?, ?, ?)")
          .params(caseId, candidates.get(i).code(), candidates.get(i).name(), i + 1)
          .update();
    }
  }

  /** Draws from what is stored; a repeated call changes nothing. */
  @Transactional
  Draw draw(String caseId) {
    Draw frozen = find(caseId).orElseThrow();
    int first =
        jdbc.sql("update lifemeeting_draw set drawn_at = ? where case_id = ? and drawn_at is null")
            .params(OffsetDateTime.now(clock), caseId)
            .update();
    if (first == 1) {
      List<String> codes = frozen.candidates().stream().map(DrawCandidate::code).toList();
      for (Lots.Lot lot : Lots.draw(frozen.seed(), codes, frozen.count())) {
        jdbc.sql(
                "update lifemeeting_draw_candidate set digest = ?, place = ?, drawn = ?"
                    + " where case_id = ? and organization = ?")
            .params(lot.digest(), lot.place(), lot.drawn(), caseId, lot.code())
            .update();
      }
    }
    return find(caseId).orElseThrow();
  }

  /**
   * @param people body code to those who go there, the leader first
   */
  @Transactional
  void assign(String caseId, Map<String, List<String>> people) {
    jdbc.sql("delete from lifemeeting_draw_seat where case_id = ?").param(caseId).update();
    people.forEach(
        (body, sent) -> {
          for (String person : sent) {
            jdbc.sql(
                    "insert into lifemeeting_draw_seat (case_id, organization, person_id, leads)"
                        + " values (?, ?, ?, ?)")
                .params(caseId, body, person, person.equals(sent.get(0)))
                .update();
          }
        });
  }

  /** From now on those who took part may see the outcome. */
  void publish(String caseId) {
    jdbc.sql(
            "update lifemeeting_draw set published_at = ?"
                + " where case_id = ? and published_at is null")
        .params(OffsetDateTime.now(clock), caseId)
        .update();
  }

  boolean isSentTo(String userId, String organization, int year) {
    return jdbc.sql(
                "select count(*) from lifemeeting_draw_seat s"
                    + " join lifemeeting_draw d on d.case_id = s.case_id"
                    + " where s.person_id = ? and s.organization = ? and d.draw_year = ?"
                    + " and d.published_at is not null")
            .params(userId, organization, year)
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<DrawCandidate> candidates(String caseId) {
    Map<String, List<String>> people = new LinkedHashMap<>();
    jdbc
        .sql(
            "select organization, person_id from lifemeeting_draw_seat where case_id = ?"
                + " order by organization, leads desc, person_id")
        .param(caseId)
        .query(
            (row, number) -> Map.entry(row.getString("organization"), row.getString("person_id")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .forEach(people::put);
    return jdbc.sql(
            "select * from lifemeeting_draw_candidate where case_id = ?"
                + " order by case when place is null then position else place end")
        .param(caseId)
        .query(
            (row, number) ->
                new DrawCandidate(
                    row.getString("organization"),
                    row.getString("organization_name"),
                    row.getString("digest"),
                    row.getObject("place", Integer.class),
                    row.getBoolean("drawn"),
                    people.getOrDefault(row.getString("organization"), List.of())))
        .list();
  }

  private static LocalDateTime time(Timestamp at) {
    return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), Deadlines.ZONE);
  }
}
