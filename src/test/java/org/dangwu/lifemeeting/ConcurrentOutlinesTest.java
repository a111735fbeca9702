package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members finish their outlines when it suits them, also in the same second. */
class ConcurrentOutlinesTest {

  private static final int MEMBERS = 40;
  private static final int THREADS = 8;

  private final ModelEngine models = new ModelEngine();
  private ProcessEngine engine;

  @BeforeEach
  void reachThePreparation() {
    engine = ModelEngine.uncovered(models).buildProcessEngine();
    models.members = IntStream.rangeClosed(1, MEMBERS).mapToObj(i -> "p" + i).toList();
    ModelEngine.deployLifeMeeting(engine.getRepositoryService());
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            LifeMeetingProcess.KEY,
            Map.of(
                "organization",
                "5301A",
                "organizationName",
                "某局党组",
                "year",
                2026,
                "meetingDate",
                ModelEngine.MEETING));
    complete("UserTask_DecideTheme", Map.of("themeSource", "SUPERIOR", "theme", "主题"));
    complete("UserTask_MakePlan", Map.of("meetingDate", ModelEngine.MEETING));
    runJobs();
    complete("UserTask_Review", Map.of("approvalResult", "APPROVED"));
    runJobs();
    complete("UserTask_Study", Map.of("studyWay", "COLLECTIVE"));
    complete("UserTask_CollectOpinions", Map.of());
    complete("UserTask_FeedbackOpinions", Map.of("flaggedMembers", new ArrayList<String>()));
    tasks("UserTask_ConfirmFeedback")
        .forEach(task -> engine.getTaskService().complete(task.getId()));
    complete("UserTask_Talk", Map.of());
    runJobs();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Proves("A12")
  @Test
  void eightAtATimeNeverGetInEachOthersWay() throws Exception {
    List<Task> outlines = tasks("UserTask_WriteOutline");
    assertThat(outlines).hasSize(MEMBERS).extracting(Task::getAssignee).doesNotHaveDuplicates();
    List<Callable<Void>> work = new ArrayList<>();
    outlines.forEach(
        task ->
            work.add(
                () -> {
                  engine.getTaskService().complete(task.getId());
                  return null;
                }));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    runJobs();
    assertThat(tasks("UserTask_WriteOutline")).isEmpty();
    assertThat(
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId("SubProcess_Outline#multiInstanceBody")
                .finished()
                .count())
        .isOne();
  }

  private void complete(String element, Map<String, Object> variables) {
    TaskService service = engine.getTaskService();
    service.complete(tasks(element).get(0).getId(), variables);
  }

  private List<Task> tasks(String element) {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
  }

  private void runJobs() {
    List<Job> jobs = messages();
    while (!jobs.isEmpty()) {
      engine.getManagementService().executeJob(jobs.get(0).getId());
      jobs = messages();
    }
  }

  private List<Job> messages() {
    return engine.getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }
}
