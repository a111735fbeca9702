package org.dangwu.archive.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dangwu.archive.bag.BagPaths;
import org.dangwu.archive.bag.BagStaging;
import org.dangwu.archive.bag.Digests;
import org.dangwu.archive.bag.PayloadFile;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Dossiers;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Puts the final documents of a case into a package and checks each on the way: the newest final
 * version is the piece, earlier ones lie beside it.
 */
@Component
class DossierCollector {

  static final String ACTOR = "archive";

  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final People people;
  private final Organizations organizations;
  private final Retention retention;
  private final ContentFormat formats;

  DossierCollector(
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      People people,
      Organizations organizations,
      Retention retention,
      ContentFormat formats) {
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.people = people;
    this.organizations = organizations;
    this.retention = retention;
    this.formats = formats;
  }

  /** Pieces in the order of the case, longest retention first. */
  List<CollectedPiece> collect(ProcedureCase run, BagStaging staging, FourProperties checks)
      throws IOException {
    List<CollectedPiece> pieces = new ArrayList<>();
    for (DossierDocument newest : dossiers.list(run.caseId())) {
      List<DossierDocument> finals =
          dossiers.versions(newest.key()).stream().filter(DossierDocument::isFinal).toList();
      if (!finals.isEmpty()) {
        pieces.add(piece(run, finals, pieces.size() + 1, staging, checks));
      }
    }
    return pieces.stream()
        .sorted(java.util.Comparator.comparingInt(piece -> piece.retention().rank()))
        .toList();
  }

  private CollectedPiece piece(
      ProcedureCase run,
      List<DossierDocument> finals,
      int number,
      BagStaging staging,
      FourProperties checks)
      throws IOException {
    DossierDocument filed = finals.get(finals.size() - 1);
    String subject = filed.key().perPerson() ? subject(filed.key().subject()) : "";
    String title = subject.isEmpty() ? filed.title() : filed.title() + "（" + subject + "）";
    String folder = "documents/" + BagPaths.component("%03d-%s".formatted(number, title));
    List<PayloadFile> files = new ArrayList<>();
    for (DossierDocument version : finals) {
      String place = version == filed ? folder : folder + "/历次定稿/第%d稿".formatted(version.version());
      Notes notes = version == filed ? checks::note : earlier(checks, version);
      files.addAll(version(title, version, place, staging, notes));
    }
    return new CollectedPiece(
        title,
        filed,
        subject,
        filed.author() == null ? "" : people.name(filed.author()),
        retention.of(run.kind(), filed.key().type()),
        files);
  }

  private static Notes earlier(FourProperties checks, DossierDocument version) {
    return (check, title, passed, problem) ->
        checks.noteEarlier(check, title, version.version(), passed, problem);
  }

  /** Whom a document is about: a person, or for reports on a body that body. */
  private String subject(String id) {
    return organizations.find(id).map(Organization::name).orElseGet(() -> people.name(id));
  }

  private List<PayloadFile> version(
      String title, DossierDocument version, String folder, BagStaging staging, Notes checks)
      throws IOException {
    checkRecord(title, version, checks);
    List<PayloadFile> written = new ArrayList<>(texts(title, version, folder, staging, checks));
    int attached = 0;
    for (DossierFile file : version.files()) {
      Optional<byte[]> content = content(file);
      if (content.isPresent()) {
        attached++;
        String kind = file.kind() == DossierFile.Kind.UPLOAD ? "附件" : "文书";
        String name = BagPaths.component("%02d-%s".formatted(attached, file.name()));
        written.add(staging.add(folder + "/" + kind + "/" + name, content.get()));
        checkFile(title, attached, file, content.get(), checks);
      }
    }
    checkCount(title, version, attached, checks);
    return written;
  }

  private Optional<byte[]> content(DossierFile file) {
    try {
      return Optional.of(dossiers.content(file.id(), ACTOR));
    } catch (NoSuchElementException lost) {
      // Counted as missing by the check of the number of attachments.
      return Optional.empty();
    }
  }

  private List<PayloadFile> texts(
      String title, DossierDocument version, String folder, BagStaging staging, Notes checks)
      throws IOException {
    Map<String, String> texts = dossiers.read(version.id(), ACTOR);
    String page = ReadableText.xhtml(title, facts(version), labelled(version.key().type(), texts));
    checks.note(Check.READABLE, title, ReadableText.opens(page), "的正文不能打开");
    return List.of(
        staging.add(folder + "/正文.xhtml", page.getBytes(StandardCharsets.UTF_8)),
        staging.add(folder + "/sections.json", Json.bytes(texts)));
  }

  private Map<String, String> labelled(String type, Map<String, String> texts) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (DocumentSection section : catalogue.sections(type)) {
      labels.put(section.key(), section.label());
    }
    Map<String, String> labelled = new LinkedHashMap<>();
    texts.forEach((key, text) -> labelled.put(labels.getOrDefault(key, key), text));
    return labelled;
  }

  private Map<String, String> facts(DossierDocument version) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("密级标识", version.secrecy() == null ? "" : version.secrecy().label());
    facts.put("形成者", version.author() == null ? "" : people.name(version.author()));
    facts.put("开始形成", Times.readable(version.createdAt()));
    facts.put("定稿", Times.readable(version.finalizedAt()));
    facts.put("稿次", "第%d稿".formatted(version.version()));
    return facts;
  }

  private static void checkRecord(String title, DossierDocument version, Notes checks) {
    boolean origin =
        Stream.of(version.author(), version.createdAt(), version.finalizedAt())
                .noneMatch(value -> value == null || value.toString().isBlank())
            && !version.finalizedAt().isBefore(version.createdAt());
    checks.note(Check.ORIGIN, title, origin, "的形成者或者形成时间不清楚");
    boolean complete = version.title() != null && !version.title().isBlank();
    checks.note(Check.METADATA, title, complete && version.version() > 0, "缺少必备元数据");
    checks.note(Check.SECRECY, title, version.secrecy() != null, "没有密级标识");
  }

  private void checkFile(String title, int number, DossierFile file, byte[] content, Notes checks) {
    checks.note(
        Check.DIGEST,
        title,
        Digests.sha256(content).equals(file.sha256()) && content.length == file.size(),
        "的第%d个附件与形成时不一致，可能已被改动".formatted(number));
    checks.note(
        Check.FORMAT,
        title,
        formats.matches(file.mediaType(), content),
        "的第%d个附件内容与声明格式不符".formatted(number));
  }

  private void checkCount(String title, DossierDocument version, int attached, Notes checks) {
    int listed = version.files().size();
    checks.note(
        Check.ATTACHMENTS, title, attached == listed, "应有附件%d个，实有%d个".formatted(listed, attached));
    boolean required =
        catalogue
            .find(version.key().type())
            .filter(type -> type.uploads() == DocumentType.Uploads.REQUIRED)
            .isPresent();
    boolean uploaded =
        version.files().stream().anyMatch(file -> file.kind() == DossierFile.Kind.UPLOAD);
    checks.note(Check.ATTACHMENTS, title, !required || uploaded, "须附的附件未附");
  }

  /** Where the outcome of a check is noted. */
  @FunctionalInterface
  private interface Notes {
    void note(Check check, String title, boolean passed, String problem);
  }
}
