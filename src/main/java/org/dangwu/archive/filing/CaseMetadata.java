package org.dangwu.archive.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.archive.bag.PayloadFile;
import org.dangwu.archive.register.ItemEntry;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.RosterEntry;

/** What {@code metadata.json} says of a case and its pieces. */
final class CaseMetadata {

  private CaseMetadata() {}

  static Map<String, Object> of(
      ProcedureCase run,
      String title,
      List<RosterEntry> roster,
      List<CollectedPiece> pieces,
      List<ItemEntry> items) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", title);
    metadata.put("case", run.caseId());
    metadata.put("businessKey", run.businessKey());
    metadata.put("procedure", run.kind().key());
    metadata.put("procedureName", run.name());
    metadata.put("organization", run.organization());
    metadata.put("organizationName", run.organizationName());
    metadata.put("year", run.year());
    metadata.put("startedBy", run.startedBy());
    metadata.put("startedAt", Times.iso(run.startedAt()));
    metadata.put("roster", roster.stream().map(CaseMetadata::person).toList());
    metadata.put(
        "documents",
        items.stream().map(item -> document(pieces.get(item.order() - 1), item)).toList());
    return metadata;
  }

  private static Map<String, Object> person(RosterEntry entry) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("rank", entry.rank());
    person.put("person", entry.personId());
    person.put("name", entry.name());
    person.put("title", entry.title());
    person.put("principal", entry.principal());
    person.put("voting", entry.voting());
    return person;
  }

  private static Map<String, Object> document(CollectedPiece piece, ItemEntry item) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("archiveNumber", item.archiveNumber());
    document.put("title", piece.title());
    document.put("type", item.documentType());
    document.put("subject", item.subject());
    document.put("subjectName", piece.subjectName());
    document.put("author", item.author());
    document.put("authorName", piece.authorName());
    document.put("version", item.version());
    document.put("created", Times.iso(piece.document().createdAt()));
    document.put("final", Times.iso(piece.document().finalizedAt()));
    document.put("secrecy", item.secrecy().label());
    document.put("retention", item.series().retention());
    document.put("retentionName", item.retentionLabel());
    document.put("attachments", piece.attachments());
    document.put("sha256", item.sha256());
    document.put("files", piece.files().stream().map(CaseMetadata::file).toList());
    return document;
  }

  private static Map<String, Object> file(PayloadFile file) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("path", file.path());
    line.put("size", file.size());
    line.put("sha256", file.sha256());
    return line;
  }
}
