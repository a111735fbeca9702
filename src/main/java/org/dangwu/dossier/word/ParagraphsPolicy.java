package org.dangwu.dossier.word;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlCursor;
import org.dangwu.dossier.word.WordText.Line;

/**
 * Puts a text where its placeholder stands. Every line becomes a paragraph that looks like the
 * placeholder's, so that indents and fonts stay what the office gave the template.
 */
class ParagraphsPolicy extends AbstractRenderPolicy<Object> {

  /** Headings of the first order in official documents (GB/T 9704). */
  private static final String HEADING_FONT = "黑体";

  @Override
  protected boolean validate(Object data) {
    return data != null;
  }

  @Override
  public void doRender(RenderContext<Object> context) {
    XWPFRun run = context.getRun();
    List<Line> lines = lines(context.getData());
    XWPFParagraph paragraph = (XWPFParagraph) run.getParent();
    // From the last to the first, each directly below the placeholder.
    for (int line = lines.size() - 1; line > 0; line--) {
      XWPFParagraph below = below(paragraph);
      if (paragraph.getCTP().isSetPPr()) {
        below.getCTP().setPPr(paragraph.getCTP().getPPr());
      }
      XWPFRun copy = below.createRun();
      if (run.getCTR().isSetRPr()) {
        copy.getCTR().setRPr(run.getCTR().getRPr());
      }
      say(copy, lines.get(line));
    }
    say(run, lines.isEmpty() ? new Line("", false) : lines.get(0));
  }

  private static List<Line> lines(Object data) {
    return data instanceof WordText text
        ? text.lines()
        : Arrays.stream(data.toString().split("\n")).map(line -> new Line(line, false)).toList();
  }

  private static void say(XWPFRun run, Line line) {
    run.setText(line.text(), 0);
    if (line.heading()) {
      for (FontCharRange range : FontCharRange.values()) {
        run.setFontFamily(HEADING_FONT, range);
      }
    }
  }

  private static XWPFParagraph below(XWPFParagraph paragraph) {
    try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
      cursor.toEndToken();
      // Behind the last child of the body there is no token of a sibling, but the body's own end.
      cursor.toNextToken();
      if (paragraph.getBody() instanceof XWPFTableCell cell) {
        return cell.insertNewParagraph(cursor);
      }
      if (paragraph.getBody() instanceof XWPFDocument document) {
        return document.insertNewParagraph(cursor);
      }
      return paragraph.getBody().insertNewParagraph(cursor);
    }
  }
}
