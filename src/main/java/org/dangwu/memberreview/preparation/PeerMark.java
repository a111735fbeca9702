package org.dangwu.memberreview.preparation;

/**
 * What the recorder ticked for a member.
 *
 * @param presented gave his summary to the group (B08)
 * @param talk what is to be said to him is better said alone (转个别谈话, B09)
 */
record PeerMark(String personId, boolean present, boolean presented, boolean talk) {}
