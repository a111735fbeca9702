package org.dangwu.rectification;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.dangwu.engine.Unrestricted;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an item to another owner, for instance because the first has left (更换责任人). */
@Component
class HandOver {

  private final ItemRegister items;
  private final ItemAccess access;
  private final Owners owners;
  private final OwnerChanges changes;
  private final Texts texts;
  private final Sentences sentences;
  private final People people;
  private final Notifications notifications;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Unrestricted unrestricted;

  HandOver(
      ItemRegister items,
      ItemAccess access,
      Owners owners,
      OwnerChanges changes,
      Texts texts,
      Sentences sentences,
      People people,
      Notifications notifications,
      RuntimeService runtime,
      TaskService tasks,
      Unrestricted unrestricted) {
    this.items = items;
    this.access = access;
    this.owners = owners;
    this.changes = changes;
    this.texts = texts;
    this.sentences = sentences;
    this.people = people;
    this.notifications = notifications;
    this.runtime = runtime;
    this.tasks = tasks;
    this.unrestricted = unrestricted;
  }

  @Transactional
  String handOver(RectificationItem item, String newOwner, String reason, String user) {
    if (!access.mayHandOver(user, item)) {
      throw sentences.refusal("owner.notAllowed");
    }
    if (item.owner().equals(newOwner)) {
      throw sentences.refusal("owner.same");
    }
    if (owners.of(item).stream().noneMatch(owner -> owner.id().equals(newOwner))) {
      throw sentences.refusal("owner.unknown");
    }
    String text = texts.required(reason, "更换理由");
    if (!items.handOver(item.id(), item.owner(), newOwner)) {
      throw sentences.refusal("owner.finished");
    }
    changes.add(item.id(), item.owner(), newOwner, text, user);
    if (item.processInstanceId() != null) {
      unrestricted.run(() -> reassign(item.processInstanceId(), newOwner));
    }
    notifications.announce(
        Announcement.of(
                "rectification-owner/" + item.id() + "/" + changes.of(item.id()).size(),
                "rectification-assigned",
                item.caseId(),
                item.organization())
            .about(newOwner)
            .due(item.dueOn()));
    return sentences.say("owner.changed", people.name(newOwner));
  }

  private void reassign(String instance, String newOwner) {
    runtime.setVariable(instance, RectificationProcess.OWNER, newOwner);
    tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(RectificationProcess.Tasks.RECTIFY)
        .list()
        .forEach(task -> tasks.setAssignee(task.getId(), newOwner));
  }
}
