package org.dangwu.lifemeeting;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.dangwu.procedure.CaseAction;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where it is registered that a special meeting is required (A03). While the year's own meeting is
 * being prepared the superior decides first whether the two are held together (E09).
 */
@Controller
@RequestMapping(SpecialMeetingPage.PATH)
class SpecialMeetingPage {

  static final String PATH = "/life-meeting/special";

  private static final String OTHER = "OTHER";
  private static final int REFERENCE_LENGTH = 200;

  private final LifeMeetingStart start;
  private final SpecialRuns runs;
  private final SpecialOrder order;
  private final ProcedureCases cases;
  private final CaseActions actions;
  private final DecisionTables tables;
  private final DocumentCatalogue catalogue;
  private final Sentences sentences;
  private final Clock clock;

  SpecialMeetingPage(
      LifeMeetingStart start,
      SpecialRuns runs,
      SpecialOrder order,
      ProcedureCases cases,
      CaseActions actions,
      DecisionTables tables,
      DocumentCatalogue catalogue,
      Sentences sentences,
      Clock clock) {
    this.start = start;
    this.runs = runs;
    this.order = order;
    this.cases = cases;
    this.actions = actions;
    this.tables = tables;
    this.catalogue = catalogue;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@RequestParam(required = false) String organization, Principal user, Model model) {
    return page(organization, user.getName(), Map.of(), model);
  }

  @PostMapping
  String register(
      @RequestParam String organization,
      @RequestParam(defaultValue = "") String trigger,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate plannedOn,
      @RequestParam Map<String, String> form,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    String body = body(organization, user.getName()).code();
    try {
      if (underPreparation(body, user.getName()).isPresent()) {
        throw sentences.refusal("special.preparing");
      }
      ProcedureCase run =
          order.begin(
              body, facts(trigger, reference.strip(), plannedOn), texts(form), user.getName());
      answer.addFlashAttribute("performed", sentences.say("special.begun", run.businessKey()));
      return "redirect:/home/case/" + run.caseId();
    } catch (SubmissionRefused | DossierRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(organization, user.getName(), form, model);
    }
  }

  private Map<String, Object> facts(String trigger, String reference, LocalDate plannedOn) {
    if (plannedOn == null) {
      throw sentences.refusal("special.date");
    }
    if (plannedOn.isBefore(LocalDate.now(clock))) {
      throw sentences.refusal("date.past");
    }
    if (reference.length() > REFERENCE_LENGTH) {
      throw sentences.refusal("special.reference");
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(SpecialRuns.TRIGGER, trigger.isBlank() ? null : trigger);
    facts.put(SpecialRuns.REFERENCE, reference.isEmpty() ? null : reference);
    facts.put(LifeMeetingProcess.MEETING_DATE.name(), Deadlines.startOf(plannedOn));
    return facts;
  }

  private Map<String, String> texts(Map<String, String> form) {
    Map<String, String> texts = new LinkedHashMap<>();
    catalogue
        .sections(SpecialRuns.ORDER)
        .forEach(
            section -> {
              String text = form.getOrDefault("text-" + section.key(), "").strip();
              if (!text.isEmpty()) {
                texts.put(section.key(), text);
              }
            });
    if (texts.isEmpty()) {
      throw sentences.refusal("special.text");
    }
    return texts;
  }

  private String page(String organization, String user, Map<String, String> form, Model model) {
    List<Organization> bodies = start.mayCallForSpecial(user);
    Organization chosen =
        organization == null && !bodies.isEmpty() ? bodies.get(0) : body(organization, user);
    model.addAttribute("bodies", bodies);
    model.addAttribute("chosen", chosen);
    model.addAttribute("form", form);
    model.addAttribute("triggers", triggers());
    model.addAttribute("sections", catalogue.sections(SpecialRuns.ORDER));
    model.addAttribute("earliest", LocalDate.now(clock).plusDays(1));
    model.addAttribute("hint", start.planHint(chosen, year()));
    model.addAttribute("preparing", underPreparation(chosen.code(), user).orElse(null));
    model.addAttribute("held", held(chosen.code()));
    return "lifemeeting/special";
  }

  private Organization body(String organization, String user) {
    return start.mayCallForSpecial(user).stream()
        .filter(one -> one.code().equals(organization))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The year's own run when it takes up occasions, as its model says. */
  private Optional<ProcedureCase> underPreparation(String body, String user) {
    return cases.of(ProcedureKind.LIFE_MEETING, body, year()).stream()
        .filter(run -> !run.isSpecial() && run.state() == ProcedureCase.State.RUNNING)
        .filter(
            run ->
                actions.offered(run.caseId(), user).stream()
                    .map(CaseAction::message)
                    .anyMatch(SpecialRuns.MESSAGE::equals))
        .findFirst();
  }

  private List<SpecialRow> held(String body) {
    return cases.of(ProcedureKind.LIFE_MEETING, body, year()).stream()
        .filter(ProcedureCase::isSpecial)
        .map(run -> new SpecialRow(run, runs.occasion(run.caseId()).orElse("")))
        .toList();
  }

  private Map<String, String> triggers() {
    Map<String, String> labels = new LinkedHashMap<>();
    List<String> codes = new ArrayList<>(tables.choices("dlm_trigger"));
    codes.add(OTHER);
    codes.forEach(code -> runs.label(code).ifPresent(label -> labels.put(code, label)));
    return labels;
  }

  private int year() {
    return LocalDate.now(clock).getYear();
  }

  /** A special run and what it was called for. */
  public record SpecialRow(ProcedureCase run, String occasion) {}
}
