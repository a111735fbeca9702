package org.dangwu.dossier.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dangwu.dossier.redaction.Redaction.Leak;
import org.dangwu.dossier.redaction.Redaction.Reason;
import org.dangwu.dossier.redaction.Redaction.Source;
import org.junit.jupiter.api.Test;

/** What may be published and what may not, near misses included. */
class RedactionTest {

  private static final String MINUTES = "会议记录（三）逐人对照检查和批评";
  private static final String SECRET = "你到联系点去得太少，三个月没有下过一次车间，群众有意见找不到人。";
  private static final List<String> MEMBERS = List.of("张三", "李四");

  private final Redaction redaction =
      new Redaction(10, List.of("习近平新时代中国特色社会主义思想", "批评和自我批评"), List.of("批评", "不足", "不够", "缺点"));

  @Test
  void sentenceCopiedFromTheMinutesIsFoundWithItsNumber() {
    assertThat(leaks("会议按规定程序进行。有的成员三个月没有下过一次车间，已经要求整改。会议圆满结束。"))
        .containsExactly(new Leak(2, "有的成员三个月没有下过一次车间，已经要求整改。", Reason.SHARED, MINUTES));
  }

  @Test
  void otherPunctuationBlanksAndWidthDoNotHideACopy() {
    assertThat(leaks("群众 有意见，找“不到”人；三个月，没有下过——一次 车间"))
        .extracting(Leak::reason)
        .contains(Reason.SHARED);
    Source digits = new Source(MINUTES, "２０２６年ＡＢＣ项目拖了两年", false);
    assertThat(redaction.leaks("2026年abc项目", List.of(digits), List.of(), List.of())).hasSize(1);
  }

  @Test
  void nineCharactersInARowAreChanceAndTenAreNot() {
    Source source = new Source(MINUTES, "一二三四五六七八九十", false);
    assertThat(redaction.leaks("甲一二三四五六七八九乙", List.of(source), List.of(), List.of())).isEmpty();
    assertThat(redaction.leaks("甲一二三四五六七八九十乙", List.of(source), List.of(), List.of())).hasSize(1);
  }

  @Test
  void numbersOfIdentityCardsAndTelephonesAreFoundAndOtherNumbersAreNot() {
    assertThat(leaks("联系人电话13912345678。身份证号11010119900101123X。"))
        .extracting(Leak::number, Leak::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Reason.PERSONAL),
            org.assertj.core.groups.Tuple.tuple(2, Reason.PERSONAL));
    assertThat(leaks("投入资金139123456789元，编号21391234567，培训党员13912人次。")).isEmpty();
  }

  @Test
  void sameMattersInOwnWordsMayBePublished() {
    assertThat(leaks("班子深入基层不够经常，联系群众的办法不多，已列入整改清单，年底前完成。")).isEmpty();
  }

  @Test
  void usualPhrasesAreNoLeakAndDoNotJoinTheirNeighbours() {
    Source source = new Source(MINUTES, "学习习近平新时代中国特色社会主义思想有差距", false);
    assertThat(
            redaction.leaks("深入学习习近平新时代中国特色社会主义思想，有差距就改。", List.of(source), List.of(), List.of()))
        .isEmpty();
  }

  @Test
  void copyThatGoesOverTwoSentencesMarksBoth() {
    Source source = new Source(MINUTES, "责任没有压下去工作没有抓到底", false);
    assertThat(redaction.leaks("责任没有压下去。工作没有抓到底。", List.of(source), List.of(), List.of()))
        .extracting(Leak::number)
        .containsExactly(1, 2);
  }

  @Test
  void memberBesideAWordOfCriticismIsFound() {
    assertThat(leaks("会议指出了问题。张三同志担当不够。"))
        .containsExactly(new Leak(2, "张三同志担当不够。", Reason.CRITICISM, ""));
    assertThat(leaks("李四批评了大家")).hasSize(1);
  }

  @Test
  void memberInTheSameSentenceButAnotherClauseIsNotAccused() {
    assertThat(leaks("会议由张三同志主持，班子成员逐一开展批评和自我批评。")).isEmpty();
    assertThat(leaks("张三同志带头开展批评和自我批评，会议查找了不足。")).isEmpty();
    assertThat(leaks("李四同志列席会议。")).isEmpty();
  }

  @Test
  void nameOfOneWhoGaveAnOpinionIsFoundAndOfOneWhoDidNotIsNot() {
    List<Source> sources =
        List.of(new Source("征求意见原文", "王五（规划股）：审批太慢。", true), new Source("学习情况", "赵六领学", false));
    assertThat(redaction.leaks("感谢王五等同志。赵六领学。", sources, List.of(), List.of("王五", "赵六", "钱七")))
        .containsExactly(new Leak(1, "感谢王五等同志。", Reason.GIVER, "征求意见原文"));
  }

  @Test
  void emptyTextsAreNoTrouble() {
    assertThat(leaks("")).isEmpty();
    assertThat(leaks("。。\n\n")).isEmpty();
    assertThat(redaction.leaks("会议召开。", List.of(), MEMBERS, List.of())).isEmpty();
  }

  @Test
  void longTextsCostNoMoreThanTheirLengthEvenWhenTheyRepeatThemselves() {
    Random random = new Random(7);
    StringBuilder draft = new StringBuilder();
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      draft.append((char) (0x4E00 + random.nextInt(3000)));
      secret.append((char) (0x4E00 + random.nextInt(3000)));
    }
    draft.insert(50_000, "只有这一句是照抄的原话");
    secret.insert(70_000, "只有这一句是照抄的原话");
    assertThat(
            redaction.leaks(
                draft.toString(),
                List.of(new Source(MINUTES, secret.toString(), false)),
                MEMBERS,
                List.of()))
        .extracting(Leak::reason)
        .containsExactly(Reason.SHARED);
    String same = "同样的话".repeat(25_000);
    assertThat(redaction.leaks(same, List.of(new Source(MINUTES, same, false)), MEMBERS, List.of()))
        .hasSize(1);
  }

  private List<Leak> leaks(String draft) {
    return redaction.leaks(draft, List.of(new Source(MINUTES, SECRET, false)), MEMBERS, List.of());
  }
}
