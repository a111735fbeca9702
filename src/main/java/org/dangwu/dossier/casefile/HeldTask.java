package org.dangwu.dossier.casefile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentType;

/**
 * An open task as far as documents are concerned: what its holder writes and reads.
 *
 * @param taskId task id
 * @param name what the task is called
 * @param caseId the case, or null when the task belongs to none
 * @param assignee who holds it, or null
 * @param writes document types written here
 * @param reads document types shown read-only
 * @param subject the person the task is about, or empty
 * @param notice a sentence about what is to be done, or empty
 * @param redacts document types of which nothing may be said in what is written here
 * @param redactsEach document types of which each person's is prepared here for publication
 */
record HeldTask(
    String taskId,
    String name,
    String caseId,
    String assignee,
    Set<String> writes,
    Set<String> reads,
    String subject,
    String notice,
    Set<String> redacts,
    Set<String> redactsEach) {

  static final String WRITE = "dossier.write";
  static final String READ = "dossier.read";
  static final String SUBJECT = "dossier.subject";
  static final String NOTICE = "dossier.notice";
  static final String REDACT = "dossier.redact";
  static final String REDACT_EACH = "dossier.redactEach";

  /** Begins a name in a list of types that stands for a variable with the types. */
  private static final String VARIABLE = "@";

  static HeldTask of(
      String taskId,
      String name,
      String assignee,
      Map<String, String> properties,
      Map<String, Object> variables) {
    String subjectVariable = properties.get(SUBJECT);
    return new HeldTask(
        taskId,
        name,
        Objects.toString(variables.get("caseId"), null),
        assignee,
        written(properties.get(WRITE), variables::get),
        written(properties.get(READ), variables::get),
        subjectVariable == null ? "" : Objects.toString(variables.get(subjectVariable.strip()), ""),
        Optional.ofNullable(properties.get(NOTICE))
            .map(variable -> Objects.toString(variables.get(variable.strip()), ""))
            .orElse(""),
        names(properties.get(REDACT)),
        names(properties.get(REDACT_EACH)));
  }

  /** The variables without which a task with these properties cannot be understood. */
  static Set<String> variables(Map<String, String> properties) {
    Set<String> needed = new LinkedHashSet<>();
    Stream.of(WRITE, READ)
        .flatMap(list -> names(properties.get(list)).stream())
        .filter(name -> name.startsWith(VARIABLE))
        .forEach(name -> needed.add(name.substring(VARIABLE.length())));
    Optional.ofNullable(properties.get(SUBJECT)).map(String::strip).ifPresent(needed::add);
    return needed;
  }

  /**
   * The types that a task writes or shows: those its model names, and those that a variable of the
   * run names where the model says {@code @variable}.
   */
  static Set<String> written(String list, Function<String, Object> variables) {
    Set<String> types = new LinkedHashSet<>();
    for (String name : names(list)) {
      if (name.startsWith(VARIABLE)) {
        Object named = variables.apply(name.substring(VARIABLE.length()));
        types.addAll(names(Objects.toString(named, "")));
      } else {
        types.add(name);
      }
    }
    return types;
  }

  static Set<String> names(String list) {
    Set<String> names = new LinkedHashSet<>();
    if (list != null) {
      Arrays.stream(list.split("[,，\\s]+")).filter(n -> !n.isBlank()).forEach(names::add);
    }
    return names;
  }

  /** The document of this type that is written here. */
  DocumentKey written(DocumentType type) {
    return new DocumentKey(caseId, type.type(), type.perPerson() ? subject : "");
  }

  boolean writes(DocumentKey key) {
    return key.caseId().equals(caseId)
        && writes.contains(key.type())
        && (key.subject().isEmpty() || key.subject().equals(subject));
  }

  /** Documents about one person are shown only to the task about him, all others to every task. */
  boolean reads(DocumentKey key) {
    return key.caseId().equals(caseId)
        && reads.contains(key.type())
        && (key.subject().isEmpty() || subject.isEmpty() || key.subject().equals(subject));
  }
}
