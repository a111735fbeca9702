package org.dangwu.dossier.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DocumentType.Uploads;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Secrecy;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.CaseDesk.Contents;
import org.dangwu.dossier.casefile.CaseDesk.Cover;
import org.dangwu.dossier.casefile.CaseDesk.Log;
import org.dangwu.dossier.casefile.CaseDesk.Paper;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.casefile.TaskDesk.Reading;
import org.dangwu.dossier.casefile.TaskDesk.Sheet;
import org.dangwu.dossier.casefile.TaskDesk.Written;
import org.springframework.stereotype.Component;

/** Turns documents into what pages print: names, Chinese dates, sizes. */
@Component
class PageViews {

  private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final CaseDirectory cases;
  private final DocumentCatalogue catalogue;
  private final Sentences sentences;
  private final Clock clock;

  PageViews(CaseDirectory cases, DocumentCatalogue catalogue, Sentences sentences, Clock clock) {
    this.cases = cases;
    this.catalogue = catalogue;
    this.sentences = sentences;
    this.clock = clock;
  }

  SheetView sheet(Sheet sheet) {
    Map<String, String> names = names(sheet);
    String subject = sheet.task().subject();
    return new SheetView(
        sheet.task().taskId(),
        sheet.held(),
        sheet.marked(),
        !sheet.task().redacts().isEmpty(),
        sheet.facts() == null ? null : sheet.facts().title(),
        sheet.task().caseId(),
        subject.isEmpty() ? null : names.getOrDefault(subject, subject),
        sheet.task().notice(),
        sheet.written().stream().map(w -> written(w, names)).toList(),
        sheet.readings().stream().map(r -> reading(r, names)).toList());
  }

  ContentsView contents(Contents contents) {
    Set<String> ids = new HashSet<>();
    contents.entries().forEach(e -> collect(e.newest(), ids));
    Map<String, String> names = cases.names(ids);
    return new ContentsView(
        contents.facts().title(),
        contents.facts().caseId(),
        contents.entries().stream()
            .map(
                e ->
                    new EntryView(
                        head(e.newest(), names),
                        e.readable() == null ? null : e.readable().id(),
                        e.sealed()))
            .toList(),
        contents.readsLog(),
        contents.redaction());
  }

  PaperView paper(Paper paper) {
    Set<String> ids = new HashSet<>();
    collect(paper.document(), ids);
    paper.versions().forEach(v -> collect(v, ids));
    Map<String, String> names = cases.names(ids);
    return new PaperView(
        paper.facts().title(),
        paper.facts().caseId(),
        head(paper.document(), names),
        texts(paper.sections(), paper.texts()),
        files(paper.document(), paper.level()),
        paper.opening(),
        paper.marked(),
        paper.document().isFinal() && paper.level().allows(AccessLevel.EXPORT),
        paper.versions().size() < 2
            ? List.of()
            : paper.versions().stream().map(v -> head(v, names)).toList());
  }

  CoverView cover(Cover cover) {
    Set<String> ids = new HashSet<>();
    collect(cover.document(), ids);
    return new CoverView(
        cover.facts().title(),
        cover.facts().caseId(),
        head(cover.document(), cases.names(ids)),
        cover.readers(),
        cover.readsLog());
  }

  LogView log(Log log) {
    Set<String> ids = new HashSet<>();
    log.entries()
        .forEach(
            entry -> {
              ids.add(entry.userId());
              ids.add(entry.subject());
            });
    ids.remove("");
    Map<String, String> names = ids.isEmpty() ? Map.of() : cases.names(ids);
    return new LogView(
        log.facts().title(),
        log.facts().caseId(),
        log.entries().stream()
            .map(
                entry ->
                    new LogLine(
                        time(LONG, entry.at()),
                        names.getOrDefault(entry.userId(), entry.userId()),
                        entry.userId(),
                        sentences.say(
                            "log." + entry.action().name() + (entry.file() ? ".file" : "")),
                        catalogue.find(entry.type()).map(DocumentType::title).orElse(entry.type()),
                        entry.subject().isEmpty()
                            ? ""
                            : names.getOrDefault(entry.subject(), entry.subject()),
                        Objects.requireNonNullElse(entry.reason(), "")))
            .toList());
  }

  FileView file(DossierFile file) {
    return new FileView(
        file.id(),
        file.name(),
        size(file.size()),
        time(SHORT, file.createdAt()),
        file.kind() == DossierFile.Kind.GENERATED);
  }

  String clockTime(Instant instant) {
    return time(CLOCK_TIME, instant);
  }

  String name(String user) {
    return cases.names(List.of(user)).getOrDefault(user, user);
  }

  private Map<String, String> names(Sheet sheet) {
    Set<String> ids = new HashSet<>();
    if (!sheet.task().subject().isEmpty()) {
      ids.add(sheet.task().subject());
    }
    sheet.written().forEach(w -> collect(w.newest(), ids));
    sheet.readings().forEach(r -> collect(r.document(), ids));
    return ids.isEmpty() ? Map.of() : cases.names(ids);
  }

  private static void collect(DossierDocument document, Set<String> ids) {
    if (document != null) {
      ids.add(document.author());
      if (document.key().perPerson()) {
        ids.add(document.key().subject());
      }
    }
  }

