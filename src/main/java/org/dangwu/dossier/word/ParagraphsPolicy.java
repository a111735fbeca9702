package org.dangwu.dossier.word;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlCursor;

/**
 * Puts a text where its placeholder stands. Every line becomes a paragraph that looks like the
 * placeholder's, so that indents and fonts stay what the office gave the template.
 */
class ParagraphsPolicy extends AbstractRenderPolicy<Object> {

  @Override
  protected boolean validate(Object data) {
    return data != null;
  }

  @Override
  public void doRender(RenderContext<Object> context) {
    XWPFRun run = context.getRun();
    String[] lines = context.getData().toString().split("\n");
    run.setText(lines.length == 0 ? "" : lines[0], 0);
    XWPFParagraph paragraph = (XWPFParagraph) run.getParent();
    // From the last to the first, each directly below the placeholder.
    for (int line = lines.length - 1; line > 0; line--) {
      XWPFParagraph below = below(paragraph);
      if (paragraph.getCTP().isSetPPr()) {
        below.getCTP().setPPr(paragraph.getCTP().getPPr());
      }
      XWPFRun copy = below.createRun();
      if (run.getCTR().isSetRPr()) {
        copy.getCTR().setRPr(run.getCTR().getRPr());
      }
      copy.setText(lines[line], 0);
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
