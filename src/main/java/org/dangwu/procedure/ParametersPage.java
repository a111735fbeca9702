package org.dangwu.procedure;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.security.SystemGroups;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the organisation department sees and sets the figures of the rules (参数). */
@Controller
@RequestMapping("/parameters")
class ParametersPage {

  private final ParameterStore store;
  private final ParameterAccess access;
  private final ProcedureCases cases;
  private final Organizations organizations;
  private final People people;
  private final Clock clock;

  ParametersPage(
      ParameterStore store,
      ParameterAccess access,
      ProcedureCases cases,
      Organizations organizations,
      People people,
      Clock clock) {
    this.store = store;
    this.access = access;
    this.cases = cases;
    this.organizations = organizations;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) String organization,
      @RequestParam(required = false) Integer year,
      Authentication user,
      Model model) {
    List<Organization> visible = access.visible(user.getName(), watchesAll(user));
    if (visible.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Organization chosen =
        visible.stream()
            .filter(one -> organization == null || one.code().equals(organization))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    int thisYear = LocalDate.now(clock).getYear();
    int shown = year == null ? thisYear : year;
    model.addAttribute("organizations", visible);
    model.addAttribute("chosen", chosen);
    model.addAttribute("year", shown);
    model.addAttribute("years", List.of(thisYear - 1, thisYear, thisYear + 1));
    model.addAttribute("groups", groups(chosen.code(), shown));
    model.addAttribute("changes", changes(chosen.code(), shown));
    model.addAttribute("running", running(chosen.code(), shown));
    // figures of a year gone by decided what was done then
    model.addAttribute(
        "editable", shown >= thisYear && access.maySet(user.getName(), chosen.code()));
    return "procedure/parameters";
  }

  @PostMapping
  String set(
      @RequestParam String key,
      @RequestParam String organization,
      @RequestParam int year,
      @RequestParam(required = false) Integer value,
      Principal user,
      RedirectAttributes answer) {
    change(
        organization,
        year,
        user,
        answer,
        () -> {
          if (value == null) {
            throw new SubmissionRefused("请填写数值，再保存。");
          }
          store.set(key, organization, year, value, user.getName());
        });
    return "redirect:/parameters";
  }

  @PostMapping("/withdraw")
  String withdraw(
      @RequestParam String key,
      @RequestParam String organization,
      @RequestParam int year,
      Principal user,
      RedirectAttributes answer) {
    change(
        organization,
        year,
        user,
        answer,
        () -> store.withdraw(key, organization, year, user.getName()));
    return "redirect:/parameters";
  }

  private void change(
      String organization, int year, Principal user, RedirectAttributes answer, Runnable change) {
    int thisYear = LocalDate.now(clock).getYear();
    if (organizations.find(organization).isEmpty()
        || !access.maySet(user.getName(), organization)
        || year < thisYear
        || year > thisYear + 1) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    answer.addAttribute("organization", organization);
    answer.addAttribute("year", year);
    try {
      change.run();
      answer.addFlashAttribute("saved", "已保存。以后推算的期限和办理要求按新值执行。");
    } catch (SubmissionRefused refused) {
      answer.addFlashAttribute("refused", refused.getMessage());
    }
  }

  private Map<String, List<ParameterSetting>> groups(String organization, int year) {
    return store.settings(organization, year).stream()
        .collect(
            Collectors.groupingBy(
                setting -> setting.definition().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private List<ChangeRow> changes(String organization, int year) {
    Map<String, ParameterDefinition> definitions =
        store.definitions().stream()
            .collect(Collectors.toMap(ParameterDefinition::key, definition -> definition));
    return store.changes(organization, year).stream()
        .filter(change -> definitions.containsKey(change.key()))
        .map(change -> row(definitions.get(change.key()), change))
        .sorted(Comparator.comparing(ChangeRow::at).reversed())
        .toList();
  }

  private ChangeRow row(ParameterDefinition definition, ParameterChange change) {
    return new ChangeRow(
        change.changedAt().atZone(clock.getZone()),
        definition.label(),
        change.before() == null ? "未设定" : definition.words(change.before()),
        change.after() == null ? "不再单独设定" : definition.words(change.after()),
        people.name(change.changedBy()));
  }

  private long running(String organization, int year) {
    List<String> concerned =
        Stream.concat(
                Stream.of(organization),
                organizations.below(organization).stream().map(Organization::code))
            .toList();
    return cases.ofOrganizations(concerned).stream()
        .filter(run -> run.year() == year && run.state() == ProcedureCase.State.RUNNING)
        .count();
  }

  private static boolean watchesAll(Authentication user) {
    return user.getAuthorities().stream()
        .anyMatch(
            authority ->
                authority.getAuthority().equals(SystemGroups.PROCESS_OWNERS)
                    || authority.getAuthority().equals(SystemGroups.ADMINISTRATORS));
  }

  /** One change as the page shows it. */
  public record ChangeRow(
      java.time.ZonedDateTime at, String label, String before, String after, String who) {}
}
