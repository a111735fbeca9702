package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The archivist's list of material for personal files; for archivists and nobody else (B27). */
@Controller
@RequestMapping("/member-review/personnel-files")
class PersonnelPage {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final PersonnelRegister register;
  private final Organizations organizations;
  private final People people;
  private final ReviewTasks tasks;
  private final Sentences sentences;
  private final Clock clock;

  PersonnelPage(
      PersonnelRegister register,
      Organizations organizations,
      People people,
      ReviewTasks tasks,
      Sentences sentences,
      Clock clock) {
    this.register = register;
    this.organizations = organizations;
    this.people = people;
    this.tasks = tasks;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String list(Principal user, Model model) {
    model.addAttribute("rows", own(user).stream().map(this::row).toList());
    return "memberreview/personnel-files";
  }

  @PostMapping("/{entryId}")
  String receive(@PathVariable String entryId, Principal user, Model model) {
    if (own(user).stream().noneMatch(entry -> entry.entryId().equals(entryId))) {
      throw tasks.gone();
    }
    model.addAttribute(
        "saved",
        sentences.say(
            register.receive(entryId, user.getName())
                ? "personnel.received"
                : "personnel.receivedBefore"));
    return list(user, model);
  }

  /** Entries of the branches whose archivist he is: those of his base committee. */
  private List<PersonnelEntry> own(Principal user) {
    List<Organization> kept = organizations.organizationsWhere(user.getName(), Role.ARCHIVIST);
    if (kept.isEmpty()) {
      throw tasks.gone();
    }
    Set<String> codes = new LinkedHashSet<>();
    for (Organization one : kept) {
      codes.add(one.code());
      organizations.below(one.code()).stream()
          .filter(below -> organizations.baseCommittee(below.code()).equals(base(one)))
          .map(Organization::code)
          .forEach(codes::add);
    }
    return register.of(codes);
  }

  private static java.util.Optional<Organization> base(Organization committee) {
    return java.util.Optional.of(committee);
  }

  private Row row(PersonnelEntry entry) {
    return new Row(
        entry.entryId(),
        organizations.get(entry.organization()).name(),
        entry.year(),
        entry.personName(),
        entry.target().label(),
        entry.fileClass(),
        entry.note(),
        entry.receivedAt() == null
            ? ""
            : people.name(entry.receivedBy())
                + " "
                + DAY.format(entry.receivedAt().atZone(clock.getZone())));
  }

  /** One line of the list. */
  public record Row(
      String entryId,
      String branch,
      int year,
      String name,
      String target,
      String fileClass,
      String note,
      String received) {}
}
