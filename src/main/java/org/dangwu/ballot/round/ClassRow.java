package org.dangwu.ballot.round;

/**
 * A class of voters as stored.
 *
 * @param sheets how many single-use sheets may be printed
 * @param drawer number of the drawer of the box that its ballots share
 */
public record ClassRow(String code, String label, int sheets, int drawer) {}
