package org.dangwu.memberreview.year;

import java.util.Date;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.organization.Organizations;

/** What the model of the year asks about one branch. */
@ModelBean("reviewYear")
public class ReviewYearExpressions {

  private final ReviewYearBook book;
  private final Organizations organizations;

  ReviewYearExpressions(ReviewYearBook book, Organizations organizations) {
    this.book = book;
    this.organizations = organizations;
  }

  public String name(String branch) {
    return organizations.get(branch).name();
  }

  /** Until when the branch is to finish, as decided last. */
  public Date handledDate(String caseId, String branch) {
    return Deadlines.endOf(book.handling(caseId, branch).orElseThrow().until());
  }
}
