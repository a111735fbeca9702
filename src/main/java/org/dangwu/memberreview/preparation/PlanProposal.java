package org.dangwu.memberreview.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.desk.DeskTask;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.preparation.Plan.MassesWay;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/** What the page for the plan proposes: what the committee set, groups as registered. */
@Component
class PlanProposal {

  private final Organizations organizations;
  private final People people;
  private final Parameters parameters;
  private final Clock clock;

  PlanProposal(Organizations organizations, People people, Parameters parameters, Clock clock) {
    this.organizations = organizations;
    this.people = people;
    this.parameters = parameters;
    this.clock = clock;
  }

  Plan plan(DeskTask task) {
    LocalDate today = LocalDate.now(clock);
    LocalDate summaries =
        task.day("summaryDueDate")
            .orElseGet(
                () ->
                    today.plusDays(
                        parameters.number("review.summaryDays", task.organization(), task.year())));
    return new Plan(
        today,
        summaries.isAfter(today.plusDays(7)) ? today.plusDays(7) : summaries,
        summaries,
        null,
        task.day("assemblyDate").orElse(null),
        yes(task.fact("combined")),
        null,
        masses(task.fact("massesWay")),
        null,
        "");
  }

  /** Groups of the register, else those of registered group leaders, else one for all. */
  Groups groups(DeskTask task, List<RosterMember> participants) {
    List<String> persons = participants.stream().map(RosterMember::personId).toList();
    List<Organization> registered =
        organizations.children(task.organization()).stream()
            .filter(child -> child.kind() == OrganizationKind.MEMBER_GROUP)
            .toList();
    if (registered.size() > 1) {
      return registered(registered, persons);
    }
    List<ReviewGroup> led = led(task.organization(), persons);
    if (led.size() > 1) {
      return new Groups(led, Map.of()).dealt(persons);
    }
    String leader =
        organizations.holders(Role.SECRETARY, task.organization()).stream()
            .filter(persons::contains)
            .findFirst()
            .orElse(persons.isEmpty() ? "" : persons.get(0));
    return Groups.undivided(leader, persons);
  }

  private Groups registered(List<Organization> registered, List<String> persons) {
    List<ReviewGroup> groups = new ArrayList<>();
    Map<String, String> members = new LinkedHashMap<>();
    for (Organization group : registered) {
      List<String> here =
          people.membersOf(group.code()).stream()
              .map(Person::id)
              .filter(persons::contains)
              .toList();
      String leader =
          organizations.holders(Role.GROUP_LEADER, group.code()).stream()
              .filter(here::contains)
              .findFirst()
              .orElse(here.isEmpty() ? "" : here.get(0));
      groups.add(new ReviewGroup(group.name(), leader));
      here.forEach(person -> members.put(person, group.name()));
    }
    return new Groups(groups, members);
  }

  /** A post such as 第一党小组组长 names the group. */
  private List<ReviewGroup> led(String branch, List<String> persons) {
    List<ReviewGroup> groups = new ArrayList<>();
    for (String leader : organizations.holders(Role.GROUP_LEADER, branch)) {
      organizations.positionsOf(leader).stream()
          .filter(
              position ->
                  position.organization().equals(branch) && position.role() == Role.GROUP_LEADER)
          .map(Position::title)
          .map(title -> title.replaceFirst("组长$", ""))
          .filter(name -> persons.contains(leader) && !name.isBlank())
          .filter(name -> groups.stream().noneMatch(group -> group.name().equals(name)))
          .findFirst()
          .ifPresent(name -> groups.add(new ReviewGroup(name, leader)));
    }
    return groups;
  }

  private static Boolean yes(String fact) {
    return fact.isEmpty() ? null : (Boolean) fact.equals("YES");
  }

  private static MassesWay masses(String fact) {
    for (MassesWay way : MassesWay.values()) {
      if (way.name().equals(fact)) {
        return way;
      }
    }
    return null;
  }
}
