package org.dangwu.debriefing.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Files the comments on a debriefer as a document of his own (点评记录, F-C4). */
@Component("debriefCommentPaper")
class CommentPaper {

  private static final String TYPE = "debriefComment";

  private final Dossiers dossiers;

  CommentPaper(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  void file(DebriefEntry entry, List<DebriefComment> comments, String user) {
    List<String> problems =
        comments.stream().flatMap(comment -> comment.problems().stream()).toList();
    Map<String, String> texts = new HashMap<>();
    texts.put(
        "comment", comments.stream().map(CommentPaper::text).collect(Collectors.joining("\n")));
    texts.put("problems", numbered(problems));
    texts.put(
        "direction",
        comments.stream()
            .map(DebriefComment::direction)
            .filter(direction -> !direction.isEmpty())
            .collect(Collectors.joining("\n")));
    dossiers.file(DocumentKey.about(entry.caseId(), TYPE, entry.personId()), texts, user);
  }

  private static String text(DebriefComment comment) {
    List<String> lines = new ArrayList<>();
    lines.add(comment.commentatorName() + (comment.bySecretary() ? "（党组织书记）点评：" : "结合分管工作点评："));
    if (!comment.problems().isEmpty()) {
      lines.add("指出的问题：\n" + numbered(comment.problems()));
    }
    if (!comment.direction().isEmpty()) {
      lines.add("努力方向：" + comment.direction());
    }
    return String.join("\n", lines);
  }

  private static String numbered(List<String> problems) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> (i + 1) + ". " + problems.get(i))
        .collect(Collectors.joining("\n"));
  }
}
