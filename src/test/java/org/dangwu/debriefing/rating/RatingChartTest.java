package org.dangwu.debriefing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.rating.RatingChart.Part;
import org.dangwu.debriefing.rating.RatingChart.Row;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RatingChartTest {

  private static final List<Grade> SCALE = scale();

  private static List<Grade> scale() {
    List<Grade> scale = new ArrayList<>(Grade.WORK_GRADES);
    scale.add(Grade.ABSTAIN);
    return scale;
  }

  private static Row row(String name, String organization, int... votes) {
    Map<String, Integer> byGrade = new LinkedHashMap<>();
    int ballots = 0;
    for (int i = 0; i < votes.length; i++) {
      byGrade.put(SCALE.get(i).code(), votes[i]);
      ballots += votes[i];
    }
    return new Row(name, organization, byGrade, ballots, "87.65", "");
  }

  private static RatingChart chart(Row... rows) {
    return new RatingChart(
        "中共云岭县委2026年度述职现场评议汇总",
        List.of("2026年12月18日会议：发出 62 票，收回 61 票，有效 61 票"),
        SCALE,
        List.of(rows),
        List.of("李四收到的有效票不足 5 票，为保护投票人，不显示票数。"),
        RatingChart.ON_SCREEN);
  }

  @Test
  @Proves("C13")
  void everySecretaryHasABarInTheOrderOfThePlanWithItsNumbers() {
    String svg =
        chart(row("钱一", "白石镇党委", 10, 30, 15, 5, 1), row("孙二", "青溪乡党委", 55, 4, 1, 0, 1)).svg();
    assertThat(svg.indexOf(">钱一<")).isPositive().isLessThan(svg.indexOf(">孙二<"));
    assertThat(svg).contains(">10<", ">30<", ">15<", ">55<", ">61<", ">87.65<");
    assertThat(svg).doesNotContain("style=");
  }

  @Test
  @Proves("C12")
  void aSuppressedRatingShowsTheReasonAndNoNumber() {
    String svg = chart(new Row("李四", "县林业局党组", Map.of(), 0, "", "票数不足，不显示")).svg();
    assertThat(svg).contains("票数不足，不显示", "为保护投票人");
    assertThat(svg).doesNotContain(">0<");
  }

  @Test
  void theLengthsAreTheSharesAndTogetherTheWholeBar() {
    RatingChart chart = chart();
    List<Part> parts = chart.parts(row("钱一", "白石镇", 30, 15, 15, 0, 0));
    assertThat(parts).extracting(Part::votes).containsExactly(30, 15, 15);
    assertThat(parts.get(0).width()).isEqualTo(2 * parts.get(1).width());
    List<Part> withOne = chart.parts(row("钱一", "白石镇", 197, 1, 1, 1, 0));
    assertThat(withOne.stream().mapToDouble(Part::width).sum()).isCloseTo(560, within(0.01));
    assertThat(withOne).allMatch(part -> part.width() >= 15);
  }

  @Test
  void namesCannotCarryMarkup() {
    assertThat(chart(row("<b>", "甲&乙", 1, 2, 3, 0, 0)).svg())
        .contains("&lt;b&gt;", "甲&amp;乙")
        .doesNotContain("<b>");
  }

  @Test
  void thePictureForDocumentsHasTheSameSizeTwiceAsFine() throws IOException {
    Assumptions.assumeTrue(new ChineseFont().find().isPresent());
    RatingChart chart =
        chart(
            row("钱一", "白石镇党委", 10, 30, 15, 5, 1),
            row("孙二", "青溪乡党委", 55, 4, 1, 0, 1),
            new Row("李四", "县林业局党组", Map.of(), 0, "", "票数不足，不显示"));
    PngDrawing drawing =
        new PngDrawing(chart.width(), chart.height(), new ChineseFont().find().orElseThrow());
    chart.draw(drawing);
    byte[] png = drawing.png();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(2 * chart.width());
    assertThat(image.getHeight()).isEqualTo(2 * chart.height());
  }
}
