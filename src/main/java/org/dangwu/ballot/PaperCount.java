package org.dangwu.ballot;

import java.util.Map;

/**
 * What tellers counted from paper (纸质票计票). Per object and grade, abstentions included, the votes
 * sum up to the valid ballots.
 *
 * @param votes object id → grade code → votes
 */
public record PaperCount(
    int issued, int collected, int valid, int spoiled, Map<String, Map<String, Integer>> votes) {}
