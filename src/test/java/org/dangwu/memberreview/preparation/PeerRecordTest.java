package org.dangwu.memberreview.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerRecordTest {

  private static final List<String> NAMES = List.of("张三", "李四");

  @Test
  void whatWasSaidOfEachMemberComesBackAsItWasWritten() {
    Map<String, String> said = Map.of("张三", "第一点。\n\n第二点。", "李四", "接受批评。");
    assertThat(PeerRecord.read(PeerRecord.write(NAMES, said), NAMES)).isEqualTo(said);
  }

  @Test
  void headingsFollowTheOrderOfTurnsAndMembersNotSpokenOfHaveNone() {
    assertThat(PeerRecord.write(NAMES, Map.of("李四", "好。"))).isEqualTo("【李四】\n好。");
    assertThat(PeerRecord.write(NAMES, Map.of())).isEmpty();
  }

  @Test
  void lineThatLooksLikeAHeadingStaysPartOfWhatWasSaid() {
    String text = PeerRecord.write(NAMES, Map.of("张三", "有人说\n【李四】\n也这样。"));
    assertThat(PeerRecord.read(text, NAMES)).containsOnlyKeys("张三");
    assertThat(PeerRecord.read(text, NAMES).get("张三")).contains("【李四】").contains("也这样。");
  }
}
