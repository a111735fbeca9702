package org.dangwu.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * What each form may submit: read from the deployed {@code .form} itself, so that the process owner
 * declares it once; for tasks with a page of their own from the property {@code inputs}.
 */
@Component
class DeclaredInputs {

  private static final String INPUTS = "inputs";

  private final FormSchemaReader reader = new FormSchemaReader(new ObjectMapper());
  private final Map<String, InputRules> known = new ConcurrentHashMap<>();

  InputRules ofTask(CommandContext context, EngineTask task) {
    String key = task.processDefinitionId() + "/" + task.elementId();
    FormDefinition form = task.task().getTaskDefinition().getFormDefinition();
    return known.computeIfAbsent(
        key,
        absent ->
            form.getCamundaFormDefinitionKey() == null
                ? task.property(INPUTS).map(InputsProperty::parse).orElse(InputRules.NONE)
                : read(
                    () ->
                        context.runWithoutAuthorization(
                            () -> new GetDeployedTaskFormCmd(task.taskId()).execute(context))));
  }

  InputRules ofStart(CommandContext context, String definitionId) {
    ProcessDefinitionEntity definition =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(definitionId);
    return known.computeIfAbsent(
        definitionId,
        absent ->
            definition.getStartFormDefinition() == null
                    || definition.getStartFormDefinition().getCamundaFormDefinitionKey() == null
                ? InputRules.NONE
                : read(
                    () ->
                        context.runWithoutAuthorization(
                            () -> new GetDeployedStartFormCmd(definitionId).execute(context))));
  }

  private InputRules read(Callable<InputStream> source) {
    try (InputStream in = source.call()) {
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
