package org.dangwu.disposal;

import java.util.Arrays;
import java.util.Optional;

/** Grounds of the rules (情形, D01, D02); the codes are those of the table {@code disposal_type}. */
enum Ground {
  MINOR("缺点和不足，情节较轻（第二十九条）"),
  LACKS_WILL("缺乏革命意志，不履行党员义务，不符合党员条件（第三十条）"),
  BELIEF_LOST("理想信念缺失，政治立场动摇，已经丧失党员条件（第三十一条第一项）"),
  RELIGION("信仰宗教（第三十一条第二项）"),
  ASKS_TO_LEAVE("因思想蜕化提出退党（第三十一条第三项）"),
  THREATENS_TO_LEAVE("为了达到个人目的以退党相要挟（第三十一条第四项）"),
  ABSENT("没有正当理由，连续六个月不参加组织生活，或者不交纳党费，或者不做党所分配的工作（第三十一条第六项）");

  private final String label;

  Ground(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Ground> ofName(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
