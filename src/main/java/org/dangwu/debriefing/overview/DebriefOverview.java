package org.dangwu.debriefing.overview;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** How far each secretary is, by the papers that exist about him; never what is in them. */
@Component
class DebriefOverview {

  private final DebriefEntries entries;
  private final Dossiers dossiers;

  DebriefOverview(DebriefEntries entries, Dossiers dossiers) {
    this.entries = entries;
    this.dossiers = dossiers;
  }

  /** Papers in the order in which they come about. */
  public enum Paper {
    REPORT("debriefReport", "述职报告"),
    FIELD_CHECK("fieldCheck", "实地考核"),
    COMMENT("debriefComment", "点评"),
    OPINION("evaluationOpinion", "综合评价意见"),
    RESULT("resultNote", "反馈本人"),
    LIST("secretaryRectification", "整改清单");

    private final String type;
    private final String label;

    Paper(String type, String label) {
      this.type = type;
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How far a paper is. */
  public enum Standing {
    NONE("—"),
    OPEN("办理中"),
    DONE("已完成");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** One secretary with the standing of each paper. */
  public record Line(DebriefEntry entry, Map<Paper, Standing> papers) {

    public Standing of(Paper paper) {
      return papers.get(paper);
    }
  }

  /** In the order of the plan. */
  List<Line> of(String caseId) {
    Map<String, DossierDocument> papers =
        dossiers.list(caseId).stream()
            .collect(
                Collectors.toMap(
                    document -> key(document.key().type(), document.key().subject()),
                    Function.identity(),
                    (one, later) -> later));
    return entries.of(caseId).stream().map(entry -> line(entry, papers)).toList();
  }

  private static Line line(DebriefEntry entry, Map<String, DossierDocument> papers) {
    return new Line(
        entry,
        List.of(Paper.values()).stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    paper -> standing(papers.get(key(paper.type, entry.personId()))))));
  }

  private static Standing standing(DossierDocument document) {
    if (document == null) {
      return Standing.NONE;
    }
    return document.isFinal() ? Standing.DONE : Standing.OPEN;
  }

  private static String key(String type, String subject) {
    return type + "/" + subject;
  }
}
