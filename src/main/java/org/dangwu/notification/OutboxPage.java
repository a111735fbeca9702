package org.dangwu.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.DangwuApplication;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.security.SystemGroups;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What left, what waits and what failed (发件箱), for administrators. Shows no texts. */
@Controller
@RequestMapping("/notification/outbox")
class OutboxPage {

  private static final int ROWS = 100;

  private final Outbox outbox;
  private final RulesCheck rules;
  private final Organizations organizations;
  private final People people;

  OutboxPage(Outbox outbox, RulesCheck rules, Organizations organizations, People people) {
    this.outbox = outbox;
    this.rules = rules;
    this.organizations = organizations;
    this.people = people;
  }

  /** Runs before every method here: administrators only, whatever the path rules say. */
  @ModelAttribute
  void administratorsOnly(Authentication user) {
    boolean administrator =
        user != null
            && user.getAuthorities().stream()
                .anyMatch(held -> SystemGroups.ADMINISTRATORS.equals(held.getAuthority()));
    if (!administrator) {
      throw new AccessDeniedException("发件箱只供系统管理员查看。");
    }
  }

  @GetMapping
  String show(Model model) {
    List<Outbox.TroubledDelivery> troubled = outbox.troubled(ROWS);
    List<Outbox.Vacancy> vacancies = outbox.vacancies(ROWS);
    model.addAttribute("counts", outbox.counts());
    model.addAttribute("troubled", troubled);
    model.addAttribute("vacancies", vacancies);
    model.addAttribute("problems", rules.problems());
    model.addAttribute(
        "anyGivenUp", troubled.stream().anyMatch(Outbox.TroubledDelivery::isGivenUp));
    model.addAttribute(
        "people", people.names(troubled.stream().map(Outbox.TroubledDelivery::recipient).toList()));
    model.addAttribute("zone", DangwuApplication.ZONE);
    model.addAttribute("bodies", bodies(troubled, vacancies));
    return "notification/outbox";
  }

  private Map<String, String> bodies(
      List<Outbox.TroubledDelivery> troubled, List<Outbox.Vacancy> vacancies) {
    Set<String> codes = new LinkedHashSet<>();
    troubled.forEach(row -> codes.add(row.organization()));
    vacancies.forEach(row -> codes.add(row.organization()));
    return codes.stream()
        .collect(
            Collectors.toMap(
                code -> code,
                code -> organizations.find(code).map(Organization::name).orElse(code)));
  }

  @PostMapping("/{id}/resend")
  String resend(@PathVariable String id, RedirectAttributes redirect) {
    redirect.addFlashAttribute("resent", outbox.resend(id) ? 1 : 0);
    return "redirect:/notification/outbox";
  }

  @PostMapping("/resend-all")
  String resendAll(RedirectAttributes redirect) {
    redirect.addFlashAttribute("resent", outbox.resendAll());
    return "redirect:/notification/outbox";
  }
}
