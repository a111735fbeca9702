package org.dangwu.worksheet;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A completed sheet.
 *
 * @param title name of the task
 * @param shown what readers of the matter are shown of it
 */
public record SheetRecord(
    String taskId,
    String element,
    String title,
    Answers answers,
    List<Line> shown,
    String writtenBy,
    LocalDateTime writtenAt) {}
