package org.dangwu.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Tells tasks of the same name apart by a routing fact: 监票确认 becomes 监票确认（党员民主测评）. An element asks
 * for it with the property {@code name.detail}, which names the fact; without the fact the name
 * stays.
 */
final class DetailedName implements TaskListener {

  static final String PROPERTY = "name.detail";

  private final String variable;

  DetailedName(String variable) {
    this.variable = variable;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getVariable(variable) instanceof String detail && !detail.isBlank()) {
      task.setName(task.getName() + "（" + detail + "）");
    }
  }
}
