package org.dangwu.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Task service whose completions are checked, and which takes no comments and attachments: what
 * people write belongs into the dossier, where it is protected.
 */
final class GuardedTaskService extends TaskServiceImpl {

  private static final String USE_DOSSIER = "请在任务表单的卷宗页面填写意见、上传材料，此处不接收备注和附件。";

  private final SubmissionGate gate;

  GuardedTaskService(SubmissionGate gate) {
    this.gate = gate;
  }

  @Override
  public void complete(String taskId) {
    complete(taskId, Map.of());
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    gate.submit(
        commandExecutor,
        taskId,
        variables,
        checked -> {
          super.complete(taskId, checked);
          return null;
        });
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return gate.submit(
        commandExecutor,
        taskId,
        variables,
        checked -> super.completeWithVariablesInReturn(taskId, checked, deserializeValues));
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    gate.submit(
        commandExecutor,
        taskId,
        variables,
        checked -> {
          super.resolveTask(taskId, checked);
          return null;
        });
  }

  @Override
  public void resolveTask(String taskId) {
    resolveTask(taskId, Map.of());
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode) {
    handleBpmnError(taskId, errorCode, null, null);
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
    handleBpmnError(taskId, errorCode, errorMessage, null);
  }

  @Override
  public void handleEscalation(String taskId, String escalationCode) {
    handleEscalation(taskId, escalationCode, null);
  }

  @Override
  public void handleBpmnError(
      String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
    throw new SubmissionRefused("任务只能按表单办结，不能以错误事件结束。");
  }

  @Override
  public void handleEscalation(
      String taskId, String escalationCode, Map<String, Object> variables) {
    throw new SubmissionRefused("任务只能按表单办结，不能以升级事件结束。");
  }

  @Override
  public Comment createComment(String taskId, String processInstance, String message) {
    throw new SubmissionRefused(USE_DOSSIER);
  }

  @Override
  public void addComment(String taskId, String processInstance, String message) {
    throw new SubmissionRefused(USE_DOSSIER);
  }

  @Override
  public Attachment createAttachment(
      String type, String taskId, String instance, String name, String text, InputStream content) {
    throw new SubmissionRefused(USE_DOSSIER);
  }

  @Override
  public Attachment createAttachment(
      String type, String taskId, String instance, String name, String text, String url) {
    throw new SubmissionRefused(USE_DOSSIER);
  }
}
