package org.dangwu.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ParameterStore implements Parameters {

  private final ParameterProperties catalogue;
  private final Organizations organizations;
  private final JdbcClient jdbc;
  private final Clock clock;

  ParameterStore(
      ParameterProperties catalogue, Organizations organizations, JdbcClient jdbc, Clock clock) {
    this.catalogue = catalogue;
    this.organizations = organizations;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public int number(String key, String organization, int year) {
    return figure(key, organization, year)
        .orElseThrow(
            () ->
                new SubmissionRefused(
                    "%d年度尚未设定“%s”，请组织部门先在“参数”页面设定。".formatted(year, definition(key).label())));
  }

  @Override
  public OptionalInt figure(String key, String organization, int year) {
    Integer figure = inForce(definition(key), organization, year);
    return figure == null ? OptionalInt.empty() : OptionalInt.of(figure);
  }

  private Integer inForce(ParameterDefinition definition, String organization, int year) {
    if (!definition.settable()) {
      return definition.value();
    }
    return Stream.concat(
            Stream.of(organization),
            organizations.superiors(organization).stream().map(Organization::code))
        .map(code -> own(definition.key(), code, year))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(definition.value());
  }

  @Override
  public List<ParameterDefinition> definitions() {
    return catalogue.parameters();
  }

  /** All parameters as they stand for an organisation and year, in the order of the catalogue. */
  List<ParameterSetting> settings(String organization, int year) {
    List<Organization> chain = new ArrayList<>(List.of(organizations.get(organization)));
    chain.addAll(organizations.superiors(organization));
    Map<String, Map<String, Integer>> set = figures(chain, year);
    return definitions().stream().map(one -> setting(one, chain, set)).toList();
  }

  @Override
  @Transactional
  public void set(String key, String organization, int year, int value, String userId) {
    ParameterDefinition definition = definition(key);
    if (!definition.takes(value)) {
      throw new SubmissionRefused(
          definition.type() == ParameterDefinition.Type.FLAG
              ? "“%s”请选择是或者否。".formatted(definition.label())
              : "“%s”应在 0 至 %d 之间，请核对。".formatted(definition.label(), definition.greatest()));
    }
    refuseLoosening(definition, organization, year, value);
    Integer before = own(key, organization, year).orElse(null);
    if (Objects.equals(before, value)) {
      return;
    }
    int updated =
        jdbc.sql(
                "update procedure_parameter set figure = ?, set_by = ?"
                    + " where parameter = ? and organization = ? and applies_year = ?")
            .params(value, userId, key, organization, year)
            .update();
    if (updated == 0) {
      jdbc.sql(
              "insert into procedure_parameter (figure, set_by, parameter, organization,"
                  + " applies_year) values (?, ?, ?, ?, ?)")
          .params(value, userId, key, organization, year)
          .update();
    }
    remember(key, organization, year, before, value, userId);
  }

  /** Gives the own figure up, so that the superior's or the default is in force again. */
  @Transactional
  void withdraw(String key, String organization, int year, String userId) {
    Integer before = own(definition(key).key(), organization, year).orElse(null);
    int removed =
        jdbc.sql(
                "delete from procedure_parameter"
                    + " where parameter = ? and organization = ? and applies_year = ?")
            .params(key, organization, year)
            .update();
    if (removed > 0) {
      remember(key, organization, year, before, null, userId);
    }
  }

  /** What was changed for an organisation and year, newest first. */
  List<ParameterChange> changes(String organization, int year) {
    return jdbc.sql(
            "select * from procedure_parameter_change where organization = ? and applies_year = ?"
                + " order by changed_at desc, id")
        .params(organization, year)
        .query(ParameterStore::change)
        .list();
  }

  private void refuseLoosening(
      ParameterDefinition definition, String organization, int year, int value) {
    if (!definition.settable()) {
      throw new SubmissionRefused(
          "“%s”由%s规定为 %s，不能自行改动；需要调整的，由上级党组织在年度部署中规定。"
              .formatted(
                  definition.label(), definition.source(), definition.words(definition.value())));
    }
    if (!definition.bound().allows(value, definition.value())) {
      throw new SubmissionRefused(
          "“%s”由%s规定为 %s，只能从严，不能改为 %s。"
              .formatted(
                  definition.label(),
                  definition.source(),
                  definition.words(definition.value()),
                  definition.words(value)));
    }
    organizations
        .superior(organization)
        .map(above -> inForce(definition, above.code(), year))
        .filter(above -> !definition.bound().allows(value, above))
        .ifPresent(
            above -> {
              throw new SubmissionRefused(
                  "“%s”上级已设定为 %s，只能从严，不能改为 %s。"
                      .formatted(
                          definition.label(), definition.words(above), definition.words(value)));
            });
  }

  private static ParameterSetting setting(
      ParameterDefinition definition,
      List<Organization> chain,
      Map<String, Map<String, Integer>> set) {
    Map<String, Integer> figures =
        definition.settable() ? set.getOrDefault(definition.key(), Map.of()) : Map.of();
    Integer own = figures.get(chain.get(0).code());
    return chain.stream()
        .filter(organization -> figures.containsKey(organization.code()))
        .findFirst()
        .map(
            organization ->
                new ParameterSetting(
                    definition,
                    figures.get(organization.code()),
                    own,
                    own == null ? organization.name() : null))
        .orElseGet(() -> new ParameterSetting(definition, definition.value(), null, null));
  }

  /** Figures set by these organisations: parameter → organisation → figure. */
  private Map<String, Map<String, Integer>> figures(List<Organization> chain, int year) {
    Map<String, Map<String, Integer>> found = new HashMap<>();
    jdbc.sql(
            "select parameter, organization, figure from procedure_parameter"
                + " where organization in (:codes) and applies_year = :year")
        .param("codes", chain.stream().map(Organization::code).toList())
        .param("year", year)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString("parameter"), key -> new HashMap<>())
                  .put(row.getString("organization"), row.getInt("figure"));
            });
    return found;
  }

  private Optional<Integer> own(String key, String organization, int year) {
    return jdbc.sql(
            "select figure from procedure_parameter"
                + " where parameter = ? and organization = ? and applies_year = ?")
        .params(key, organization, year)
        .query(Integer.class)
        .optional();
  }

  private void remember(
      String key, String organization, int year, Integer before, Integer after, String userId) {
    jdbc.sql(
            "insert into procedure_parameter_change (id, parameter, organization, applies_year,"
                + " old_figure, new_figure, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString())
        .param(key)
        .param(organization)
        .param(year)
        .param(before)
        .param(after)
        .param(userId)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private static ParameterChange change(ResultSet row, int number) throws SQLException {
    return new ParameterChange(
        row.getString("parameter"),
        row.getObject("old_figure", Integer.class),
        row.getObject("new_figure", Integer.class),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant());
  }

  private ParameterDefinition definition(String key) {
    return catalogue.parameters().stream()
        .filter(definition -> definition.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有参数 " + key));
  }
}
