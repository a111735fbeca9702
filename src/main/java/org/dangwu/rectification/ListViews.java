package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What pages show around a list: what earlier years left open, what was found, what was returned.
 */
@Component
class ListViews {

  private final ItemRegister items;
  private final ListReviews reviews;
  private final List<ProblemSource> sources;
  private final Organizations organizations;
  private final People people;
  private final Parameters parameters;
  private final Clock clock;

  ListViews(
      ItemRegister items,
      ListReviews reviews,
      List<ProblemSource> sources,
      Organizations organizations,
      People people,
      Parameters parameters,
      Clock clock) {
    this.items = items;
    this.reviews = reviews;
    this.sources = List.copyOf(sources);
    this.organizations = organizations;
    this.people = people;
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * The list before anybody wrote on it: a row for each problem that was found, with the day that
   * the superior's parameter proposes (C21).
   */
  ListDraft beginning(ListMatter list) {
    String proposed = list.isOfSecretary() ? dueDay(list).toString() : "";
    return new ListDraft(
        0,
        problems(list).stream()
            .limit(ListRules.MOST_ROWS)
            .map(
                problem ->
                    new ListDraft.Row(
                        problem.text(),
                        "",
                        "",
                        list.secretary(),
                        proposed,
                        Severity.ORDINARY.name(),
                        ""))
            .toList(),
        "");
  }

  void around(ListMatter list, Model model) {
    List<RectificationItem> earlier = items.carriedInto(list);
    List<Judgement> reviewed = reviews.of(list.listId());
    model.addAttribute("list", list);
    model.addAttribute("organizationName", organizations.get(list.organization()).name());
    model.addAttribute("secretaryName", people.name(list.secretary()));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("earlier", earlier);
    model.addAttribute("problems", problems(list));
    model.addAttribute("reviewed", reviewed);
    model.addAttribute(
        "reviewers",
        people.names(
            reviewed.stream().map(Judgement::judge).collect(Collectors.toUnmodifiableSet())));
    model.addAttribute(
        "names",
        people.names(
            earlier.stream()
                .map(RectificationItem::owner)
                .collect(Collectors.toUnmodifiableSet())));
  }

  private LocalDate dueDay(ListMatter list) {
    return LocalDate.now(clock)
        .plusMonths(parameters.number("debrief.rectifyMonths", list.superior(), list.run().year()));
  }

  private List<FoundProblem> problems(ListMatter list) {
    return list.isOfSecretary()
        ? sources.stream()
            .flatMap(source -> source.problems(list.run().caseId(), list.entryId()).stream())
            .toList()
        : List.of();
  }
}
