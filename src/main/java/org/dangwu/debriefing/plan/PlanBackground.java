package org.dangwu.debriefing.plan;

import java.util.List;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.rectification.RectificationItem;
import org.dangwu.rectification.Rectifications;
import org.springframework.stereotype.Component;

/**
 * What is on record about an organisation when the plan is made: the list of last year, and the
 * facts of the other procedures (C04, A35). Texts of items are shown of lists alone that this
 * committee follows up itself; of all others their number.
 */
@Component("debriefPlanBackground")
public class PlanBackground {

  /** Where key contents come from that were listed last year. */
  static final String LAST_LIST = "上年度整改清单";

  private final Rectifications rectifications;
  private final Facts facts;

  PlanBackground(Rectifications rectifications, Facts facts) {
    this.rectifications = rectifications;
    this.facts = facts;
  }

  /**
   * @param items open items of the secretary's list of the years before
   * @param otherItems how many other open items the organisation has
   */
  public record Background(List<RectificationItem> items, int otherItems, List<FactLine> facts) {}

  /** A fact as a line of words. */
  public record FactLine(String label, String words, Boolean kept) {

    static FactLine of(Fact fact) {
      return new FactLine(fact.type().label(), fact.words(), fact.kept());
    }
  }

  Background of(DebriefEntry entry, String organizer, int year) {
    List<RectificationItem> open = rectifications.openItems(entry.organization(), year);
    List<RectificationItem> own = open.stream().filter(item -> isOwn(item, organizer)).toList();
    return new Background(
        own,
        open.size() - own.size(),
        facts.of(entry.organization(), year).stream().map(FactLine::of).toList());
  }

  /** What was listed last year and is still open belongs into this year's account. */
  List<KeyContent> fromLastList(List<DebriefEntry> entries, String organizer, int year) {
    return entries.stream()
        .flatMap(
            entry ->
                rectifications.openItems(entry.organization(), year).stream()
                    .filter(item -> isOwn(item, organizer))
                    .map(
                        item ->
                            new KeyContent(entry.entryId(), LAST_LIST, shortened(item.problem()))))
        .toList();
  }

  private static boolean isOwn(RectificationItem item, String organizer) {
    return item.procedure().equals(ProcedureKind.DEBRIEFING.key())
        && item.superior().equals(organizer);
  }

  private static String shortened(String text) {
    return text.length() > DebriefPlanForm.LONGEST_KEY
        ? text.substring(0, DebriefPlanForm.LONGEST_KEY)
        : text;
  }
}
