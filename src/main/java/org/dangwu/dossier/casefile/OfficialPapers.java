package org.dangwu.dossier.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.PaperPicture;
import org.dangwu.dossier.PaperRows;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.word.TemplateProblem;
import org.dangwu.dossier.word.WordPicture;
import org.dangwu.dossier.word.WordTemplates;
import org.dangwu.dossier.word.WordText;
import org.springframework.stereotype.Component;

/**
 * Official documents (公文) of a case. A template may name its own sections by label or key, the
 * facts of the case, the roster, and documents of other types as {@code type_section}.
 */
@Component
class OfficialPapers {

  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** For types that have no template of their own. */
  static final String DEFAULT = "default.docx";

  private static final String[] NUMERALS = "零一二三四五六七八九十".split("");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final DocumentStore store;
  private final Drafts drafts;
  private final DocumentCatalogue catalogue;
  private final CaseDirectory cases;
  private final WordTemplates templates;
  private final List<PaperRows> tables;
  private final List<PaperPicture> pictures;
  private final Sentences sentences;
  private final Clock clock;

  OfficialPapers(
      DocumentStore store,
      Drafts drafts,
      DocumentCatalogue catalogue,
      CaseDirectory cases,
      WordTemplates templates,
      List<PaperRows> tables,
      List<PaperPicture> pictures,
      Sentences sentences,
      Clock clock) {
    this.store = store;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.cases = cases;
    this.templates = templates;
    this.tables = List.copyOf(tables);
    this.pictures = List.copyOf(pictures);
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * Makes the document of this version and adds it.
   *
   * @param readable which other documents of the case may flow into it
   * @throws DossierRefused when sections are missing or the template cannot be filled
   */
  DossierFile generate(
      DossierDocument document, String author, Predicate<DossierDocument> readable) {
    DocumentType type = drafts.type(document.key().type());
    List<String> missing = drafts.missing(document.key()).sections();
    if (!missing.isEmpty()) {
      throw new DossierRefused(sentences.say("template.incomplete", quoted(missing)));
    }
    return drafts.addGenerated(
        document.id(), fileName(document), DOCX, print(document, readable), author);
  }

  /**
   * The document of this version as it is sent out, without keeping it.
   *
   * @throws DossierRefused when the template cannot be filled
   */
  byte[] print(DossierDocument document, Predicate<DossierDocument> readable) {
    DocumentType type = drafts.type(document.key().type());
    String template = type.template() == null ? DEFAULT : type.template();
    return render(template, data(document, readable));
  }

  static String fileName(DossierDocument document) {
    return "%s（第%d版）.docx".formatted(document.title(), document.version());
  }

  /** The bytes as this person takes them out: every page says who did and when. */
  byte[] marked(byte[] content, String userName, String userId) {
    try {
      return templates.watermarked(content, mark(userName, userId));
    } catch (IOException e) {
      throw new UncheckedIOException("A generated document is no Word document", e);
    }
  }

  /** What a watermark says: name, number and minute. */
  String mark(String userName, String userId) {
    return userName + " " + userId + " " + MINUTE.format(clock.instant().atZone(zone()));
  }

  static String quoted(List<String> labels) {
    return labels.stream().map(label -> "“" + label + "”").collect(Collectors.joining());
  }

  private byte[] render(String template, Map<String, Object> data) {
    try {
      return templates.render(template, data);
    } catch (TemplateProblem problem) {
      throw new DossierRefused(
          switch (problem.kind()) {
            case MISSING -> sentences.say("template.missing", template);
            case UNREADABLE -> sentences.say("template.unreadable", template);
            case UNKNOWN_PLACEHOLDER ->
                sentences.say("template.unknown", template, problem.placeholder());
          });
    }
  }

  private Map<String, Object> data(DossierDocument document, Predicate<DossierDocument> readable) {
    String caseId = document.key().caseId();
    String author = document.author();
    CaseFacts facts =
        cases.find(caseId).orElseThrow(() -> new DossierRefused(sentences.say("case.unknown")));
    Map<String, Object> data = new HashMap<>();
    others(document, readable).forEach(data::putAll);
    data.putAll(texts(document, ""));
    String subject = document.key().subject();
    Set<String> people = new HashSet<>(List.of(author, subject));
    people.remove("");
    Map<String, String> names = cases.names(people);
    data.put("标题", document.title());
    data.put("程序名称", facts.title());
    data.put("单位名称", facts.organizationName());
    data.put("会议名称", facts.meeting());
    data.put("年度", String.valueOf(facts.year()));
    data.put("密级", document.secrecy().label());
    data.put("起草人", names.getOrDefault(author, author));
    data.put("对象", subject.isEmpty() ? "" : names.getOrDefault(subject, subject));
    Instant dated = document.isFinal() ? document.finalizedAt() : clock.instant();
    data.put("日期", DAY.format(dated.atZone(zone())));
    data.put("正文", body(document));
    data.put("落款", selfWritten(document) ? data.get("对象") : cases.signatory(facts, author));
    data.put("上级名称", cases.organizationName(facts.superior()));
    data.put("组织部门名称", cases.organizationName(facts.organizationDepartment()));
    data.put("纪检机关名称", cases.organizationName(facts.discipline()));
    Map<String, Object> variables = cases.variables(caseId);
    data.put("会议主题", variables.getOrDefault("theme", ""));
    data.put("会议日期", day(variables.get("meetingDate")));
    data.put(
        "名册",
        cases.roster(caseId).stream()
            .map(row -> Map.of("序号", String.valueOf(row.no()), "姓名", row.name(), "职务", row.title()))
            .toList());
    tables.stream()
        .filter(table -> table.documentType().equals(document.key().type()))
        .forEach(table -> data.put(table.placeholder(), table.rows(document.key())));
    pictures.stream()
        .filter(picture -> picture.documentType().equals(document.key().type()))
        .forEach(picture -> data.put(picture.placeholder(), shown(picture.content(caseId))));
    return data;
  }

  private static Object shown(PaperPicture.Content content) {
    return content instanceof PaperPicture.Drawn drawn
        ? new WordPicture(drawn.png(), drawn.width(), drawn.height())
        : ((PaperPicture.Instead) content).sentence();
  }

  private boolean selfWritten(DossierDocument document) {
    return drafts.type(document.key().type()).selfWritten() && document.key().perPerson();
  }

  /** All sections that have a text, numbered when there are several. */
  private WordText body(DossierDocument document) {
    Map<String, Object> texts = texts(document, "");
    List<DocumentSection> written =
        catalogue.sections(document.key().type()).stream()
            .filter(section -> !texts.get(section.key()).toString().isBlank())
            .toList();
    WordText.Builder body = new WordText.Builder();
    int number = 0;
    for (DocumentSection section : written) {
      number++;
      if (written.size() > 1) {
        body.heading(numeral(number) + "、" + section.label());
      }
      body.text(texts.get(section.key()).toString());
    }
    return body.build();
  }

  /** 一 to 十九. */
  private static String numeral(int number) {
    return number <= 10 ? NUMERALS[number] : "十" + NUMERALS[number - 10];
  }

  /**
   * Final documents of other types that the person may read. Those about single persons are joined,
   * each under the person's name.
   */
  private List<Map<String, Object>> others(
      DossierDocument document, Predicate<DossierDocument> readable) {
    Map<DocumentKey, DossierDocument> newest = new LinkedHashMap<>();
    store.ofCase(document.key().caseId()).stream()
        .filter(other -> !other.key().type().equals(document.key().type()))
        .filter(other -> other.isFinal() && readable.test(other))
        .forEach(other -> newest.put(other.key(), other));
    Map<String, Object> joined = new HashMap<>();
    Map<String, Object> single = new HashMap<>();
    for (DossierDocument other : newest.values()) {
      Map<String, Object> texts = texts(other, other.key().type() + "_");
      if (other.key().perPerson()) {
        String subject = other.key().subject();
        String name = cases.names(Set.of(subject)).getOrDefault(subject, subject);
        texts.forEach(
            (key, text) ->
                joined.merge(key, name + "：" + text, (before, next) -> before + "\n" + next));
      } else {
        single.putAll(texts);
      }
    }
    return List.of(joined, single);
  }

  private Map<String, Object> texts(DossierDocument document, String prefix) {
    Map<String, StoredSection> stored = store.sections(document.id());
    Map<String, Object> texts = new HashMap<>();
    for (DocumentSection section : catalogue.sections(document.key().type())) {
      StoredSection found = stored.get(section.key());
      String text = found == null ? "" : found.text();
      if (section.kind() == DocumentSection.Kind.DATE && !text.isBlank()) {
        text = DAY.format(LocalDate.parse(text));
      }
      texts.put(prefix + section.label(), text);
      texts.put(prefix + section.key(), text);
    }
    return texts;
  }

  private String day(Object date) {
    if (date instanceof Date day) {
      Instant instant = day.toInstant();
      return DAY.format(instant.atZone(zone()));
    }
    return "";
  }

  private ZoneId zone() {
    return clock.getZone();
  }
}
