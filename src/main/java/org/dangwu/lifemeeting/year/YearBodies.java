package org.dangwu.lifemeeting.year;

import java.util.Date;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.organization.Organizations;

/** What the model of the year asks about one body. */
@ModelBean("yearBodies")
public class YearBodies {

  private final YearBook book;
  private final Organizations organizations;

  YearBodies(YearBook book, Organizations organizations) {
    this.book = book;
    this.organizations = organizations;
  }

  public String name(String body) {
    return organizations.get(body).name();
  }

  /** Until when the body is to meet, as decided last. */
  public Date handledDate(String caseId, String body) {
    return Deadlines.endOf(book.handling(caseId, body).orElseThrow().until());
  }
}
