package org.dangwu.debriefing;

import java.util.List;

/**
 * What one commentator said of one who debriefed (点评意见, C11).
 *
 * @param commentator user id
 * @param bySecretary whether it is the comment of the superior's secretary (党委书记点评), which nobody
 *     goes without
 * @param problems problems pointed out, each on its own (指出的问题)
 * @param direction what to strive for (努力方向), may be empty
 */
public record DebriefComment(
    String commentator,
    String commentatorName,
    boolean bySecretary,
    List<String> problems,
    String direction) {

  public DebriefComment {
    problems = List.copyOf(problems);
  }
}
