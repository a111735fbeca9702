package org.dangwu.debriefing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.LocalFacts;
import org.dangwu.testing.BareEngine;

/** A bare engine with the real models of the debriefing; whatever leaves the engine is recorded. */
final class DebriefEngine {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Processes of other owners that the debriefing calls; here one task each. */
  static final Map<String, String> CALLED =
      Map.of("ballot-round", "UserTask_Vote", "rectification-item", "UserTask_PutRight");

  /** What the notification delegate was asked for. */
  final List<String> notices = new ArrayList<>();

  /** Whom notices about one person were for. */
  final List<String> told = new ArrayList<>();

  /** What the plan says; a test changes it before the start. */
  final Map<String, Object> plan = new HashMap<>();

  /** What was done outside the engine, in its order. */
  final List<String> done = new ArrayList<>();

  List<String> rectificationItems = List.of();
  List<String> talkEntries = List.of();
  List<String> participants = List.of();
  boolean archiveIncomplete;

  /** Of whom the register says from now on that he is no longer secretary. */
  String leaves;

  /** Who still writes a report of his own after that. */
  String joins;

  boolean rates = true;

  final ProcessEngineConfiguration configuration = BareEngine.configuration("debrief", beans());

  /** Forgets what was recorded. */
  void reset() {
    notices.clear();
    told.clear();
    done.clear();
    plan.clear();
    plan.putAll(
        Map.of(
            "entries", new ArrayList<>(List.of("e1", "e2", "e3")),
            "fieldChecks", new ArrayList<>(List.of("f1", "f2")),
            "reportDueDate", inDays(20),
            "fieldDueDate", inDays(25),
            "sessionDate", inDays(30),
            "studyDate", inDays(40),
            "reportUpDueDate", inDays(60),
            "hasSession", "YES",
            "hasWritten", "NO"));
    plan.putAll(Map.of("commentMode", "ONE_BY_ONE", "hasSuperior", "YES"));
    rectificationItems = List.of();
    talkEntries = List.of();
    participants = List.of("u1", "u2");
    archiveIncomplete = false;
    leaves = null;
    joins = null;
    rates = true;
  }

  static Date inDays(int days) {
    return Date.from(TODAY.plusDays(days).atStartOfDay(ZONE).toInstant());
  }

  /** The debriefing with its tables and forms, and the table of votes that branches use too. */
  static List<String> deploy(RepositoryService repository) {
    List<String> ids = new ArrayList<>(BareEngine.deploy(repository, files(), CALLED));
    ids.addAll(
        BareEngine.deploy(
            repository, Stream.of(Path.of("processes/member-review/assembly_vote.dmn")), Map.of()));
    return ids;
  }

  static Stream<Path> files() {
    return BareEngine.files("debriefing");
  }

  private Map<Object, Object> beans() {
    Map<Object, Object> beans = new LinkedHashMap<>();
    beans.put("roles", new Roles());
    beans.put("debriefEntries", new Entries());
    beans.put("debriefPlans", new Plans());
    beans.put("debriefTeams", new Teams());
    beans.put("debriefRectification", new Entries());
    beans.put("localFacts", new LocalFacts());
    beans.put(
        "tenantOfOrganization", (ExecutionListener) start -> done.add("tenantOfOrganization"));
    beans.put("procedureStart", (ExecutionListener) start -> start.setVariable("caseId", "case-1"));
    beans.put("procedureEnd", (ExecutionListener) end -> done.add("procedureEnd"));
    beans.put("debriefPlanAgreed", (JavaDelegate) run -> run.setVariables(plan));
    beans.put("prepareDebriefRating", (JavaDelegate) this::prepareRating);
    beans.put(
        "debriefDecided",
        (JavaDelegate) run -> run.setVariable("talkEntries", new ArrayList<>(talkEntries)));
    beans.put(
        "publishDebriefReports",
        (JavaDelegate) run -> run.setVariable("remarksDueDate", inDays(55)));
    beans.put(
        "rectification",
        (JavaDelegate)
            run -> run.setVariable("rectificationItems", new ArrayList<>(rectificationItems)));
    beans.put("applyReplacement", (JavaDelegate) this::replace);
    beans.put("notification", (JavaDelegate) this::announce);
    beans.put("archive", (JavaDelegate) this::archive);
    Stream.of(
            "freezeDebriefScope",
            "summarizeDebriefRating",
            "publishDebriefNotice",
            "debriefFilingTargets",
            "applyModeChange",
            "terminateRun")
        .forEach(bean -> beans.put(bean, (JavaDelegate) run -> done.add(bean)));
    return beans;
  }

  private void prepareRating(DelegateExecution run) {
    run.setVariable("hasRating", rates ? "YES" : "NO");
    run.setVariable("ratingRound", rates ? "r1" : "");
  }

  private void replace(DelegateExecution run) {
    done.add("applyReplacement");
    Stream.of("DebriefReportClosed", "DebriefResultClosed")
        .forEach(
            message ->
                run.getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceVariableEquals("entryId", leaves)
                    .correlateAll());
    run.setVariable("entryId", joins);
    run.setVariable("newReport", joins == null ? "NO" : "YES");
  }

  private void announce(DelegateExecution run) {
    notices.add((String) run.getVariableLocal("event"));
    if (run.getVariableLocal("recipient") != null) {
      told.add((String) run.getVariableLocal("recipient"));
    }
  }

  private void archive(DelegateExecution run) {
    if ("AS_IT_IS".equals(run.getVariableLocal("completeness"))) {
      done.add("archiveAsItIs");
      return;
    }
    if (archiveIncomplete) {
      archiveIncomplete = false;
      throw new BpmnError("ARCHIVE_INCOMPLETE");
    }
    done.add("archive");
  }

  /** Group ids as the organisation module makes them. */
  public static final class Roles {
    public String organizers(String organization) {
      return "staff-" + organization;
    }

    public String committeeSecretary(String organization) {
      return "principal-" + organization;
    }

    public String sessionRecorder(String organization) {
      return "recorder-" + organization;
    }

    public String debriefArchivist(String organization) {
      return "archivist-" + organization;
    }

    public String superiorOrganizationDepartment(String organization) {
      return "staff-superior";
    }
  }

  /** Entry e1 is secretary p1 of the body o1; item i1 is that of the body o1. */
  public static final class Entries {
    public List<String> persons(String caseId) {
      return List.of("p1", "p2", "p3");
    }

    public String person(String entryId) {
      return entryId.replace('e', 'p');
    }

    public String organization(String id) {
      return "o" + id.substring(1);
    }

    public String organizationName(String id) {
      return "单位" + id.substring(1);
    }

    /** The second one moved away and lists nothing. */
    public String needsList(String entryId) {
      return "e2".equals(entryId) ? "NO" : "YES";
    }
  }

  /** Who is invited to the session. */
  public final class Plans {
    public List<String> participants(String caseId) {
      return participants;
    }
  }

  /** Leaders of the field teams. */
  public static final class Teams {
    public String leader(String fieldCheckId) {
      return "leader-" + fieldCheckId;
    }
  }
}
