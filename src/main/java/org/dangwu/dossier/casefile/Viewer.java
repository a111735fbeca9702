package org.dangwu.dossier.casefile;

import java.util.List;
import java.util.Set;
import org.dangwu.dossier.DocumentKey;

/**
 * A person in front of a case.
 *
 * @param userId user id
 * @param roles roles towards the case, as the table {@code access_level} names them
 * @param tasks open tasks of the case that the person holds
 */
record Viewer(String userId, Set<String> roles, List<HeldTask> tasks) {

  boolean writes(DocumentKey key) {
    return tasks.stream().anyMatch(task -> task.writes(key));
  }

  boolean reads(DocumentKey key) {
    return tasks.stream().anyMatch(task -> task.reads(key));
  }

  /** Neither a role nor a task: the case does not exist for this person. */
  boolean isStranger() {
    return roles.isEmpty() && tasks.isEmpty();
  }
}
