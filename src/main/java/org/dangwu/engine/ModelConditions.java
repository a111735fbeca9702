package org.dangwu.engine;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Conditions that a model states in a property, such as {@code ${heldDate == null}}. */
@Component
public class ModelConditions {

  private final ProcessEngine engine;

  ModelConditions(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * Whether the condition holds for these routing facts; a fact that is not set counts as null.
   *
   * @throws IllegalArgumentException when it is no condition
   */
  public boolean holds(String condition, Map<String, Object> facts) {
    Object answer;
    try {
      answer = evaluate(condition, facts);
    } catch (RuntimeException broken) {
      throw new IllegalArgumentException("Cannot evaluate " + condition, broken);
    }
    if (answer instanceof Boolean yes) {
      return yes;
    }
    throw new IllegalArgumentException(condition + " gives neither true nor false");
  }

  private Object evaluate(String condition, Map<String, Object> facts) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl)
            (ProcessEngineConfiguration) engine.getProcessEngineConfiguration();
    VariableScope scope = scope(facts, configuration.getBeans());
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                configuration.getExpressionManager().createExpression(condition).getValue(scope));
  }

  /** Knows every name but those of beans, so that a fact not yet set does not break a condition. */
  private static VariableScope scope(Map<String, Object> facts, Map<Object, Object> beans) {
    return (VariableScope)
        Proxy.newProxyInstance(
            VariableScope.class.getClassLoader(),
            new Class<?>[] {VariableScope.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hasVariable" ->
                      facts.containsKey((String) arguments[0]) || !beans.containsKey(arguments[0]);
                  case "getVariable" -> facts.get((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
