package org.dangwu.debriefing.rating;

import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.dossier.PaperPicture;
import org.springframework.stereotype.Component;

/**
 * The picture of the ratings in the official summary (评议汇总图, F-C5). On a server without a Chinese
 * font a sentence stands in its place; the table below has the same figures.
 */
@Component("debriefRatingPicture")
class RatingPicture implements PaperPicture {

  static final String PAPER = "ratingSummary";

  /** What fits between the margins of a page. */
  private static final int WIDE = 588;

  private static final int HIGH = 760;

  private final RatingSummary summary;
  private final ChineseFont font;
  private final DebriefSentences sentences;

  RatingPicture(RatingSummary summary, ChineseFont font, DebriefSentences sentences) {
    this.summary = summary;
    this.font = font;
    this.sentences = sentences;
  }

  @Override
  public String documentType() {
    return PAPER;
  }

  @Override
  public String placeholder() {
    return "评议汇总图";
  }

  @Override
  public Content content(String caseId) {
    return font.find()
        .<Content>map(
            with -> {
              RatingChart chart = summary.chart(caseId, RatingChart.ON_PAPER);
              PngDrawing drawing = new PngDrawing(chart.width(), chart.height(), with);
              chart.draw(drawing);
              double scale =
                  Math.min((double) WIDE / chart.width(), (double) HIGH / chart.height());
              return new Drawn(
                  drawing.png(), (int) (chart.width() * scale), (int) (chart.height() * scale));
            })
        .orElseGet(() -> new Instead(sentences.say("rating.noFont")));
  }
}
