package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Models;
import org.dangwu.models.Proves;
import org.dangwu.rectification.RectificationProcess.Messages;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of an item's process; together all nodes and flows. */
class RectificationProcessTest {

  private static final Date DUE = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

  private static final Scene SCENE = new Scene();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(configuration())
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;
  private ProcessInstance item;

  @BeforeEach
  void deployModels() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    SCENE.reset();
    DeploymentBuilder builder = ENGINE.getRepositoryService().createDeployment().name("shared");
    files(
            "processes",
            "rectification-item.bpmn",
            "rectification_escalation.dmn",
            "accountability.dmn")
        .forEach(file -> builder.addString(file.getFileName().toString(), text(file)));
    files("forms", "rectification-task.html")
        .forEach(file -> builder.addString(file.getFileName().toString(), text(file)));
    deployment = builder.deploy().getId();
  }

  @AfterEach
  void removeDeployment() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves("A31")
  @Test
  void itemIsAssignedPutRightVerifiedAndClosed() {
    begin();
    assertThat(task(Tasks.RECTIFY).getAssignee()).isEqualTo("owner");
    assertThat(task(Tasks.RECTIFY).getDueDate()).isEqualTo(DUE);
    complete(Tasks.RECTIFY);
    assertThat(groups(Tasks.VERIFY)).containsExactlyInAnyOrder("principal-YL01", "office-YL01");
    complete(Tasks.VERIFY, Map.of("verified", "YES"));
    runJobs();
    assertThat(item).isEnded().hasPassed("ServiceTask_CloseItem", "EndEvent_ItemClosed");
    assertThat(SCENE.told).containsExactly("rectification-assigned", "rectification-closed");
    assertThat(SCENE.ended).isEqualTo(1);
  }

  @Proves("A31")
  @Test
  void whatIsNotReachedGoesBackToTheOwnerUntilItIs() {
    begin();
    complete(Tasks.RECTIFY);
    complete(Tasks.VERIFY, Map.of("verified", "NO"));
    runJobs();
    assertThat(item).isWaitingAt(Tasks.RECTIFY);
    assertThat(SCENE.told).contains("rectification-returned");
    complete(Tasks.RECTIFY);
    complete(Tasks.VERIFY, Map.of("verified", "YES"));
    runJobs();
    assertThat(item).isEnded();
  }

  @Proves("A32")
  @Test
  void helpAskedForOnTheListGoesToTheSuperiorAtOnce() {
    SCENE.helpNeeded = "YES";
    begin();
    assertThat(item).isWaitingAt(Tasks.RECTIFY, Tasks.ANSWER_HELP);
    assertThat(groups(Tasks.ANSWER_HELP)).containsExactly("staff-superiorOrganization");
    assertThat(task(Tasks.ANSWER_HELP).getDueDate()).isNotNull();
    complete(Tasks.ANSWER_HELP);
    runJobs();
    assertThat(SCENE.told).contains("rectification-help", "rectification-help-answered");
    assertThat(item).isWaitingAt(Tasks.RECTIFY);
  }

  @Proves("A32")
  @Test
  void aSilentSuperiorIsRemindedAgainAndAgainAndTheRequestStays() {
    begin();
    send(Messages.HELP_REQUESTED);
    runJobs();
    fire("Timer_HelpReminder");
    fire("Timer_HelpReminder");
    assertThat(SCENE.told)
        .containsExactly(
            "rectification-assigned",
            "rectification-help",
            "rectification-help",
            "rectification-help");
    assertThat(item).isWaitingAt(Tasks.RECTIFY, Tasks.ANSWER_HELP);
    send(Messages.HELP_WITHDRAWN);
    runJobs();
    assertThat(item).isWaitingAt(Tasks.RECTIFY).isNotWaitingAt(Tasks.ANSWER_HELP);
  }

  @Proves("A31")
  @Test
  void onlyAnAgreedExtensionMovesTheDeadline() {
    begin();
    send(Messages.EXTENSION_REQUESTED);
    assertThat(groups(Tasks.DECIDE_EXTENSION)).containsExactly("principal-YL01");
    complete(Tasks.DECIDE_EXTENSION, Map.of("extensionAgreed", "NO"));
    runJobs();
    assertThat(SCENE.moved).isZero();
    send(Messages.EXTENSION_REQUESTED);
    complete(Tasks.DECIDE_EXTENSION, Map.of("extensionAgreed", "YES"));
    runJobs();
    assertThat(SCENE.moved).isEqualTo(1);
    assertThat(SCENE.told).filteredOn("rectification-extension-decided"::equals).hasSize(2);
    assertThat(item).isWaitingAt(Tasks.RECTIFY);
  }

  @Test
  void closingEndsWhatIsStillAsked() {
    begin();
    send(Messages.EXTENSION_REQUESTED);
    complete(Tasks.RECTIFY);
    complete(Tasks.VERIFY, Map.of("verified", "YES"));
    runJobs();
    assertThat(item).isEnded();
  }

  @Proves("E32")
  @Test
  void theLaterTheHigherItIsReported() {
    begin();
    SCENE.late(3, Severity.ORDINARY);
    watch();
    assertThat(SCENE.told).endsWith("rectification-due");
    SCENE.late(8, Severity.ORDINARY);
    watch();
    assertThat(SCENE.told).endsWith("rectification-delayed");
    SCENE.late(31, Severity.ORDINARY);
    watch();
    assertThat(SCENE.told).endsWith("rectification-escalated");
    SCENE.quiet = true;
    watch();
    assertThat(SCENE.told).hasSize(4);
    assertThat(item).isWaitingAt(Tasks.RECTIFY);
  }

  @Proves("A34")
  @Test
  void theTableSuggestsAndTheSuperiorsDepartmentDecides() {
    begin();
    SCENE.late(20, Severity.IMPORTANT);
    watch();
    assertThat(SCENE.suggestions).containsExactly("TALK");
    assertThat(item).isWaitingAt(Tasks.DECIDE_ACCOUNTABILITY, Tasks.RECTIFY);
    assertThat(groups(Tasks.DECIDE_ACCOUNTABILITY)).containsExactly("staff-superiorOrganization");
    fire("Timer_AccountabilityReminder");
    assertThat(SCENE.told).filteredOn("accountability-raised"::equals).hasSize(2);
    complete(Tasks.DECIDE_ACCOUNTABILITY);
    runJobs();
    assertThat(SCENE.told).endsWith("accountability-decided");
  }

  @Proves("A34")
  @Test
  void closingLateDoesNotMakeTheSuggestionVanish() {
    begin();
    SCENE.late(8, Severity.GRAVE);
    watch();
    complete(Tasks.RECTIFY);
    complete(Tasks.VERIFY, Map.of("verified", "YES"));
    runJobs();
    assertThat(item).isNotEnded().isWaitingAt(Tasks.DECIDE_ACCOUNTABILITY);
    complete(Tasks.DECIDE_ACCOUNTABILITY);
    runJobs();
    assertThat(item).isEnded();
  }

  @Proves("E35")
  @Test
  void aTerminatedRunEndsItsItems() {
    begin();
    ENGINE.getRuntimeService().deleteProcessInstance(item.getId(), "terminated");
    assertThat(SCENE.ended).isEqualTo(1);
  }

  @Test
  void javaAndTheModelSpeakOfTheSameElements() {
    Models model =
        Models.all().stream()
            .filter(one -> one.file().endsWith("rectification-item.bpmn"))
            .findFirst()
            .orElseThrow();
    for (String id :
        List.of(
            RectificationProcess.KEY,
            RectificationProcess.WATCH_TIMER,
            Tasks.RECTIFY,
            Tasks.VERIFY,
            Tasks.DECIDE_EXTENSION,
            Tasks.ANSWER_HELP,
            Tasks.DECIDE_ACCOUNTABILITY)) {
      assertThat((Object) model.bpmn().getModelElementById(id)).as(id).isNotNull();
    }
    assertThat(model.elements(Message.class))
        .extracting(Message::getName)
        .containsExactlyInAnyOrder(
            Messages.HELP_REQUESTED, Messages.HELP_WITHDRAWN, Messages.EXTENSION_REQUESTED);
  }

  private void begin() {
    item =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                RectificationProcess.KEY,
                Map.of(
                    "caseId", "case-1",
                    "organization", "YL01",
                    "year", 2026,
                    "itemId", "LM-2026-YL01-Z01"));
    runJobs();
  }

  private void send(String message) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(item.getId())
        .correlate();
  }

  private void watch() {
    fire("Timer_Watch");
  }

  private void fire(String timer) {
    Job job =
        ENGINE
            .getManagementService()
            .createJobQuery()
            .processInstanceId(item.getId())
            .activityId(timer)
            .singleResult();
    ENGINE.getManagementService().executeJob(job.getId());
    runJobs();
  }

  private void runJobs() {
    List<Job> waiting;
    do {
      waiting =
          ENGINE
              .getManagementService()
              .createJobQuery()
              .processInstanceId(item.getId())
              .messages()
              .list();
      waiting.forEach(job -> ENGINE.getManagementService().executeJob(job.getId()));
    } while (!waiting.isEmpty());
  }

  private Task task(String element) {
    return ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(element).singleResult();
  }

  private List<String> groups(String element) {
    return ENGINE.getTaskService().getIdentityLinksForTask(task(element).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  private void complete(String element) {
    complete(element, Map.of());
  }

  private void complete(String element, Map<String, Object> answers) {
    ENGINE.getTaskService().complete(task(element).getId(), answers);
  }

  private static ProcessEngineConfiguration configuration() {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    engine.setBeans(SCENE.beans());
    return engine
        .setProcessEngineName("rectification-" + UUID.randomUUID())
        .setJdbcUrl("jdbc:h2:mem:rectification-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
        .setJobExecutorActivate(false)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  private static Stream<Path> files(String root, String... names) {
    return Stream.of(names).map(name -> Path.of(root, "shared", name));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beans that the model names; they record what they were asked for. */
  static final class Scene {

    final List<String> told = new ArrayList<>();
    final List<String> suggestions = new ArrayList<>();
    String helpNeeded;
    boolean quiet;
    int overdueDays;
    Severity severity;
    int moved;
    int ended;

    void reset() {
      told.clear();
      suggestions.clear();
      helpNeeded = "NO";
      quiet = false;
      moved = 0;
      ended = 0;
      late(0, Severity.ORDINARY);
    }

    void late(int days, Severity grave) {
      overdueDays = days;
      severity = grave;
    }

    Map<Object, Object> beans() {
      Map<Object, Object> beans = new HashMap<>();
      beans.put("rectificationItem", (JavaDelegate) this::open);
      beans.put("rectificationClosing", (JavaDelegate) closing -> {});
      beans.put("rectificationDeadline", (JavaDelegate) moving -> moved++);
      beans.put("rectificationDelay", (JavaDelegate) this::measure);
      beans.put("rectificationEscalation", (JavaDelegate) this::record);
      beans.put("tenantOfOrganization", (ExecutionListener) start -> {});
      beans.put("rectificationEnd", (ExecutionListener) end -> ended++);
      beans.put("rectificationDates", new Dates());
      beans.put("rectificationPeople", new People());
      beans.put("roles", new Roles());
      beans.put(
          "notification",
          (JavaDelegate) telling -> told.add((String) telling.getVariableLocal("event")));
      return beans;
    }

    private void open(DelegateExecution execution) {
      execution.setVariable("owner", "owner");
      execution.setVariable("dueDate", DUE);
      execution.setVariable("helpNeeded", helpNeeded);
      execution.setVariable("watchCycle", "R/2026-01-01T08:30:00+08:00/P1D");
    }

    private void measure(DelegateExecution execution) {
      execution.setVariable("overdueDays", overdueDays);
      execution.setVariable("severity", severity.name());
      execution.setVariable("reported", false);
    }

    private void record(DelegateExecution execution) {
      String suggestion = (String) execution.getVariable("accountabilitySuggestion");
      boolean raised = !"NONE".equals(suggestion) && !quiet;
      if (raised) {
        suggestions.add(suggestion);
      }
      execution.setVariable("tellLevel", quiet ? null : execution.getVariable("escalationLevel"));
      execution.setVariable("accountabilityRaised", raised ? "YES" : "NO");
    }
  }

  /** Dates as the real bean gives them. */
  public static final class Dates {
    public Date answerDue(String organization, int year) {
      return DUE;
    }

    public Date verifyDue(String organization, int year) {
      return DUE;
    }

    public String reminderCycle(String organization, int year) {
      return "R/P5D";
    }
  }

  /** Groups as the real bean gives them. */
  public static final class People {
    public String verifiers(String itemId) {
      return "principal-YL01,office-YL01";
    }

    public String consenters(String itemId) {
      return "principal-YL01";
    }

    public String superior(String itemId) {
      return "staff-superiorOrganization";
    }
  }

  /** Groups as the organisation module makes them. */
  public static final class Roles {
    public String superiorOrganizationDepartment(String organization) {
      return "staff-superiorOrganization";
    }
  }
}
