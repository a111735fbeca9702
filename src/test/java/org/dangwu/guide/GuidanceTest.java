package org.dangwu.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.guide.FollowingSteps.Caller;
import org.dangwu.models.Models;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Every task of every model tells its clerk what is asked, by which rule, by whom and what next.
 */
class GuidanceTest {

  private final GuideTexts texts = new GuideTexts(messages());
  private final Responsible responsible = new Responsible(texts);
  private final FollowingSteps following = new FollowingSteps(responsible, texts);

  @Test
  void everyTaskSaysWhatIsAsked() {
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(TaskGuide.requirement(task)).as(where).hasSizeGreaterThan(10));
  }

  @Test
  void everyTaskNamesRulesThatTheCatalogueKnows() {
    RuleCatalogue catalogue = Rules.catalogue();
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(Models.property(task, "rule"))
                    .as(where)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent()));
  }

  @Test
  void everyTaskSaysWhoDoesIt() {
    assertThat(tasks())
        .allSatisfy((where, task) -> assertThat(responsible.of(task)).as(where).isNotBlank());
  }

  @Test
  void everyTaskSaysWhatComesNext() {
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(following.after(task, null))
                    .as(where)
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.what()).isNotBlank()));
  }

  @Test
  void choicesAreTakenApartByWhatIsAnsweredAtTheGateway() {
    assertThat(following.after(task("life-meeting", "UserTask_AgreeTheme"), null))
        .anySatisfy(
            step -> {
              assertThat(step.condition()).isEqualTo("是否同意主题 — 不同意");
              assertThat(step.what()).isEqualTo("提出会议主题");
              assertThat(step.who()).isEqualTo("办公室");
            })
        .anySatisfy(step -> assertThat(step.condition()).isEqualTo("是否同意主题 — 同意"));
  }

  @Test
  void noQuestionIsToldTwiceForOneStep() {
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(following.after(task, null))
                    .as(where)
                    .allSatisfy(
                        step ->
                            assertThat(
                                    Stream.of(step.condition().split("，"))
                                        .map(answer -> answer.split(" — ")[0]))
                                .doesNotHaveDuplicates()));
    assertThat(following.after(task("life-meeting", "UserTask_ReceiveBySuperior"), null))
        .extracting(NextStep::condition)
        .contains("并行的各项工作都办完后，责令重新召开 — 重新召开");
  }

  @Test
  void noTaskIsFollowedByMoreLinesThanOneReads() {
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(following.after(task, null).stream().map(NextStep::condition).distinct())
                    .as(where)
                    .hasSizeLessThanOrEqualTo(6));
    assertThat(following.after(task("life-meeting", "UserTask_ApproveNotice"), null))
        .as("far ahead only the question is named")
        .anySatisfy(step -> assertThat(step.what()).isEqualTo("视“通报谈话函询”的结果而定"));
  }

  @Test
  void casesThatLeadToTheSameAreToldTogether() {
    assertThat(following.after(task("life-meeting-year", "UserTask_ResolveBlocked"), null))
        .as("started or not: the question makes no difference")
        .noneSatisfy(step -> assertThat(step.condition()).contains("是否已经启动"));
    assertThat(following.after(task("disposal", "UserTask_ProposeDisposal"), null))
        .anySatisfy(step -> assertThat(step.condition()).startsWith("怎样处理 — 予以处置或者不予处置，"));
  }

  @Test
  void answersThatATaskNeverGivesAreNotTold() {
    assertThat(following.after(task("superior-approval", "UserTask_Review"), null))
        .anySatisfy(step -> assertThat(step.condition()).contains("改期"));
    for (String other :
        List.of(
            "UserTask_ReviewRequest", "UserTask_ReviewBodyReview", "UserTask_ReviewChairOutline")) {
      assertThat(following.after(task("superior-approval", other), null))
          .as(other)
          .hasSize(2)
          .noneSatisfy(step -> assertThat(step.condition()).contains("改期"));
    }
    assertThat(tasks())
        .allSatisfy(
            (where, task) ->
                assertThat(FollowingSteps.without(task))
                    .as(where)
                    .allSatisfy(
                        flow ->
                            assertThat(
                                    (Object)
                                        task.getModelInstance()
                                            .<SequenceFlow>getModelElementById(flow))
                                .isNotNull()));
  }

  @Test
  void theEndOfACalledProcessLeadsBackToItsCaller() {
    UserTask review = task("superior-approval", "UserTask_Review");
    CallActivity plan =
        Models.all().stream()
            .flatMap(model -> model.elements(CallActivity.class).stream())
            .filter(call -> call.getId().equals("CallActivity_ReviewPlan"))
            .findFirst()
            .orElseThrow();

    List<NextStep> alone = following.after(review, null);
    List<NextStep> called = following.after(review, new Caller(plan, null));

    assertThat(alone).anySatisfy(step -> assertThat(step.what()).startsWith("流程办结"));
    assertThat(called).noneSatisfy(step -> assertThat(step.what()).startsWith("流程办结"));
    assertThat(called)
        .as("the own answers first, then the caller's question once")
        .anySatisfy(step -> assertThat(step.what()).contains("“审核会议方案”这一步办结"))
        .anySatisfy(
            step -> {
              assertThat(step.condition()).startsWith("是否同意方案 — ");
              assertThat(step.what()).isEqualTo("制定会议方案");
            });
  }

  private static UserTask task(String process, String id) {
    return tasks().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(process + "/") && entry.getKey().endsWith(id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, UserTask> tasks() {
    Map<String, UserTask> tasks = new TreeMap<>();
    for (Models model : Models.all()) {
      String file = model.file().getFileName().toString().replace(".bpmn", "");
      model.elements(UserTask.class).forEach(task -> tasks.put(file + "/" + task.getId(), task));
    }
    return tasks;
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/guide");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
