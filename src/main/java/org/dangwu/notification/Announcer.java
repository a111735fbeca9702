package org.dangwu.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies the rules to an announcement and writes the messages (A06, A07, A27, E06, E08). */
@Service
class Announcer implements Notifications {

  private final NotificationRules rules;
  private final RecipientResolver recipients;
  private final MessageFacts facts;
  private final MessageTemplates templates;
  private final MessageStore messages;
  private final Clock clock;

  Announcer(
      NotificationRules rules,
      RecipientResolver recipients,
      MessageFacts facts,
      MessageTemplates templates,
      MessageStore messages,
      Clock clock) {
    this.rules = rules;
    this.recipients = recipients;
    this.facts = facts;
    this.templates = templates;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(Announcement announcement) {
    if (messages.isAnnounced(announcement.key())) {
      return;
    }
    int daysToDue = daysToDue(announcement.due());
    Map<String, Object> known = facts.of(announcement, daysToDue);
    Map<Address, NewMessage> drafts = new LinkedHashMap<>();
    for (NotificationRule rule : rules.matching(announcement.event(), daysToDue)) {
      Text text = templates.render(rule.template(), known);
      for (String person : reached(rule, announcement)) {
        drafts.merge(
            new Address(rule.template(), person),
            new NewMessage(person, rule.template(), rule.level(), text, rule.channels()),
            NewMessage::alsoOn);
      }
    }
    messages.add(announcement, List.copyOf(drafts.values()));
  }

  private int daysToDue(LocalDate due) {
    return due == null ? 0 : (int) ChronoUnit.DAYS.between(LocalDate.now(clock), due);
  }

  /** A rule that reaches nobody is an error; a vacant role beside others is noted for operators. */
  private Set<String> reached(NotificationRule rule, Announcement announcement) {
    Set<String> people = new LinkedHashSet<>();
    Set<RecipientKind> vacant = EnumSet.noneOf(RecipientKind.class);
    for (RecipientKind kind : rule.recipients()) {
      List<String> found = recipients.resolve(kind, announcement);
      if (found.isEmpty()) {
        vacant.add(kind);
      }
      people.addAll(found);
    }
    if (people.isEmpty()) {
      throw new NotificationRefused(
          "事件 %s 的通知对象（%s）在组织 %s 中无人担任，请在名册中补充后重试。"
              .formatted(
                  announcement.event(),
                  rule.recipients().stream()
                      .map(RecipientKind::label)
                      .collect(Collectors.joining("、")),
                  announcement.organization()));
    }
    messages.noteVacancies(announcement, rule.template(), vacant);
    return people;
  }

  private record Address(String template, String person) {}
}
