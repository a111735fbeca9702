package org.dangwu.memberreview.desk;

import java.util.Set;
import org.dangwu.desk.DeskTasks;
import org.dangwu.engine.TaskModels;
import org.dangwu.memberreview.MemberReviewProcess;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The tasks behind the pages of the review. */
@Component
public class ReviewTasks extends DeskTasks {

  ReviewTasks(TaskModels tasks, ReviewSentences sentences) {
    super(tasks, sentences, ProcedureKind.MEMBER_REVIEW.label(), Set.of(MemberReviewProcess.KEY));
  }
}
