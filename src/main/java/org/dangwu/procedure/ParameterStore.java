package org.dangwu.procedure;

import java.util.List;
import java.util.Optional;
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

  ParameterStore(ParameterProperties catalogue, Organizations organizations, JdbcClient jdbc) {
    this.catalogue = catalogue;
    this.organizations = organizations;
    this.jdbc = jdbc;
  }

  @Override
  public int number(String key, String organization, int year) {
    ParameterDefinition definition = definition(key);
    return Stream.concat(
            Stream.of(organization),
            organizations.superiors(organization).stream().map(Organization::code))
        .map(code -> own(key, code, year))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(definition.value());
  }

  @Override
  public List<ParameterDefinition> definitions() {
    return catalogue.parameters();
  }

  @Override
  @Transactional
  public void set(String key, String organization, int year, int value, String userId) {
    ParameterDefinition definition = definition(key);
    if (!definition.bound().allows(value, definition.value())) {
      throw new SubmissionRefused(
          "“%s”由%s规定为 %d%s，只能从严，不能改为 %d。"
              .formatted(
                  definition.label(),
                  definition.source(),
                  definition.value(),
                  definition.unit(),
                  value));
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
  }

  private Optional<Integer> own(String key, String organization, int year) {
    return jdbc.sql(
            "select figure from procedure_parameter"
                + " where parameter = ? and organization = ? and applies_year = ?")
        .params(key, organization, year)
        .query(Integer.class)
        .optional();
  }

  private ParameterDefinition definition(String key) {
    return catalogue.parameters().stream()
        .filter(definition -> definition.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有参数 " + key));
  }
}