  private WrittenView written(Written written, Map<String, String> names) {
    DossierDocument newest = written.newest();
    List<FieldView> fields =
        written.sections().stream()
            .map(
                section -> {
                  StoredSection stored = written.texts().get(section.key());
                  return new FieldView(
                      section.key(),
                      section.label(),
                      section.kind().name(),
                      section.required(),
                      section.maxLength(),
                      section.hint(),
                      stored == null ? "" : stored.text(),
                      stored == null ? 0 : stored.revision(),
                      stored == null ? null : savedAt(stored.updatedAt()));
                })
            .toList();
    return new WrittenView(
        written.type().type(),
        written.type().title(),
        written.type().secrecy().label(),
        badge(written.type().secrecy()),
        fields,
        written.type().uploads() != Uploads.NONE,
        written.type().uploads() == Uploads.REQUIRED,
        newest != null && newest.isFinal() ? head(newest, names) : null,
        newest == null ? List.of() : files(newest, AccessLevel.EXPORT));
  }

  private ReadingView reading(Reading reading, Map<String, String> names) {
    if (reading.document() == null) {
      return new ReadingView(reading.type().title(), null, List.of(), List.of(), false);
    }
    return new ReadingView(
        reading.type().title(),
        head(reading.document(), names),
        texts(reading.sections(), reading.texts()),
        reading.sealed() ? List.of() : files(reading.document(), reading.level()),
        reading.sealed());
  }

  private static List<TextView> texts(
      List<DocumentSection> sections, Map<String, StoredSection> stored) {
    List<TextView> texts = new ArrayList<>();
    for (DocumentSection section : sections) {
      StoredSection found = stored.get(section.key());
      String text = found == null ? "" : found.text();
      if (section.kind() == DocumentSection.Kind.DATE && !text.isBlank()) {
        text = DAY.format(LocalDate.parse(text));
      }
      if (!text.isBlank()) {
        texts.add(new TextView(section.label(), text));
      }
    }
    return texts;
  }

  private List<FileView> files(DossierDocument document, AccessLevel level) {
    return document.files().stream()
        .filter(f -> f.kind() == DossierFile.Kind.UPLOAD || level.allows(AccessLevel.EXPORT))
        .map(this::file)
        .toList();
  }

  private HeadView head(DossierDocument document, Map<String, String> names) {
    String subject = document.key().subject();
    Instant shown = Objects.requireNonNullElse(document.finalizedAt(), document.updatedAt());
    return new HeadView(
        document.id(),
        document.title(),
        subject.isEmpty() ? "" : names.getOrDefault(subject, subject),
        names.getOrDefault(document.author(), document.author()),
        time(LONG, shown),
        document.state().label(),
        document.isFinal(),
        document.version(),
        document.secrecy().label(),
        badge(document.secrecy()));
  }

  private static String badge(Secrecy secrecy) {
    return switch (secrecy) {
      case PUBLIC -> "badge-green";
      case INTERNAL -> "badge-blue";
      case WORK_SECRET -> "badge-red";
    };
  }

  private String savedAt(Instant instant) {
    LocalDate day = instant.atZone(clock.getZone()).toLocalDate();
    boolean today = day.equals(LocalDate.now(clock));
    return time(today ? CLOCK_TIME : SHORT, instant);
  }

  private String time(DateTimeFormatter format, Instant instant) {
    return format.format(instant.atZone(clock.getZone()));
  }

  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " 字节";
    }
    return bytes < 1024 * 1024
        ? Math.round(bytes / 1024.0) + " KB"
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
  }

  record SheetView(
      String taskId,
      boolean held,
      boolean marked,
      boolean redacted,
      String caseTitle,
      String caseId,
      String subject,
      String notice,
      List<WrittenView> written,
      List<ReadingView> readings) {}

  record WrittenView(
      String type,
      String title,
      String secrecy,
      String secrecyBadge,
      List<FieldView> fields,
      boolean uploads,
      boolean uploadsRequired,
      HeadView lastFinal,
      List<FileView> files) {}

  record FieldView(
      String key,
      String label,
      String kind,
      boolean required,
      int maxLength,
      String hint,
      String text,
      int revision,
      String savedAt) {}

  record ReadingView(
      String title, HeadView head, List<TextView> texts, List<FileView> files, boolean sealed) {}

  record TextView(String label, String text) {}

  record FileView(String id, String name, String size, String at, boolean generated) {}

  record HeadView(
      String id,
      String title,
      String subject,
      String author,
      String at,
      String state,
      boolean isFinal,
      int version,
      String secrecy,
      String secrecyBadge) {}

  record EntryView(HeadView head, String readableId, boolean sealed) {}

  record ContentsView(
      String title, String caseId, List<EntryView> entries, boolean readsLog, boolean redaction) {}

  record CoverView(
      String caseTitle,
      String caseId,
      HeadView head,
      List<AccessList.Line> readers,
      boolean readsLog) {}

  record LogView(String caseTitle, String caseId, List<LogLine> lines) {}

  record LogLine(
      String at,
      String person,
      String number,
      String action,
      String document,
      String subject,
      String reason) {}

  record PaperView(
      String caseTitle,
      String caseId,
      HeadView head,
      List<TextView> texts,
      List<FileView> files,
      String opening,
      boolean marked,
      boolean printable,
      List<HeadView> versions) {}
}
