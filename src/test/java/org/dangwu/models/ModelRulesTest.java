package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model must hold to, so that it stays readable, safe and movable. */
class ModelRulesTest {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");
  private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);
  private static final Set<String> OUTSIDE_EFFECT = Set.of("${notification}", "${archive}");

  private static final Map<Class<? extends FlowNode>, List<String>> PREFIXES =
      Map.of(
          UserTask.class, List.of("UserTask_"),
          ServiceTask.class, List.of("ServiceTask_"),
          BusinessRuleTask.class, List.of("BusinessRuleTask_"),
          CallActivity.class, List.of("CallActivity_"),
          SubProcess.class, List.of("SubProcess_", "EventSubProcess_"),
          Gateway.class, List.of("Gateway_"),
          StartEvent.class, List.of("StartEvent_", "Timer_", "Message_"),
          EndEvent.class, List.of("EndEvent_"),
          BoundaryEvent.class, List.of("Timer_", "Error_", "Message_", "Condition_"));

  static List<Models> models() {
    return Models.all();
  }

  static List<Path> tables() {
    return Models.tables().toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void idsSpeakAndNamesAreChinese(Models model) {
    PREFIXES.forEach(
        (type, prefixes) ->
            model
                .elements(type)
                .forEach(
                    node -> {
                      assertThat(prefixes).as(node.getId()).anyMatch(node.getId()::startsWith);
                      if (!(node instanceof Gateway)) {
                        assertThat(node.getName()).as(node.getId()).isNotNull().matches(CHINESE);
                      }
                    }));
  }

  @ParameterizedTest
  @MethodSource("models")
  void historyIsKeptTenYearsAndTheProcessIsNamed(Models model) {
    assertThat(model.elements(Process.class))
        .allSatisfy(
            process -> {
              assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
              assertThat(process.getName()).matches(CHINESE);
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tablesKeepTheirHistoryAndGiveASourceForEveryRow(Path table) {
    String xml = Models.text(table);
    assertThat(xml).contains("camunda:historyTimeToLive=\"P3650D\"");
    assertThat(count(xml, "<description>.*\\p{IsHan}|<description>[A-F]"))
        .isGreaterThanOrEqualTo(count(xml, "<rule id="));
  }

  @ParameterizedTest
  @MethodSource("models")
  void noModelCarriesCode(Models model) {
    assertThat(model.elements(ScriptTask.class)).isEmpty();
    String xml = Models.text(model.file());
    assertThat(xml)
        .doesNotContain("camunda:class", "camunda:script", "camunda:expression", "camunda:resource")
        .doesNotContain("camunda:connector", "camunda:type=\"external\"");
  }

  @ParameterizedTest
  @MethodSource("models")
  void serviceTasksNameABeanAndThoseWithOutsideEffectAreRetried(Models model) {
    model
        .elements(ServiceTask.class)
        .forEach(
            task -> {
              assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches(BEAN);
              if (OUTSIDE_EFFECT.contains(task.getCamundaDelegateExpression())) {
                assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
                assertThat(
                        task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaFailedJobRetryTimeCycle.class)
                            .count())
                    .as(task.getId())
                    .isOne();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void parallelPeopleDoNotGetInEachOthersWay(Models model) {
    model.elements(MultiInstanceLoopCharacteristics.class).stream()
        .filter(loop -> !loop.isSequential())
        .forEach(
            loop ->
                assertThat(loop.isCamundaAsyncAfter())
                    .as(((FlowNode) loop.getParentElement()).getId())
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyUserTaskSaysWhatIsAskedByWhichRuleAndOfWhom(Models model) {
    model
        .elements(UserTask.class)
        .forEach(
            task -> {
              assertThat(task.getDocumentations()).as(task.getId()).hasSize(1);
              assertThat(Models.property(task, "rule")).as(task.getId()).isNotEmpty();
              assertThat(
                      task.getCamundaAssignee() != null ^ task.getCamundaCandidateGroups() != null)
                  .as(task.getId() + " has either an assignee or groups")
                  .isTrue();
              assertThat(task.getCamundaFormKey() != null ^ form(task) != null)
                  .as(task.getId() + " has one form")
                  .isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void formsDecisionsAndCalledProcessesExist(Models model) {
    Path forms = Path.of("forms", model.folder());
    Stream.concat(
            model.elements(UserTask.class).stream(), model.elements(StartEvent.class).stream())
        .forEach(
            node -> {
              String form = form(node);
              if (form != null) {
                assertThat(forms.resolve(form + ".form")).exists();
                assertThat(node.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                    .isEqualTo("deployment");
                assertThat(Models.text(forms.resolve(form + ".form")))
                    .contains("\"id\": \"" + form + "\"");
              }
              String key = node.getAttributeValueNs(CAMUNDA, "formKey");
              if (key != null) {
                assertThat(key).startsWith("embedded:deployment:");
                assertThat(forms.resolve(key.substring("embedded:deployment:".length()))).exists();
              }
            });
    model
        .elements(BusinessRuleTask.class)
        .forEach(
            task -> {
              Path own = model.file().resolveSibling(task.getCamundaDecisionRef() + ".dmn");
              if ("deployment".equals(task.getCamundaDecisionRefBinding())) {
                assertThat(own).exists();
              } else {
                // Each folder is one deployment: a table of another procedure is found by its key.
                assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("latest");
                assertThat(own).doesNotExist();
                assertThat(tables()).extracting(Path::getFileName).contains(own.getFileName());
              }
            });
    Set<String> processes =
        Models.all().stream()
            .flatMap(other -> other.elements(Process.class).stream())
            .map(Process::getId)
            .collect(Collectors.toSet());
    model
        .elements(CallActivity.class)
        .forEach(call -> assertThat(processes).contains(call.getCalledElement()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void conditionsCompareARoutingFactWithAnAnswerAndNothingElse(Models model) {
    // ... or with another routing fact: whether this member is the one in the chair.
    Pattern simple =
        Pattern.compile("\\$\\{\\w+ [!=]= ('\\w+'|\\d+)( and \\w+ [!=]= ('\\w+'|[a-z]\\w*))*}");
    model
        .elements(ConditionExpression.class)
        .forEach(condition -> assertThat(condition.getTextContent().strip()).matches(simple));
  }

  @ParameterizedTest
  @MethodSource("models")
  void timersReadADateVariableSoThatCockpitShowsIt(Models model) {
    model
        .elements(TimerEventDefinition.class)
        .forEach(
            timer -> {
              String set =
                  timer.getTimeDate() == null ? cycle(timer) : timer.getTimeDate().getTextContent();
              assertThat(set.strip()).matches("\\$\\{[a-zA-Z]+(Date|Cycle)}");
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void nothingIsApprovedBySilence(Models model) {
    // No timer may interrupt a step: it reminds and reports, a person decides.
    assertThat(model.elements(BoundaryEvent.class))
        .filteredOn(event -> event.getId().startsWith("Timer_"))
        .noneMatch(BoundaryEvent::cancelActivity);
  }

  @ParameterizedTest
  @MethodSource("models")
  void startedProceduresAreRegisteredAndClosed(Models model) throws Exception {
    boolean procedure =
        model.elements(StartEvent.class).stream()
            .anyMatch(start -> start.getParentElement() instanceof Process && form(start) != null);
    if (procedure) {
      String xml = Files.readString(model.file());
      assertThat(xml)
          .contains("delegateExpression=\"${procedureStart}\" event=\"start\"")
          .contains("delegateExpression=\"${procedureEnd}\" event=\"end\"");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void templatesOfTheModelerPaletteExist(Models model) throws Exception {
    String templates = "";
    try (Stream<Path> files = Files.list(Path.of("processes/.camunda/element-templates"))) {
      templates = files.map(Models::text).collect(Collectors.joining());
    }
    for (FlowNode node : model.elements(FlowNode.class)) {
      String template = node.getAttributeValueNs(CAMUNDA, "modelerTemplate");
      if (template != null) {
        assertThat(templates).as(node.getId()).contains("\"id\": \"" + template + "\"");
      }
    }
  }

  private static String form(FlowNode node) {
    return node.getAttributeValueNs(CAMUNDA, "formRef");
  }

  private static String cycle(TimerEventDefinition timer) {
    return timer.getTimeCycle().getTextContent();
  }

  private static long count(String text, String regex) {
    return Pattern.compile(regex).matcher(text).results().count();
  }
}
