package org.dangwu.archive.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dangwu.archive.Archive;
import org.dangwu.archive.ArchiveIncomplete;
import org.dangwu.archive.ArchiveProperties;
import org.dangwu.archive.ArchivedCase;
import org.dangwu.archive.TitleList;
import org.dangwu.archive.bag.BagStaging;
import org.dangwu.archive.bag.PackedBag;
import org.dangwu.archive.register.ItemEntry;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.archive.register.PieceNumbers;
import org.dangwu.archive.register.PieceSeries;
import org.dangwu.archive.register.Register;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.Secrecy;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a case: collect, check, number, pack, register, in one transaction. */
@Service
class CaseFiling implements Archive {

  private final ProcedureCases cases;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final DossierCollector collector;
  private final ProcessTrace trace;
  private final PieceNumbers numbers;
  private final Register register;
  private final ArchiveProperties properties;
  private final Clock clock;

  CaseFiling(
      ProcedureCases cases,
      Rosters rosters,
      Dossiers dossiers,
      DossierCollector collector,
      ProcessTrace trace,
      PieceNumbers numbers,
      Register register,
      ArchiveProperties properties,
      Clock clock) {
    this.cases = cases;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.collector = collector;
    this.trace = trace;
    this.numbers = numbers;
    this.register = register;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ArchivedCase> find(String caseId) {
    return register.ofCase(caseId).map(PackageEntry::summary);
  }

  @Override
  @Transactional(noRollbackFor = ArchiveIncomplete.class)
  public ArchivedCase file(String caseId) {
    Optional<PackageEntry> filed = register.ofCase(caseId);
    if (filed.isPresent()) {
      return filed.get().summary();
    }
    refuseWhenMissing(dossiers.missingForArchive(caseId));
    return pack(
            caseId,
            (checks, pieces) -> {
              refuseWhenFailed(checks, pieces);
              refuseWhenEmpty(pieces);
            })
        .orElseThrow(IllegalStateException::new);
  }

  @Override
  @Transactional
  public Optional<ArchivedCase> fileUnfinished(String caseId) {
    Optional<PackageEntry> filed = register.ofCase(caseId);
    return filed.isPresent() ? filed.map(PackageEntry::summary) : pack(caseId, (checks, p) -> {});
  }

  private Optional<ArchivedCase> pack(
      String caseId, BiConsumer<FourProperties, List<CollectedPiece>> refusal) {
    ProcedureCase run =
        cases
            .find(caseId)
            .orElseThrow(() -> new NoSuchElementException("no case with this id: " + caseId));
    try (BagStaging staging = BagStaging.in(properties.directory().resolve("staging"))) {
      FourProperties checks = new FourProperties();
      List<CollectedPiece> pieces = collector.collect(run, staging, checks);
      refusal.accept(checks, pieces);
      return pieces.isEmpty()
          ? Optional.empty()
          : Optional.of(write(run, staging, pieces, checks).summary());
    } catch (IOException e) {
      throw new IllegalStateException("归档包未能写入，请检查归档目录是否存在、有无写入权限和剩余空间，然后重试。", e);
    }
  }

  private PackageEntry write(
      ProcedureCase run, BagStaging staging, List<CollectedPiece> pieces, FourProperties checks)
      throws IOException {
    Instant now = clock.instant();
    String title = run.organizationName() + run.title();
    List<ItemEntry> items = numbered(run, pieces);
    String number = items.get(0).archiveNumber();
    String report = Json.text(checks.report(now));
    staging.add(
        "metadata.json",
        Json.bytes(CaseMetadata.of(run, title, rosters.of(run.caseId()), pieces, items)));
    staging.add(
        "report-four-properties.json", report.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    trace.addTo(staging, run.processInstanceId());

    String id = UUID.randomUUID().toString();
    Path location = Path.of(String.valueOf(run.year()), run.organization(), id, number + ".zip");
    Path target = properties.directory().resolve(location);
    Orphans.removeOnRollback(target.getParent());
    PackedBag packed = staging.pack(number, info(run, title, number, now), now, target);
    PackageEntry entry =
        new PackageEntry(
            id,
            run.caseId(),
            run.kind().key(),
            run.organization(),
            run.organizationName(),
            run.year(),
            run.businessKey(),
            number,
            title,
            highest(items),
            items.size(),
            location.toString().replace('\\', '/'),
            packed.size(),
            packed.sha256(),
            report,
            now,
            DossierCollector.ACTOR,
            now,
            checks.passed());
    register.add(entry, items);
    return entry;
  }

  /** Numbers follow the order of the pieces within each retention. */
  private List<ItemEntry> numbered(ProcedureCase run, List<CollectedPiece> pieces) {
    Map<PieceSeries, Integer> next = new HashMap<>();
    Map<PieceSeries, Integer> wanted = new LinkedHashMap<>();
    pieces.forEach(piece -> wanted.merge(series(run, piece), 1, Integer::sum));
    wanted.forEach((series, count) -> next.put(series, numbers.take(series, count)));
    List<ItemEntry> items = new ArrayList<>();
    for (CollectedPiece piece : pieces) {
      PieceSeries series = series(run, piece);
      int number = next.merge(series, 1, Integer::sum) - 1;
      items.add(item(piece, items.size() + 1, series, number));
    }
    return items;
  }

  private PieceSeries series(ProcedureCase run, CollectedPiece piece) {
    return new PieceSeries(
        properties.fondsOf(run.organization()),
        properties.category(),
        run.year(),
        piece.retention().code(),
        properties.department());
  }

  private static ItemEntry item(CollectedPiece piece, int order, PieceSeries series, int number) {
    var document = piece.document();
    return new ItemEntry(
        order,
        series,
        number,
        piece.title(),
        document.key().type(),
        document.key().subject(),
        document.version(),
        document.secrecy(),
        piece.retention().label(),
        piece.files().size(),
        piece.size(),
        piece.sha256(),
        document.author(),
        document.finalizedAt());
  }

  private static Map<String, String> info(
      ProcedureCase run, String title, String number, Instant now) {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("Source-Organization", run.organizationName());
    info.put("External-Description", title);
    info.put("External-Identifier", number);
    info.put("Internal-Sender-Identifier", run.businessKey());
    info.put("Bagging-Date", Times.day(now));
    return info;
  }

  private static Secrecy highest(List<ItemEntry> items) {
    return items.stream()
        .map(ItemEntry::secrecy)
        .max(Comparator.naturalOrder())
        .orElseThrow(IllegalStateException::new);
  }

  private static void refuseWhenMissing(List<DocumentType> missing) {
    if (!missing.isEmpty()) {
      List<String> titles = titles(missing.stream());
      List<String> personal = titles(missing.stream().filter(DocumentType::perPerson));
      throw new ArchiveIncomplete(
          "归档材料不全，缺少："
              + TitleList.of(titles)
              + "。请补齐并定稿后重新归档。"
              + (personal.isEmpty()
                  ? ""
                  : "其中" + TitleList.of(personal) + "须由有关人员办理，请联系流程管理人员退回相应环节。"),
          titles,
          missing.stream().filter(type -> !type.perPerson()).map(DocumentType::type).toList());
    }
  }

  private static List<String> titles(Stream<DocumentType> types) {
    return types.map(DocumentType::title).toList();
  }

  private static void refuseWhenFailed(FourProperties checks, List<CollectedPiece> pieces) {
    if (!checks.passed()) {
      List<String> problems =
          checks.failures().stream().map(FourProperties.Failure::sentence).distinct().toList();
      List<String> titles =
          checks.failures().stream().map(FourProperties.Failure::title).distinct().toList();
      throw new ArchiveIncomplete(
          "归档前检测未通过：" + String.join("；", problems) + "。请更正后重新归档。",
          titles,
          pieces.stream()
              .filter(piece -> titles.contains(piece.title()))
              .map(piece -> piece.document().key())
              .filter(key -> !key.perPerson())
              .map(DocumentKey::type)
              .toList());
    }
  }

  private static void refuseWhenEmpty(List<CollectedPiece> pieces) {
    if (pieces.isEmpty()) {
      throw new ArchiveIncomplete("卷宗中没有已定稿的文书，不能归档。请办理并定稿后重新归档。", List.of("已定稿的文书"), List.of());
    }
  }
}
