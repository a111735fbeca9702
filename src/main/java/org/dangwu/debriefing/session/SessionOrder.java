package org.dangwu.debriefing.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.session.Turn.State;
import org.springframework.stereotype.Component;

/** Reads from the open step where the session stands (C11). */
@Component("debriefSessionOrder")
class SessionOrder {

  private final DebriefEntries entries;
  private final CommentBook comments;

  SessionOrder(DebriefEntries entries, CommentBook comments) {
    this.entries = entries;
    this.comments = comments;
  }

  /** Those whom the step is about, in their order. */
  List<DebriefEntry> entries(String element, String caseId, Function<String, Object> facts) {
    if (element.equals(Tasks.COMMENT_WRITTEN)) {
      return entries.active(caseId).stream()
          .filter(entry -> entry.mode() == DebriefMode.WRITTEN)
          .toList();
    }
    return facts.apply(DebriefingProcess.SPEAKERS) instanceof List<?> speakers
        ? speakers.stream().map(String::valueOf).flatMap(id -> entries.find(id).stream()).toList()
        : List.of();
  }

  /**
   * @param entry whose turn it is by the model, empty where the step is about all of them
   * @param shown whose comments are on the screen where the step is about all of them
   */
  List<Turn> turns(
      String element, List<DebriefEntry> all, Optional<String> entry, Optional<String> shown) {
    int now =
        entry.map(id -> all.stream().map(DebriefEntry::entryId).toList().indexOf(id)).orElse(-1);
    Set<String> commented = all.isEmpty() ? Set.of() : comments.commented(all.get(0).caseId());
    return all.stream()
        .map(
            one ->
                new Turn(
                    one,
                    SessionSteps.all(element)
                        ? state(commented.contains(one.entryId()), one, shown)
                        : state(all.indexOf(one), now)))
        .toList();
  }

  private static State state(boolean done, DebriefEntry one, Optional<String> shown) {
    if (shown.equals(Optional.of(one.entryId()))) {
      return State.NOW;
    }
    return done ? State.DONE : State.NEXT;
  }

  private static State state(int turn, int now) {
    return turn < now ? State.DONE : turn == now ? State.NOW : State.NEXT;
  }
}
