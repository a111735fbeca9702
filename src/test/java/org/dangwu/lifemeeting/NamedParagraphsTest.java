package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dangwu.lifemeeting.NamedParagraphs.Paragraph;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.Test;

/** Who criticised whom is read from the minutes without mixing people up. */
class NamedParagraphsTest {

  private static final List<String> NAMES = List.of("张三", "李四", "张三丰");

  @Proves("A23")
  @Test
  void eachParagraphBelongsToHimWhoseNameBeginsIt() {
    assertThat(NamedParagraphs.of("张三：深入基层不够。\n李四：批评别人少。", NAMES))
        .containsExactly(new Paragraph("张三", "深入基层不够。"), new Paragraph("李四", "批评别人少。"));
  }

  @Test
  void longerNameIsNotTakenForTheShorterOne() {
    assertThat(NamedParagraphs.of("张三丰：要带头。", NAMES)).containsExactly(new Paragraph("张三丰", "要带头。"));
  }

  @Test
  void nameQuotedInAFurtherLineIsNoSpeaker() {
    assertThat(NamedParagraphs.of("张三：有三点。\n　　李四：也提过这一点。\n\n　　第三点。", NAMES))
        .containsExactly(new Paragraph("张三", "有三点。\n李四：也提过这一点。\n\n第三点。"));
  }

  @Test
  void textOfNobodyIsKeptAndStandsOut() {
    assertThat(NamedParagraphs.of("会上有人提出。\n又有人提出。\n李四：同意。", NAMES))
        .containsExactly(new Paragraph("", "会上有人提出。\n又有人提出。"), new Paragraph("李四", "同意。"));
    assertThat(NamedParagraphs.of("", NAMES)).isEmpty();
  }
}
