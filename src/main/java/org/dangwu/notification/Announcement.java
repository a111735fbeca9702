package org.dangwu.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened or is due and of which people are to be told (通知事项).
 *
 * @param key identifies the occasion: the same key never notifies twice
 * @param event key in the table {@code notification_rules}, for instance {@code plan-due}
 * @param caseId the run it belongs to
 * @param organization code of the body it is about
 * @param subjectPerson user id of the person it is about, who is the recipient {@code person};
 *     {@code null} when it is about nobody in particular
 * @param taskId the task it points to, or {@code null}
 * @param due calendar day until which something is to be done, or {@code null}
 * @param facts short facts for the text, for instance {@code subject}; never content of the case
 *     file
 */
public record Announcement(
    String key,
    String event,
    String caseId,
    String organization,
    String subjectPerson,
    String taskId,
    LocalDate due,
    Map<String, String> facts) {

  /**
   * A fact is a name, a date or a number. Anything longer is content, which stays in the dossier.
   */
  static final int LONGEST_FACT = 100;

  public Announcement {
    Objects.requireNonNull(key, "key");
    requireText(event, "通知缺少事件名称，请在模型的通知步骤中填写输入参数 event。");
    requireText(organization, "通知缺少组织代码，请检查流程变量 organization。");
    facts = Map.copyOf(facts);
    facts.forEach(Announcement::checkFact);
  }

  public static Announcement of(String key, String event, String caseId, String organization) {
    return new Announcement(key, event, caseId, organization, null, null, null, Map.of());
  }

  public Announcement about(String person) {
    return new Announcement(key, event, caseId, organization, person, taskId, due, facts);
  }

  public Announcement at(String task) {
    return new Announcement(key, event, caseId, organization, subjectPerson, task, due, facts);
  }

  public Announcement due(LocalDate day) {
    return new Announcement(key, event, caseId, organization, subjectPerson, taskId, day, facts);
  }

  public Announcement with(String fact, String value) {
    Map<String, String> more = new HashMap<>(facts);
    more.put(fact, value);
    return new Announcement(key, event, caseId, organization, subjectPerson, taskId, due, more);
  }

  private static void requireText(String value, String sentence) {
    if (value == null || value.isBlank()) {
      throw new NotificationRefused(sentence);
    }
  }

  private static void checkFact(String name, String value) {
    if (value.length() > LONGEST_FACT || value.lines().count() > 1) {
      throw new NotificationRefused("通知要素 %s 过长或者分行。通知只写事项、单位和期限，不写内容。".formatted(name));
    }
  }
}
