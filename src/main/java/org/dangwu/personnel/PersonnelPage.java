package org.dangwu.personnel;

import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The register as those see it who look after personal files, and nobody else (B27, C19). */
@Controller
@RequestMapping(PersonnelPage.PATH)
class PersonnelPage {

  static final String PATH = "/personnel-files";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final PersonnelRegister register;
  private final PersonnelKeepers keepers;
  private final Organizations organizations;
  private final People people;
  private final MessageSource messages;
  private final Clock clock;

  PersonnelPage(
      PersonnelRegister register,
      PersonnelKeepers keepers,
      Organizations organizations,
      People people,
      MessageSource messages,
      Clock clock) {
    this.register = register;
    this.keepers = keepers;
    this.organizations = organizations;
    this.people = people;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String list(Principal user, Model model) {
    model.addAttribute("rows", own(user).stream().map(this::row).toList());
    return "personnel/register";
  }

  @PostMapping("/{entryId}")
  String receive(@PathVariable String entryId, Principal user, Model model) {
    if (own(user).stream().noneMatch(entry -> entry.entryId().equals(entryId))) {
      throw gone();
    }
    model.addAttribute(
        "saved", say(register.receive(entryId, user.getName()) ? "received" : "receivedBefore"));
    return list(user, model);
  }

  private List<PersonnelEntry> own(Principal user) {
    Set<String> kept = keepers.keptBy(user.getName());
    if (kept.isEmpty()) {
      throw gone();
    }
    return register.of(kept);
  }

  private Row row(PersonnelEntry entry) {
    PersonnelMaterial material = entry.material();
    return new Row(
        entry.entryId(),
        organizations.get(material.unit()).name(),
        material.year(),
        material.matter(),
        material.personName(),
        material.target().label(),
        material.fileClass(),
        material.destination(),
        material.note(),
        material.receiptNeeded(),
        received(entry));
  }

  private String received(PersonnelEntry entry) {
    if (entry.receipt() != null) {
      return say(
          "receipt",
          entry.receipt().receiver(),
          DAY.format(entry.receipt().day()),
          entry.receipt().number());
    }
    return entry.received()
        ? people.name(entry.receivedBy())
            + " "
            + DAY.format(entry.receivedAt().atZone(clock.getZone()))
        : "";
  }

  private ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, say("gone"));
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage("personnel." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  /**
   * One line of the list.
   *
   * @param awaitsReceipt whether a written receipt is entered by those who hand the material over
   * @param received who has it since when, empty before
   */
  public record Row(
      String entryId,
      String unit,
      int year,
      String matter,
      String name,
      String target,
      String fileClass,
      String destination,
      String note,
      boolean awaitsReceipt,
      String received) {}
}
