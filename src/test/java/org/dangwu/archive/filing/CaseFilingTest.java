package org.dangwu.archive.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dangwu.archive.ArchiveIncomplete;
import org.dangwu.archive.ArchiveProperties;
import org.dangwu.archive.ArchivedCase;
import org.dangwu.archive.bag.Zips;
import org.dangwu.archive.register.ArchiveTables;
import org.dangwu.archive.register.ItemEntry;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentState;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.engine.DecisionTables;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilingTest {

  private static final String CASE = "case-1";
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n%%EOF".getBytes(StandardCharsets.UTF_8);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;
  private final FakeDossiers dossiers = new FakeDossiers();
  private final ProcedureCases cases = mock(ProcedureCases.class);
  private final ProcessTrace trace = mock(ProcessTrace.class);
  private ArchiveTables tables;
  private CaseFiling filing;

  @BeforeEach
  void build() {
    tables = new ArchiveTables();
    when(cases.find(anyString())).thenAnswer(call -> Optional.of(run(call.getArgument(0))));
    Rosters rosters = caseId -> List.of(new RosterEntry("p0001", "张三", 1, "县委书记", true, true));
    filing =
        new CaseFiling(
            cases,
            rosters,
            dossiers,
            new DossierCollector(
                dossiers,
                catalogue(),
                people(),
                mock(Organizations.class),
                retention(),
                new ContentFormat()),
            trace,
            tables.numbers(),
            tables.register(),
            new ArchiveProperties(
                folder.resolve("archive"), "WS", "BGS", Map.of(), Duration.ofDays(30), 50),
            CLOCK);
  }

  @Test
  void aFiledCaseIsAPackageThatAnIndependentVerifierAccepts() throws Exception {
    fillCase(CASE);
    ArchivedCase filed = file(CASE);
    assertThat(filed.archiveNumber()).isEqualTo("YL01-WS·2026-Y-BGS-0001");
    assertThat(filed.title()).isEqualTo("云岭县委2026年度民主生活会");
    PackageEntry entry = tables.register().byId(filed.packageId()).orElseThrow();
    Path zip = folder.resolve("archive").resolve(entry.location());
    assertThat(zip).hasFileName("YL01-WS·2026-Y-BGS-0001.zip").hasSize(entry.size());

    Path root = Zips.unpack(zip, folder.resolve("unpacked"));
    Bag bag = new BagReader().read(root);
    try (BagVerifier verifier = new BagVerifier()) {
      assertThatCode(() -> verifier.isComplete(bag, false)).doesNotThrowAnyException();
      assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
    }
    assertThat(root.resolve("data/documents/001-民主生活会方案/正文.xhtml"))
        .content()
        .contains("<h2>会议地点</h2>", "县委&lt;三楼&gt;会议室", "密级标识", "内部");
    assertThat(root.resolve("data/documents/001-民主生活会方案/附件/01-附件 100％.pdf")).hasBinaryContent(PDF);
  }

  @Test
  void metadataSaysWhoWhatWhenAndHowLong() throws Exception {
    fillCase(CASE);
    JsonNode metadata = new ObjectMapper().readTree(entry(file(CASE), "data/metadata.json"));
    assertThat(metadata.get("businessKey").asText()).isEqualTo("LM-2026-YL01");
    assertThat(metadata.at("/roster/0/name").asText()).isEqualTo("张三");
    JsonNode plan = metadata.at("/documents/0");
    assertThat(plan.get("title").asText()).isEqualTo("民主生活会方案");
    assertThat(plan.get("authorName").asText()).isEqualTo("姓名p0001");
    assertThat(plan.get("final").asText()).isEqualTo("2026-12-02T09:00:00+08:00");
    assertThat(plan.get("attachments").asInt()).isEqualTo(1);
    assertThat(plan.get("secrecy").asText()).isEqualTo("内部");
    JsonNode outline = metadata.at("/documents/1");
    assertThat(outline.get("title").asText()).isEqualTo("个人发言提纲（姓名p0002）");
    assertThat(outline.get("archiveNumber").asText()).isEqualTo("YL01-WS·2026-D30-BGS-0001");
    assertThat(metadata.get("documents")).hasSize(2);
  }

  @Test
  void theReportOfTheFourPropertiesLiesInThePackageAndInTheRegister() throws Exception {
    fillCase(CASE);
    ArchivedCase filed = file(CASE);
    byte[] stored = entry(filed, "data/report-four-properties.json");
    assertThat(new String(stored, StandardCharsets.UTF_8))
        .isEqualTo(tables.register().byId(filed.packageId()).orElseThrow().report());
    JsonNode report = new ObjectMapper().readTree(stored);
    assertThat(report.get("passed").asBoolean()).isTrue();
    assertThat(report.get("lines"))
        .extracting(line -> line.get("property").asText())
        .contains("真实性", "完整性", "可用性", "安全性");
  }

  @Test
  void earlierFinalVersionsLieBesideTheNewestAndDraftsStayOut() throws Exception {
    DocumentKey plan = DocumentKey.of(CASE, "plan");
    dossiers.add(dossiers.document(plan, "民主生活会方案", 1, DocumentState.FINAL), Map.of("place", "旧址"));
    dossiers.add(dossiers.document(plan, "民主生活会方案", 2, DocumentState.FINAL), Map.of("place", "新址"));
    dossiers.add(dossiers.document(plan, "民主生活会方案", 3, DocumentState.DRAFT), Map.of("place", "未定"));
    dossiers.add(
        dossiers.document(DocumentKey.of(CASE, "application"), "申请", 1, DocumentState.DRAFT),
        Map.of("reason", "x"));
    ArchivedCase filed = file(CASE);
    assertThat(filed.pieces()).isEqualTo(1);
    String folder = "data/documents/001-民主生活会方案/";
    assertThat(text(filed, folder + "sections.json")).contains("新址");
    assertThat(text(filed, folder + "历次定稿/第1稿/sections.json")).contains("旧址");
    assertThat(Zips.read(zip(filed)).keySet()).noneMatch(name -> name.contains("申请"));
  }

  @Test
  void missingDocumentsAreNamedAndNothingIsLeftBehind() throws Exception {
    fillCase(CASE);
    dossiers.miss("情况报告签收记录");
    assertThatThrownBy(() -> file(CASE))
        .isInstanceOf(ArchiveIncomplete.class)
        .hasMessage("归档材料不全，缺少：情况报告签收记录。请补齐并定稿后重新归档。")
        .extracting(e -> ((ArchiveIncomplete) e).titles())
        .isEqualTo(List.of("情况报告签收记录"));
    assertNothingFiled();
    dossiers.missNothing();
    assertThat(file(CASE).archiveNumber()).endsWith("-0001");
  }

  @Test
  void aChangedAttachmentRefusesTheFilingAndNamesTheDocument() throws Exception {
    fillCase(CASE);
    dossiers.change("f1", "%PDF-1.7\n2 0 obj\n%%EOF".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> file(CASE))
        .isInstanceOf(ArchiveIncomplete.class)
        .hasMessage("归档前检测未通过：《民主生活会方案》的第1个附件与形成时不一致，可能已被改动。请更正后重新归档。");
    assertNothingFiled();
  }

  @Test
  void aLostAttachmentAndAFalseTypeRefuseTheFiling() {
    fillCase(CASE);
    dossiers.lose("f1");
    assertThatThrownBy(() -> file(CASE)).hasMessageContaining("《民主生活会方案》应有附件1个，实有0个");
    DossierDocument report =
        dossiers.document(DocumentKey.of(CASE, "report"), "情况报告", 1, DocumentState.FINAL);
    dossiers.add(
        FakeDossiers.with(report, dossiers.file("f2", "表.pdf", "application/pdf", bytes("纯文本"))),
        Map.of());
    assertThatThrownBy(() -> file(CASE)).hasMessageContaining("《情况报告》的第1个附件内容与声明格式不符");
  }

  @Test
  void documentsWithoutSecrecyLabelOrAuthorAreRefused() {
    DossierDocument plan =
        dossiers.document(DocumentKey.of(CASE, "plan"), "民主生活会方案", 1, DocumentState.FINAL);
    dossiers.add(
        new DossierDocument(
            plan.id(),
            plan.key(),
            plan.title(),
            null,
            1,
            plan.state(),
            "",
            plan.createdAt(),
            plan.updatedAt(),
            plan.finalizedAt(),
            List.of()),
        Map.of("place", "x"));
    assertThatThrownBy(() -> file(CASE))
        .hasMessageContaining("《民主生活会方案》没有密级标识")
        .hasMessageContaining("《民主生活会方案》的形成者或者形成时间不清楚");
  }

  @Test
  void anEmptyCaseIsNotFiled() {
    assertThatThrownBy(() -> file(CASE))
        .isInstanceOf(ArchiveIncomplete.class)
        .hasMessageStartingWith("卷宗中没有已定稿的文书");
  }

  @Test
  void filingTwiceReturnsTheFirstEntry() throws Exception {
    fillCase(CASE);
    ArchivedCase first = file(CASE);
    assertThat(file(CASE)).isEqualTo(first);
    assertThat(packagesOnDisk()).hasSize(1);
  }

  @Test
  void concurrentFilingsGetDistinctNumbersWithoutGaps() throws Exception {
    int many = 8;
    IntStream.range(0, many).forEach(i -> fillCase("case-" + i));
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<ArchivedCase>> filings =
          IntStream.range(0, many)
              .mapToObj(i -> (Callable<ArchivedCase>) () -> file("case-" + i))
              .toList();
      List<String> numbers =
          threads.invokeAll(filings).stream().map(CaseFilingTest::outcome).toList();
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, many)
                  .mapToObj("YL01-WS·2026-Y-BGS-%04d"::formatted)
                  .toList());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRolledBackFilingLeavesNeitherRowNorFileNorGap() throws Exception {
    fillCase(CASE);
    assertThatThrownBy(
            () ->
                tables
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          filing.file(CASE);
                          throw new IllegalStateException("after filing");
                        }))
        .hasMessage("after filing");
    assertNothingFiled();
    ArchivedCase filed = file(CASE);
    assertThat(filed.archiveNumber()).isEqualTo("YL01-WS·2026-Y-BGS-0001");
    assertThat(tables.register().items(filed.packageId()))
        .extracting(ItemEntry::archiveNumber)
        .containsExactly("YL01-WS·2026-Y-BGS-0001", "YL01-WS·2026-D30-BGS-0001");
  }

  @Test
  void hostileTitlesAndFileNamesStayInsideThePackage() throws Exception {
    DossierDocument plan =
        dossiers.document(
            DocumentKey.of(CASE, "plan"),
            "../../外面\r\n%0A" + "长".repeat(300),
            1,
            DocumentState.FINAL);
    dossiers.add(
        FakeDossiers.with(
            plan,
            dossiers.file("f1", "../../../etc/passwd\n.pdf", "application/pdf", PDF),
            dossiers.file("f2", "很长".repeat(200) + ".pdf", "application/pdf", PDF)),
        Map.of("place", "\u0001]]>&"));
    Path root = Zips.unpack(zip(file(CASE)), folder.resolve("unpacked"));
    Bag bag = new BagReader().read(root);
    try (BagVerifier verifier = new BagVerifier()) {
      assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
    }
  }

  @Test
  void aTableWithoutAnAnswerStopsTheFilingWithASentence() {
    dossiers.add(CASE, "unknown", "未列明文书", Map.of("a", "b"));
    assertThatThrownBy(() -> file(CASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("决策表 retention_period 没有规定");
  }

  private ArchivedCase file(String caseId) {
    return tables.transactions().execute(status -> filing.file(caseId));
  }

  private void fillCase(String caseId) {
    DossierDocument plan =
        dossiers.document(DocumentKey.of(caseId, "plan"), "民主生活会方案", 1, DocumentState.FINAL);
    dossiers.add(
        FakeDossiers.with(plan, dossiers.file("f1", "附件 100%.pdf", "application/pdf", PDF)),
        Map.of("place", "县委<三楼>会议室"));
    dossiers.add(
        dossiers.document(
            DocumentKey.about(caseId, "outline", "p0002"), "个人发言提纲", 1, DocumentState.FINAL),
        Map.of("problems", "问题"));
  }

  private void assertNothingFiled() throws Exception {
    assertThat(tables.register().ofCase(CASE)).isEmpty();
    assertThat(packagesOnDisk()).isEmpty();
    try (Stream<Path> staging = Files.list(folder.resolve("archive/staging"))) {
      assertThat(staging).isEmpty();
    } catch (java.nio.file.NoSuchFileException nothingWasGathered) {
      assertThat(folder.resolve("archive/staging")).doesNotExist();
    }
  }

  private List<Path> packagesOnDisk() throws Exception {
    if (!Files.exists(folder.resolve("archive"))) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private Path zip(ArchivedCase filed) {
    return folder
        .resolve("archive")
        .resolve(tables.register().byId(filed.packageId()).orElseThrow().location());
  }

  private byte[] entry(ArchivedCase filed, String path) throws Exception {
    return Zips.read(zip(filed)).get(filed.archiveNumber() + "/" + path);
  }

  private String text(ArchivedCase filed, String path) throws Exception {
    return new String(entry(filed, path), StandardCharsets.UTF_8);
  }

  private static String outcome(java.util.concurrent.Future<ArchivedCase> future) {
    try {
      return future.get().archiveNumber();
    } catch (Exception e) {
      throw new AssertionError("a filing failed", e);
    }
  }

  private static ProcedureCase run(String caseId) {
    return new ProcedureCase(
        caseId,
        ProcedureKind.LIFE_MEETING,
        "YL01",
        "云岭县委",
        2026,
        "LM-2026-YL01",
        "process-" + caseId,
        "YL01",
        "p0001",
        FakeDossiers.CREATED,
        null,
        ProcedureCase.State.RUNNING,
        0);
  }

  private static Retention retention() {
    DecisionTables decisions = mock(DecisionTables.class);
    when(decisions.first(anyString(), any()))
        .thenAnswer(
            call -> {
              Map<String, Object> inputs = call.getArgument(1);
              return switch (String.valueOf(inputs.get("documentType"))) {
                case "plan", "report", "application" ->
                    Optional.of(Map.<String, Object>of("retention", "Y", "label", "永久"));
                case "outline" ->
                    Optional.of(Map.<String, Object>of("retention", "D30", "label", "30年"));
                default -> Optional.empty();
              };
            });
    return new Retention(decisions);
  }

  private static People people() {
    People people = mock(People.class);
    when(people.name(anyString())).thenAnswer(call -> "姓名" + call.getArgument(0));
    return people;
  }

  private static DocumentCatalogue catalogue() {
    DocumentCatalogue catalogue = mock(DocumentCatalogue.class);
    when(catalogue.find(anyString())).thenReturn(Optional.empty());
    when(catalogue.sections("plan"))
        .thenReturn(
            List.of(
                new DocumentSection("place", "会议地点", DocumentSection.Kind.LINE, true, 100, "")));
    return catalogue;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
