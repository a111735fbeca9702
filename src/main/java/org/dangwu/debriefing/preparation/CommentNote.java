package org.dangwu.debriefing.preparation;

import java.time.OffsetDateTime;

/**
 * Points prepared for the comment on one secretary (点评要点).
 *
 * @param revision counts the writings, 0 before the first
 */
public record CommentNote(String points, int revision, String writtenBy, OffsetDateTime writtenAt) {

  static final CommentNote NONE = new CommentNote("", 0, null, null);
}
