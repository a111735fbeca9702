package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.Secrecy;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;

/**
 * Reads the tables {@code document_types}, {@code document_sections}, {@code access_level} and
 * {@code document_seal}. Answers are kept until a newer table is deployed, so that a page costs one
 * question to the database and not one for every cell.
 */
@Component
class RuleTables implements DocumentCatalogue {

  private static final String TYPES = "document_types";
  private static final String SECTIONS = "document_sections";
  private static final String ACCESS = "access_level";
  private static final String SEALS = "document_seal";
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");
  private static final int DEFAULT_LENGTH = 20_000;

  /** How long a newly deployed table may stay unnoticed: one page asks within this time. */
  private static final long FRESH_NANOS = 500_000_000L;

  private final DecisionTables tables;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private volatile Answers answers = new Answers("", System.nanoTime() - FRESH_NANOS);

  RuleTables(DecisionTables tables, RepositoryService repository, Unrestricted unrestricted) {
    this.tables = tables;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  @Override
  public List<DocumentType> types() {
    return current().names().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<DocumentType> find(String type) {
    return current().types.computeIfAbsent(type, this::readType);
  }

  @Override
  public List<DocumentSection> sections(String type) {
    return current().sections.computeIfAbsent(type, this::readSections);
  }

  /** What a role may do with documents of a type; nothing when no row says otherwise. */
  AccessLevel access(String type, String role) {
    return current()
        .access
        .computeIfAbsent(
            type + '\n' + role,
            both ->
                tables
                    .evaluate(ACCESS, Map.of("documentType", type, "type", type, "role", role))
                    .stream()
                    .map(row -> AccessLevel.of(text(row, ACCESS, "level")))
                    .reduce(AccessLevel.NONE, AccessLevel::or));
  }

  /** Whether documents of a type are sealed after the meeting (A25). */
  boolean sealed(String type) {
    return current()
        .seals
        .computeIfAbsent(
            type,
            t ->
                tables.evaluate(SEALS, Map.of("documentType", t, "type", t)).stream()
                    .anyMatch(row -> flag(row, "sealed")));
  }

  private Optional<DocumentType> readType(String type) {
    return tables.evaluate(TYPES, Map.of("documentType", type, "type", type)).stream()
        .findFirst()
        .map(
            row ->
                new DocumentType(
                    type,
                    text(row, TYPES, "title"),
                    Secrecy.of(text(row, TYPES, "secrecy")),
                    choice(DocumentType.Uploads.class, row, TYPES, "uploads"),
                    flag(row, "archiveRequired"),
                    optional(row, "template"),
                    flag(row, "perPerson"),
                    flag(row, "selfWritten")));
  }

  private List<DocumentSection> readSections(String type) {
    return tables.evaluate(SECTIONS, Map.of("documentType", type, "type", type)).stream()
        .map(
            row ->
                new DocumentSection(
                    text(row, SECTIONS, "key"),
                    text(row, SECTIONS, "label"),
                    choice(DocumentSection.Kind.class, row, SECTIONS, "kind"),
                    flag(row, "required"),
                    row.get("maxLength") instanceof Number length
                        ? length.intValue()
                        : DEFAULT_LENGTH,
                    Objects.requireNonNullElse(optional(row, "hint"), "")))
        .toList();
  }

  /** The answers that belong to the newest deployed tables. */
  private Answers current() {
    Answers known = answers;
    long now = System.nanoTime();
    if (now - known.checkedAt < FRESH_NANOS) {
      return known;
    }
    String state = deployed();
    if (known.state.equals(state)) {
      known.checkedAt = now;
    } else {
      known = new Answers(state, now);
      answers = known;
    }
    return known;
  }

  private String deployed() {
    return unrestricted.call(
        () ->
            String.join(
                " ",
                repository
                    .createDecisionDefinitionQuery()
                    .withoutTenantId()
                    .latestVersion()
                    .list()
                    .stream()
                    .filter(d -> List.of(TYPES, SECTIONS, ACCESS, SEALS).contains(d.getKey()))
                    .map(DecisionDefinition::getId)
                    .sorted()
                    .toList()));
  }

  /** The types named in the first column of the table, which an evaluation cannot tell. */
  private List<String> readNames() {
    return unrestricted.call(
        () -> {
          DecisionDefinition newest =
              repository
                  .createDecisionDefinitionQuery()
                  .decisionDefinitionKey(TYPES)
                  .withoutTenantId()
                  .latestVersion()
                  .singleResult();
          if (newest == null) {
            return List.of();
          }
          List<String> names = new ArrayList<>();
          repository
              .getDmnModelInstance(newest.getId())
              .getModelElementsByType(DecisionTable.class)
              .iterator()
              .next()
              .getRules()
              .forEach(
                  rule -> {
                    Matcher literal =
                        LITERAL.matcher(
                            rule.getInputEntries().iterator().next().getText().getTextContent());
                    while (literal.find()) {
                      names.add(literal.group(1));
                    }
                  });
          return List.copyOf(names);
        });
  }

  private static String optional(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  private static String text(Map<String, Object> row, String table, String column) {
    String value = optional(row, column);
    if (value == null) {
      throw new IllegalStateException("决策表 " + table + " 有一行缺少“" + column + "”，请补充后重新部署。");
    }
    return value;
  }

  private static boolean flag(Map<String, Object> row, String column) {
    return Boolean.parseBoolean(String.valueOf(row.get(column)));
  }

  private static <E extends Enum<E>> E choice(
      Class<E> values, Map<String, Object> row, String table, String column) {
    String value = text(row, table, column);
    try {
      return Enum.valueOf(values, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "决策表 " + table + " 中“" + column + "”的取值“" + value + "”无效，请改正后重新部署。", e);
    }
  }

  /** What was read from one state of the tables. */
  private final class Answers {

    final String state;
    final Map<String, Optional<DocumentType>> types = new ConcurrentHashMap<>();
    final Map<String, List<DocumentSection>> sections = new ConcurrentHashMap<>();
    final Map<String, AccessLevel> access = new ConcurrentHashMap<>();
    final Map<String, Boolean> seals = new ConcurrentHashMap<>();
    private volatile long checkedAt;
    private volatile List<String> names;

    Answers(String state, long checkedAt) {
      this.state = state;
      this.checkedAt = checkedAt;
    }

    List<String> names() {
      if (names == null) {
        names = readNames();
      }
      return names;
    }
  }
}
