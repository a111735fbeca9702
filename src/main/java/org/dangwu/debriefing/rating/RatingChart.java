package org.dangwu.debriefing.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.rating.Drawing.Anchor;
import org.dangwu.debriefing.rating.Drawing.Type;

/**
 * The picture of a rating summary (评议汇总图, C13): one bar a secretary in the order of the plan, as
 * long as all others, its parts as long as the share of each grade and marked with the votes. Drawn
 * the same way on a page and in a document.
 *
 * @param title what was rated
 * @param lines turnout and whatever else stands below the title
 * @param grades scale with the abstention last
 * @param rows one a secretary
 * @param notes what is not shown and why
 * @param barWidth length of the bars
 */
record RatingChart(
    String title,
    List<String> lines,
    List<Grade> grades,
    List<Row> rows,
    List<String> notes,
    int barWidth) {

  /** Length of bars on a screen. */
  static final int ON_SCREEN = 560;

  /** Length of bars on paper, where letters must not become too small. */
  static final int ON_PAPER = 360;

  private static final int ROW = 30;
  private static final int BAR = 22;
  private static final int BAR_LEFT = 250;
  private static final int BALLOTS = 52;
  private static final int INDEX = 132;
  private static final int EDGE = 20;
  private static final int LEGEND = 26;
  private static final int TITLE = 40;
  private static final int LINE = 22;
  private static final int GAP = 14;

  /** Narrower parts could not hold their number. */
  private static final double NARROWEST = 15;

  private static final int NOTE_SIZE = 13;
  private static final int NAME_LENGTH = 5;
  private static final int ORGANIZATION_LENGTH = 11;

  private static final String INK = "#1f2328";
  private static final String SOFT = "#5a6270";
  private static final String GROUND = "#f0f1f4";

  /** Told apart by those who are colour-blind, and on a grey copy by their order and numbers. */
  private static final List<Shade> SHADES =
      List.of(
          new Shade("#1d4f91", "#ffffff"),
          new Shade("#8fbbe6", INK),
          new Shade("#f2c261", INK),
          new Shade("#b5362c", "#ffffff"),
          new Shade("#d0d4da", INK));

  private record Shade(String fill, String ink) {}

  /**
   * One bar.
   *
   * @param votes grade → votes; empty when nothing may be told
   * @param index as printed, or empty
   * @param instead what stands in place of a bar
   */
  record Row(
      String name,
      String organization,
      Map<String, Integer> votes,
      int ballots,
      String index,
      String instead) {}

  int width() {
    return right() + INDEX + EDGE;
  }

  private int right() {
    return BAR_LEFT + barWidth;
  }

  int height() {
    return top() + rows.size() * ROW + GAP + printed().size() * LINE + GAP;
  }

  /** Notes broken into lines that fit. */
  private List<String> printed() {
    int most = (width() - 2 * EDGE) / NOTE_SIZE;
    List<String> printed = new ArrayList<>();
    for (String note : notes) {
      for (int at = 0; at < note.length(); at += most) {
        printed.add(note.substring(at, Math.min(note.length(), at + most)));
      }
    }
    return printed;
  }

  private int top() {
    return TITLE + lines.size() * LINE + LEGEND + LINE + GAP;
  }

  String svg() {
    SvgDrawing svg = new SvgDrawing(width(), height(), title);
    draw(svg);
    return svg.svg();
  }

  void draw(Drawing on) {
    on.text(width() / 2.0, 28, title, new Type(20, true, Anchor.MIDDLE, INK));
    int y = TITLE;
    for (String line : lines) {
      y += LINE;
      on.text(width() / 2.0, y - 6.0, line, new Type(14, false, Anchor.MIDDLE, SOFT));
    }
    legend(on, y + LEGEND - 6.0);
    int heads = top() - GAP / 2;
    on.text(BAR_LEFT - 12.0, heads, "述职人", head(Anchor.END));
    on.text(BAR_LEFT, heads, "各等次票数（条长为所占比例）", head(Anchor.START));
    on.text(right() + BALLOTS, heads, "票数", head(Anchor.END));
    on.text(right() + INDEX, heads, "加权得分", head(Anchor.END));
    y = top();
    for (Row row : rows) {
      bar(on, row, y);
      y += ROW;
    }
    y += GAP;
    for (String note : printed()) {
      y += LINE;
      on.text(14, y - 6.0, note, new Type(NOTE_SIZE, false, Anchor.START, SOFT));
    }
  }

  private static Type head(Anchor anchor) {
    return new Type(13, false, anchor, SOFT);
  }

  private void legend(Drawing on, double y) {
    double x = BAR_LEFT;
    for (int i = 0; i < grades.size(); i++) {
      on.box(x, y - 13, 16, 16, SHADES.get(i).fill());
      on.text(x + 22, y, grades.get(i).label(), new Type(14, false, Anchor.START, INK));
      x += 22 + 15.0 * grades.get(i).label().length() + 26;
    }
  }

  private void bar(Drawing on, Row row, double y) {
    double middle = y + BAR - 6.0;
    on.text(
        BAR_LEFT - 12.0,
        middle,
        shortened(row.name(), NAME_LENGTH),
        new Type(14, true, Anchor.END, INK));
    on.text(
        14,
        middle,
        shortened(row.organization(), ORGANIZATION_LENGTH),
        new Type(13, false, Anchor.START, SOFT));
    if (row.votes().isEmpty()) {
      on.box(BAR_LEFT, y, barWidth, BAR, GROUND);
      on.text(BAR_LEFT + 12.0, middle, row.instead(), new Type(13, false, Anchor.START, SOFT));
      return;
    }
    List<Part> parts = parts(row);
    double x = BAR_LEFT;
    for (Part part : parts) {
      Shade shade = SHADES.get(part.grade());
      on.box(x, y, part.width() - 1, BAR, shade.fill());
      on.text(
          x + (part.width() - 1) / 2,
          middle,
          String.valueOf(part.votes()),
          new Type(13, true, Anchor.MIDDLE, shade.ink()));
      x += part.width();
    }
    on.text(
        right() + BALLOTS,
        middle,
        String.valueOf(row.ballots()),
        new Type(14, false, Anchor.END, INK));
    on.text(right() + INDEX, middle, row.index(), new Type(14, true, Anchor.END, INK));
  }

  /** Part of a bar. */
  record Part(int grade, int votes, double width) {}

  /** As long as the share, except that a number must fit in; the others give way for it. */
  List<Part> parts(Row row) {
    List<Part> exact = new ArrayList<>();
    for (int i = 0; i < grades.size(); i++) {
      int votes = row.votes().getOrDefault(grades.get(i).code(), 0);
      if (votes > 0) {
        exact.add(new Part(i, votes, (double) barWidth * votes / row.ballots()));
      }
    }
    double lacking = 0;
    double wide = 0;
    for (Part part : exact) {
      if (part.width() < NARROWEST) {
        lacking += NARROWEST - part.width();
      } else {
        wide += part.width();
      }
    }
    double rest = wide == 0 ? 1 : (wide - lacking) / wide;
    return exact.stream()
        .map(
            part ->
                new Part(
                    part.grade(),
                    part.votes(),
                    part.width() < NARROWEST ? NARROWEST : part.width() * rest))
        .toList();
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
