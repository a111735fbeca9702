package org.dangwu.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Stands on the start of a process whose tasks go to people of any committee, voters and tellers
 * for instance: under the tenant of its caller, people from elsewhere would not see their tasks.
 * Who sees a task then depends on assignment alone.
 */
@ModelBean("withoutTenant")
class WithoutTenant implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    ((ExecutionEntity) execution).setTenantId(null);
  }
}
