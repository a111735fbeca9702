package org.dangwu.dossier.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The watermark (水印) of a reader: his name, number and the minute, pale and slanted, as a picture
 * that tiles the page (A25).
 */
@Component
class Watermark {

  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="420" height="240">\
      <text x="20" y="150" transform="rotate(-20 210 120)" font-family="sans-serif" font-size="17"\
       fill="#7a1712" fill-opacity="0.13">%s</text></svg>
      """;

  private final CaseDirectory cases;
  private final OfficialPapers papers;

  Watermark(CaseDirectory cases, OfficialPapers papers) {
    this.cases = cases;
    this.papers = papers;
  }

  String svg(String user) {
    String name = cases.names(List.of(user)).getOrDefault(user, user);
    return PICTURE.formatted(HtmlUtils.htmlEscape(papers.mark(name, user), "UTF-8"));
  }
}
