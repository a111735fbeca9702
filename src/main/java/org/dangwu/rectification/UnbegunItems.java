package org.dangwu.rectification;

import org.dangwu.procedure.ProcedureEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Between the list of a secretary and the beginning of its items lies the rest of his superior's
 * run; when that is terminated meanwhile, its items must not stay open for ever (E35).
 */
@Component
class UnbegunItems {

  private final ItemRegister items;

  UnbegunItems(ItemRegister items) {
    this.items = items;
  }

  @EventListener
  @Transactional
  void ended(ProcedureEnded run) {
    items.terminateUnbegun(run.caseId());
  }
}
