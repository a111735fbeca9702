package org.dangwu.debriefing.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.appraisal.LowGrades.Proposal;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetBase;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The secretary of the committee decides what is done about a low grade (C23). */
@Component("debriefMeasuresSheet")
class MeasuresSheet extends SheetBase {

  private static final String TALK = "TALK";
  private static final String NONE = "NONE";

  private final LowGrades lowGrades;
  private final LowGradeBook book;
  private final LowGradePapers papers;
  private final DecisionRecord decisions;
  private final DebriefEntries entries;
  private final OpinionBook opinions;
  private final LowGradeSentences sentences;

  MeasuresSheet(
      LowGrades lowGrades,
      LowGradeBook book,
      LowGradePapers papers,
      DecisionRecord decisions,
      DebriefEntries entries,
      OpinionBook opinions,
      LowGradeSentences sentences) {
    super(DebriefingProcess.KEY, Tasks.DECIDE_MEASURES, sentences);
    this.lowGrades = lowGrades;
    this.book = book;
    this.papers = papers;
    this.decisions = decisions;
    this.entries = entries;
    this.opinions = opinions;
    this.sentences = sentences;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.several(
                "measures",
                lowGrades.on(task.matterId()).stream()
                    .map(proposal -> new Choice(proposal.measure(), proposal.label()))
                    .toList())
            .optional(),
        Field.text("reason"));
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    List<Line> lines = new ArrayList<>();
    opinions
        .find(task.matterId())
        .ifPresent(
            opinion -> lines.add(new Line(sentences.say("reading.problems"), opinion.problems())));
    for (Proposal proposal : lowGrades.on(task.matterId())) {
      lines.add(new Line(sentences.say("reading.proposal", proposal.label()), proposal.note()));
    }
    return lines;
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    String entryId = task.matterId();
    List<String> chosen = answers.list("measures");
    List<Proposal> proposals = lowGrades.on(entryId);
    String labels =
        proposals.stream()
            .filter(proposal -> chosen.contains(proposal.measure()))
            .map(Proposal::label)
            .collect(Collectors.joining("、"));
    String measures = labels.isEmpty() ? sentences.say("measure.none") : labels;
    book.decide(entryId, measures);
    decisions.measure(
        entryId,
        lowGrades.table(),
        proposals.stream().map(Proposal::measure).collect(Collectors.joining(",")),
        chosen.contains(TALK) ? TALK : NONE,
        answers.text("reason"),
        task.user());
    papers.decided(
        entries.find(entryId).orElseThrow(), measures, answers.text("reason"), task.user());
    return Map.of(DebriefingProcess.MEASURE, chosen.contains(TALK) ? TALK : NONE);
  }
}
