package org.dangwu.worksheet;

/**
 * A task with a sheet, as the module that asks sees it.
 *
 * @param process key of the process
 * @param element id of the user task
 * @param matterId what it is about, a routing fact of the process
 * @param user who holds the task; empty when nobody does
 */
public record SheetTask(
    String taskId, String process, String element, String matterId, String user) {}
