package org.dangwu.ballot;

/**
 * The counts of a closed round, electronic and paper together (计票数).
 *
 * @param valid sheets that count, blank ones included
 * @param blank sheets on which every object was left without a grade; electronic sheets only
 * @param spoiled sheets that do not count (废票); paper only, for the page sends no spoiled sheet
 * @param intact whether the box held what the register says, and everything could be opened
 * @param tellersAgree false as soon as one teller objected
 */
public record BallotCounts(
    int issued,
    int collected,
    int valid,
    int blank,
    int spoiled,
    boolean intact,
    boolean tellersAgree) {}
