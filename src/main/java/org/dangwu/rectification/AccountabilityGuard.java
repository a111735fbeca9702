package org.dangwu.rectification;

import java.util.Set;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.rectification.Accountabilities.Accountability;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether somebody is held to account a person decides with a reason on record (A34). */
@Component
@Order(50)
class AccountabilityGuard implements CompletionGuard {

  private final ItemRegister items;
  private final Accountabilities accountabilities;
  private final Organizations organizations;
  private final Sentences sentences;

  AccountabilityGuard(
      ItemRegister items,
      Accountabilities accountabilities,
      Organizations organizations,
      Sentences sentences) {
    this.items = items;
    this.accountabilities = accountabilities;
    this.organizations = organizations;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.DECIDE_ACCOUNTABILITY)) {
      return;
    }
    RectificationItem item = items.get((String) task.variable(RectificationProcess.ITEM_ID));
    String decider = task.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    requireUnconcerned(item, decider);
    Accountability open =
        accountabilities
            .openOne(item.id())
            .filter(one -> one.decision() != null && decider.equals(one.decidedBy()))
            .orElseThrow(() -> sentences.refusal("accountability.undecided"));
    accountabilities.finish(open.id());
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the person owns the item or heads the body
   */
  void requireUnconcerned(RectificationItem item, String decider) {
    Set<Role> roles = organizations.rolesOf(decider, item.organization());
    if (item.owner().equals(decider) || roles.stream().anyMatch(Role::isInLeadingBody)) {
      throw sentences.refusal("accountability.concerned");
    }
  }
}
