package org.dangwu.dossier.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.PictureRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.util.RegexUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Fills Word templates that the office edits: {@code {{会议地点}}} stands for a text or a picture, a
 * table row with {@code [姓名]} below {@code {{名册}}} for one row a person.
 */
@Component
public class WordTemplates {

  private static final char TEXT = '\0';

  private final TemplateProperties properties;
  private final ResourceLoader resources;

  WordTemplates(TemplateProperties properties, ResourceLoader resources) {
    this.properties = properties;
    this.resources = resources;
  }

  /**
   * The finished document.
   *
   * @param path path of the template below the template directory
   * @param data placeholder to text, to a {@link WordPicture}, or to a list of maps for rows of a
   *     table
   * @throws TemplateProblem when the template is missing, broken or asks for something else
   */
  public byte[] render(String path, Map<String, Object> data) throws TemplateProblem {
    byte[] bytes = read(path);
    ConfigureBuilder builder = Configure.builder();
    // Labels of sections hold signs such as 、 that the usual grammar of placeholders refuses.
    builder.buildGrammerRegex(RegexUtils.createGeneral("{{", "}}"));
    builder.addPlugin(TEXT, new ParagraphsPolicy());
    data.forEach(
        (name, value) -> {
          if (value instanceof List<?>) {
            builder.bind(name, rows());
          } else if (value instanceof WordPicture) {
            builder.bind(name, new PictureRenderPolicy());
          }
        });
    builder.setValidErrorHandler(new Configure.AbortHandler());
    try (XWPFTemplate template =
            XWPFTemplate.compile(new ByteArrayInputStream(bytes), builder.build());
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      requireKnown(template.getElementTemplates(), data);
      template.render(rendered(data)).write(out);
      return out.toByteArray();
    } catch (IOException
        | RenderException
        | ResolverException
        | POIXMLException
        | NotOfficeXmlFileException
        | OpenXML4JRuntimeException e) {
      throw new TemplateProblem(TemplateProblem.Kind.UNREADABLE, null, e);
    }
  }

  /** The placeholders of a template, for checks. */
  List<String> placeholders(String path) throws TemplateProblem {
    try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(read(path)))) {
      return template.getElementTemplates().stream().map(WordTemplates::name).toList();
    } catch (IOException e) {
      throw new TemplateProblem(TemplateProblem.Kind.UNREADABLE, null, e);
    }
  }

  /**
   * The same document with a mark on every page of who took it out and when.
   *
   * @throws IOException when the bytes are no Word document
   */
  public byte[] watermarked(byte[] document, String mark) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XWPFHeaderFooterPolicy policy =
          word.getHeaderFooterPolicy() == null
              ? word.createHeaderFooterPolicy()
              : word.getHeaderFooterPolicy();
      policy.createWatermark(mark);
      XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
      XWPFParagraph line = footer.createParagraph();
      line.setAlignment(ParagraphAlignment.CENTER);
      XWPFRun run = line.createRun();
      run.setFontSize(9);
      run.setColor("808080");
      run.setText(mark);
      word.write(out);
      return out.toByteArray();
    }
  }

  private static Map<String, Object> rendered(Map<String, Object> data) {
    Map<String, Object> rendered = new HashMap<>(data);
    rendered.replaceAll(
        (name, value) ->
            value instanceof WordPicture picture
                ? Pictures.ofBytes(picture.png(), PictureType.PNG)
                    .size(picture.width(), picture.height())
                    .create()
                : value);
    return rendered;
  }

  private static RenderPolicy rows() {
    return new LoopRowTableRenderPolicy();
  }

  private static void requireKnown(List<MetaTemplate> elements, Map<String, Object> data)
      throws TemplateProblem {
    for (MetaTemplate element : elements) {
      String name = name(element);
      if (!data.containsKey(name)) {
        throw new TemplateProblem(
            TemplateProblem.Kind.UNKNOWN_PLACEHOLDER, "{{" + name + "}}", null);
      }
    }
  }

  private static String name(MetaTemplate element) {
    if (element instanceof IterableTemplate block) {
      return block.getStartMark().getTagName();
    }
    return element instanceof ElementTemplate single ? single.getTagName() : element.variable();
  }

  private byte[] read(String path) throws TemplateProblem {
    if (path.contains("..") || path.contains(":") || path.startsWith("/")) {
      throw new TemplateProblem(TemplateProblem.Kind.MISSING, null, null);
    }
    String location = properties.location();
    Resource resource =
        resources.getResource(location + (location.endsWith("/") ? "" : "/") + path);
    if (!resource.exists()) {
      throw new TemplateProblem(TemplateProblem.Kind.MISSING, null, null);
    }
    try (InputStream in = resource.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new TemplateProblem(TemplateProblem.Kind.UNREADABLE, null, e);
    }
  }
}
