package org.dangwu.archive.filing;

import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document as one self-contained XHTML page that any browser opens in decades to come. */
final class ReadableText {

  private ReadableText() {}

  /**
   * @param facts labels and values shown under the title
   * @param sections headings and texts
   */
  static String xhtml(String title, Map<String, String> facts, Map<String, String> sections) {
    StringBuilder page = new StringBuilder(4096);
    page.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"zh-CN\" lang=\"zh-CN\">\n")
        .append("<head>\n<meta charset=\"UTF-8\"/>\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>body{max-width:46em;margin:2em auto;padding:0 1em;")
        .append("line-height:1.8}p{white-space:pre-wrap;overflow-wrap:anywhere}")
        .append("th{text-align:left;padding-right:1em}</style>\n</head>\n<body>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n<table>\n");
    facts.forEach(
        (label, value) ->
            page.append("<tr><th>")
                .append(escaped(label))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>\n"));
    page.append("</table>\n");
    sections.forEach(
        (heading, text) ->
            page.append("<h2>")
                .append(escaped(heading))
                .append("</h2>\n<p>")
                .append(escaped(text))
                .append("</p>\n"));
    return page.append("</body>\n</html>\n").toString();
  }

  /** Whether the page is well-formed from the first to the last sign. */
  static boolean opens(String xhtml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xhtml));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /** Signs that XML cannot carry become a visible mark; sections.json keeps them exactly. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
