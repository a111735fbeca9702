package org.dangwu.debriefing.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Component;

/** The form in which comments are typed: the secretary's own, then those of other members. */
@Component("debriefCommentForm")
class CommentForm {

  private static final int SPARE = 2;
  private static final int MOST = 12;

  private final DebriefCommittees committees;

  CommentForm(DebriefCommittees committees) {
    this.committees = committees;
  }

  /** User id → name of those who may comment, the superior's secretary first. */
  Map<String, String> commentators(String organization) {
    Map<String, String> names = new LinkedHashMap<>();
    committees
        .secretary(organization)
        .ifPresent(secretary -> names.put(secretary.personId(), secretary.name()));
    committees
        .members(organization)
        .forEach(member -> names.putIfAbsent(member.personId(), member.name()));
    return names;
  }

  /** The same without the superior's secretary. */
  Map<String, String> others(String organization) {
    Map<String, String> names = commentators(organization);
    committees.secretary(organization).map(Member::personId).ifPresent(names::remove);
    return names;
  }

  /** What was typed; rows in which nothing was written are left out. */
  List<DebriefComment> given(Typed form, String organization) {
    Map<String, String> names = commentators(organization);
    List<DebriefComment> given = new ArrayList<>();
    committees
        .secretary(organization)
        .ifPresent(
            secretary ->
                add(given, secretary.personId(), secretary.name(), true, form, "secretary"));
    for (int i = 0; i < MOST; i++) {
      String who = form.text("who-" + i);
      if (!who.isEmpty()) {
        add(given, who, names.getOrDefault(who, who), false, form, String.valueOf(i));
      }
    }
    return given;
  }

  private static void add(
      List<DebriefComment> given,
      String who,
      String name,
      boolean secretary,
      Typed form,
      String row) {
    List<String> problems =
        form.text("problems-" + row)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    String direction = form.text("direction-" + row);
    if (!problems.isEmpty() || !direction.isEmpty() || !secretary) {
      given.add(new DebriefComment(who, name, secretary, problems, direction));
    }
  }

  /** Rows for other members: what is there already, then some to fill in. */
  List<DebriefComment> rows(List<DebriefComment> comments, Set<String> others) {
    List<DebriefComment> rows =
        new ArrayList<>(comments.stream().filter(comment -> !comment.bySecretary()).toList());
    int most = Math.min(MOST, others.size());
    for (int i = 0; i < SPARE && rows.size() < most; i++) {
      rows.add(new DebriefComment("", "", false, List.of(), ""));
    }
    return rows;
  }
}
