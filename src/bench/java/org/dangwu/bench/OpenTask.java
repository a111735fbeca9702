package org.dangwu.bench;

/**
 * A task that waits to be completed.
 *
 * @param id the engine's id of the task
 * @param assignee the member who has to complete it
 */
record OpenTask(String id, String assignee) {}
