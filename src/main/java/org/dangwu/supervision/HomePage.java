package org.dangwu.supervision;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.notification.Inbox;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.HomeLinks;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.procedure.RunPage;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The home page (工作台): what waits, what is under way, what may be started. */
@Controller
class HomePage {

  private static final Set<Role> ANSWERS =
      Set.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE, Role.SECRETARY);
  private static final Set<Role> LEADS_BRANCHES =
      Set.of(Role.PRINCIPAL, Role.OFFICE, Role.SECRETARY);
  private static final int MESSAGES = 5;
  private static final Set<Role> SUPERVISES = Set.of(Role.STAFF, Role.HEAD);

  private final WaitingTasks waiting;
  private final ProcedureCases cases;
  private final ProcedureStart start;
  private final Organizations organizations;
  private final Inbox inbox;
  private final List<RunPage> runPages;
  private final List<HomeLinks> links;
  private final CaseVisibility visibility;
  private final Clock clock;

  HomePage(
      WaitingTasks waiting,
      ProcedureCases cases,
      ProcedureStart start,
      Organizations organizations,
      Inbox inbox,
      List<RunPage> runPages,
      List<HomeLinks> links,
      CaseVisibility visibility,
      Clock clock) {
    this.waiting = waiting;
    this.cases = cases;
    this.start = start;
    this.organizations = organizations;
    this.inbox = inbox;
    this.runPages = runPages;
    this.links = links;
    this.visibility = visibility;
    this.clock = clock;
  }

  @GetMapping("/")
  String root() {
    return "redirect:/home";
  }

  @GetMapping("/home")
  String home(Principal user, Model model) {
    int year = LocalDate.now(clock).getYear();
    Standing standing = Standing.of(user.getName(), organizations);
    model.addAttribute("tasks", waiting.of(user.getName()));
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("messages", inbox.latest(user.getName(), MESSAGES));
    model.addAttribute("cases", running(user.getName(), standing));
    model.addAttribute("offers", start.offers(user.getName(), year));
    model.addAttribute("specials", start.specialPages(user.getName()));
    model.addAttribute("runPages", pages());
    model.addAttribute(
        "links", links.stream().flatMap(one -> one.linksFor(user.getName()).stream()).toList());
    model.addAttribute("earliest", LocalDate.now(clock).plusDays(1));
    return "supervision/home";
  }

  @PostMapping("/home/start")
  String start(
      @RequestParam ProcedureKind kind,
      @RequestParam String organization,
      @RequestParam int year,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate meetingDate,
      RedirectAttributes answer) {
    try {
      ProcedureCase run = start.start(kind, organization, year, facts(meetingDate));
      answer.addFlashAttribute("started", "已启动，业务编号 " + run.businessKey() + "。");
    } catch (SubmissionRefused refused) {
      answer.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/home";
  }

  /** The page that a kind of procedure has of its own, by the name of the kind. */
  private Map<String, RunPage> pages() {
    return runPages.stream().collect(Collectors.toMap(page -> page.kind().name(), page -> page));
  }

  private Map<String, Object> facts(LocalDate meetingDate) {
    return meetingDate == null
        ? Map.of()
        : Map.of("meetingDate", Date.from(meetingDate.atStartOfDay(clock.getZone()).toInstant()));
  }

  private List<RunningCase> running(String userId, Standing standing) {
    Set<String> answersFor =
        standing
            .where(role -> ANSWERS.contains(role) || role.isInLeadingBody())
            .map(Organization::code)
            .collect(Collectors.toSet());
    branchesLedBy(standing).forEach(answersFor::add);
    Set<String> served = served(standing);
    served.stream()
        .flatMap(code -> organizations.below(code).stream())
        .map(Organization::code)
        .forEach(answersFor::add);
    Map<String, ProcedureCase> found = new LinkedHashMap<>();
    Stream.of(
            cases.ofOrganizations(answersFor).stream(),
            cases.ofOrganizations(served).stream().filter(run -> runByDepartments(userId, run)),
            cases.startedBy(userId).stream())
        .flatMap(Function.identity())
        .forEach(run -> found.putIfAbsent(run.caseId(), run));
    Map<String, List<String>> steps =
        waiting.openSteps(
            found.values().stream()
                .filter(run -> run.state() == ProcedureCase.State.RUNNING)
                .map(ProcedureCase::processInstanceId)
                .collect(Collectors.toSet()));
    return found.values().stream()
        .map(run -> new RunningCase(run, steps.getOrDefault(run.processInstanceId(), List.of())))
        .toList();
  }

  /** What a committee's departments do for it; what its leading body does is not their business. */
  private boolean runByDepartments(String userId, ProcedureCase run) {
    return run.kind().guidesBodiesBelow()
        || (run.kind() == ProcedureKind.DEBRIEFING && visibility.maySee(userId, run));
  }

  /** Codes of the branches whose grass-roots committee the person answers for. */
  private Stream<String> branchesLedBy(Standing standing) {
    return standing
        .where(LEADS_BRANCHES::contains)
        .filter(o -> o.kind() == OrganizationKind.COMMITTEE)
        .flatMap(
            committee ->
                organizations.below(committee.code()).stream()
                    .filter(below -> below.kind() == OrganizationKind.BRANCH)
                    .filter(branch -> branch.tenant().equals(committee.code())))
        .map(Organization::code);
  }

  /** Codes of the organisations that the person's departments work for. */
  private static Set<String> served(Standing standing) {
    return standing
        .where(SUPERVISES::contains)
        .filter(
            o ->
                o.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT
                    || o.kind() == OrganizationKind.DISCIPLINE_COMMISSION)
        .flatMap(o -> o.superior().stream())
        .collect(Collectors.toSet());
  }
}
