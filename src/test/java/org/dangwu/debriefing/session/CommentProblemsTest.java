package org.dangwu.debriefing.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.models.Proves;
import org.dangwu.rectification.FoundProblem;
import org.junit.jupiter.api.Test;

class CommentProblemsTest {

  @Proves({"C11", "C21"})
  @Test
  void everyProblemThatWasPointedOutComesToTheSecretarysListWithTheOneWhoNamedIt() {
    CommentProblems source =
        new CommentProblems(
            (caseId, entryId) ->
                caseId.equals("case") && entryId.equals("entry")
                    ? List.of(
                        new DebriefComment("p1", "周正", true, List.of("走访少", "培训少"), ""),
                        new DebriefComment("p2", "吴敏", false, List.of("阵地旧"), "抓紧"))
                    : List.of());

    assertThat(source.problems("case", "entry"))
        .containsExactly(
            new FoundProblem("点评意见（周正）", "走访少"),
            new FoundProblem("点评意见（周正）", "培训少"),
            new FoundProblem("点评意见（吴敏）", "阵地旧"));
    assertThat(source.problems("case", "other")).isEmpty();
  }
}
