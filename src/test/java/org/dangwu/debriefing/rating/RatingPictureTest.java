package org.dangwu.debriefing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.rating.RatingChart.Row;
import org.dangwu.dossier.PaperPicture.Content;
import org.dangwu.dossier.PaperPicture.Drawn;
import org.dangwu.dossier.PaperPicture.Instead;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RatingPictureTest {

  private final RatingSummary summary = mock(RatingSummary.class);
  private final ChineseFont font = mock(ChineseFont.class);
  private final DebriefSentences sentences = mock(DebriefSentences.class);
  private final RatingPicture picture = new RatingPicture(summary, font, sentences);

  @Test
  void aServerWithoutChineseFontPrintsASentenceInsteadOfSquares() {
    when(font.find()).thenReturn(Optional.empty());
    when(sentences.say("rating.noFont")).thenReturn("没有字体");
    assertThat(picture.content("c")).isEqualTo(new Instead("没有字体"));
  }

  @Test
  void thePictureOfThirtyFourSecretariesFitsOnOnePage() {
    Assumptions.assumeTrue(new ChineseFont().find().isPresent());
    when(font.find()).thenReturn(new ChineseFont().find());
    List<Row> rows =
        IntStream.range(0, 34)
            .mapToObj(i -> new Row("书记" + i, "某镇党委", Map.of("GOOD", 30), 30, "100.00", ""))
            .toList();
    when(summary.chart(any(), anyInt()))
        .thenReturn(
            new RatingChart(
                "汇总",
                List.of("发出 30 票"),
                RatingSummary.scale(),
                rows,
                List.of("说明"),
                RatingChart.ON_PAPER));
    Content content = picture.content("c");
    assertThat(content)
        .isInstanceOfSatisfying(
            Drawn.class,
            drawn -> {
              assertThat(drawn.width()).isBetween(400, 588);
              assertThat(drawn.height()).isLessThanOrEqualTo(760);
            });
  }
}
