package org.dangwu.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.archive.bag.Zips;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.Dossiers;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ArchiveTest {

  private static final String MARKER = "不得外传的批评意见";
  private static final String ARCHIVIST = "arArchivist";
  private static final String OFFICE = "arOffice";
  private static final String SUPERIOR = "arSuperior";
  private static final String MEMBER = "arMember";
  private static final String STRANGER = "arStranger";

  @Autowired private MockMvc web;
  @Autowired private Dossiers dossiers;
  @Autowired private DocumentCatalogue catalogue;
  @Autowired private Archive archive;
  @Autowired private ArchiveProperties properties;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @TempDir Path folder;

  private Deployment probe;
  private String caseId;
  private String instance;

  @BeforeEach
  void openCase() {
    probe =
        repository
            .createDeployment()
            .name("archive-probe")
            .addClasspathResource("archive/archive-probe.bpmn")
            .deploy();
    organisations();
    caseId = UUID.randomUUID().toString();
    instance =
        runtime
            .startProcessInstanceByKey(
                "archive-probe", Map.of("caseId", caseId, "dueCount", 9, "presentCount", 7))
            .getId();
    jdbc.sql(
            """
            insert into procedure_case (case_id, kind, organization, organization_name, case_year,
              business_key, counting_key, process_instance_id, started_at, state)
            values (?, 'LIFE_MEETING', 'AR1', '试验局党组', 2026, ?, ?, ?, ?, 'RUNNING')
            """)
        .params(caseId, "LM-2026-AR1", caseId, instance, OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into procedure_roster (case_id, person_id, person_name, person_rank, title,
              principal, voting, frozen_at)
            values (?, ?, '李成员', 1, '局长', true, true, ?)
            """)
        .params(caseId, MEMBER, OffsetDateTime.now(ZoneOffset.UTC))
        .update();
  }

  @AfterEach
  void clearAway() {
    repository.deleteDeployment(probe.getId(), true);
  }

  @Test
  void theFlowFilesTheCaseAfterWhatWasMissingIsThere(CapturedOutput log) throws Exception {
    write("plan");
    write("opinions");
    complete("UserTask_Write");
    runJob();

    Task repair = task();
    assertThat(repair.getTaskDefinitionKey()).isEqualTo("UserTask_Complete");
    assertThat(runtime.getVariable(instance, "archiveMissing")).isEqualTo("学习情况");
    assertThat(archive.find(caseId)).isEmpty();
    write("study");
    complete("UserTask_Complete");
    runJob();

    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getEndTime())
        .isNotNull();
    ArchivedCase filed = archive.find(caseId).orElseThrow();
    assertThat(filed.pieces()).isEqualTo(3);
    assertThat(filed.archiveNumber()).startsWith("AR1-WS·2026-Y-BGS-");
    assertThat(archive.file(caseId)).isEqualTo(filed);
    assertPackageIsValid(filed);
    assertTraceTellsWhoWhenAndWhatWasDecided(filed);
    assertThat(log.getAll()).doesNotContain(MARKER);
    assertNoTableOfTheEngineKnows(MARKER);
  }

  @Test
  void theRegisterIsOpenToThoseConcernedAlone() throws Exception {
    ArchivedCase filed = fileDirectly();
    String page = "/archive/" + filed.packageId();
    for (String person : List.of(ARCHIVIST, OFFICE, SUPERIOR)) {
      assertThat(text(person, get("/archive"))).contains(filed.archiveNumber());
      assertThat(text(person, get(page)))
          .contains("四性检测报告", "民主生活会方案", "永久", "30年", "系统自动归档")
          .doesNotContain(MARKER)
          .doesNotContain("??");
    }
    assertThat(status(MEMBER, get("/archive"))).isEqualTo(403);
    assertThat(status(MEMBER, get(page))).isEqualTo(404);
    assertThat(text(STRANGER, get("/archive"))).doesNotContain(filed.archiveNumber());
    assertThat(status(STRANGER, get(page))).isEqualTo(404);
    assertThat(status(STRANGER, get(page + "/package"))).isEqualTo(404);
    assertThat(status(STRANGER, post(page + "/check").with(csrf()))).isEqualTo(404);
    assertThat(status(ARCHIVIST, get("/archive/unknown"))).isEqualTo(404);
    assertThat(actions(filed, STRANGER)).containsOnly("REFUSED");
  }

  @Test
  void theRegisterIsFilteredByYearAndOrganisation() throws Exception {
    ArchivedCase filed = fileDirectly();
    assertThat(text(SUPERIOR, get("/archive?year=2026&organization=AR1")))
        .contains(filed.archiveNumber());
    assertThat(text(SUPERIOR, get("/archive?year=2025"))).doesNotContain(filed.archiveNumber());
    assertThat(text(SUPERIOR, get("/archive?organization=AR2")))
        .doesNotContain(filed.archiveNumber());
  }

  @Test
  void onlyTheArchivistOfTheBodyTakesThePackageOutAndIsLogged() throws Exception {
    ArchivedCase filed = fileDirectly();
    String address = "/archive/" + filed.packageId() + "/package";
    MockHttpServletResponse response =
        web.perform(get(address).with(user(ARCHIVIST))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray())
        .isEqualTo(Files.readAllBytes(zip(filed)))
        .hasSize((int) filed.size());
    assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(response.getHeader("Cache-Control")).contains("no-store");
    assertThat(actions(filed, ARCHIVIST)).contains("DOWNLOAD");
    for (String person : List.of(OFFICE, SUPERIOR)) {
      assertThat(status(person, get(address))).isEqualTo(403);
      assertThat(actions(filed, person)).containsOnly("REFUSED");
    }
  }

  @Test
  void theCheckFindsAChangedByteShowsItAndKeepsIt() throws Exception {
    ArchivedCase filed = fileDirectly();
    String page = "/archive/" + filed.packageId();
    assertThat(status(ARCHIVIST, post(page + "/check").with(csrf()))).isEqualTo(302);
    assertThat(text(ARCHIVIST, get(page))).doesNotContain("未通过");

    byte[] whole = Files.readAllBytes(zip(filed));
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(zip(filed), changed);
    assertThat(status(ARCHIVIST, post(page + "/check").with(csrf()))).isEqualTo(302);
    assertThat(text(ARCHIVIST, get(page))).contains("归档包的 SHA-256 与登记的不一致。", "未通过");
    assertThat(text(SUPERIOR, get("/archive"))).contains("个归档包校验未通过");

    Files.write(zip(filed), whole);
    assertThat(status(ARCHIVIST, post(page + "/check").with(csrf()))).isEqualTo(302);
    assertThat(text(ARCHIVIST, get("/archive"))).doesNotContain("个归档包校验未通过");
    assertThat(
            jdbc.sql("select passed from archive_check where package_id = ? order by id")
                .param(filed.packageId())
                .query(Boolean.class)
                .list())
        .containsExactly(true, false, true);
  }

  private ArchivedCase fileDirectly() {
    write("plan");
    write("opinions");
    write("study");
    return archive.file(caseId);
  }

  private void assertPackageIsValid(ArchivedCase filed) throws Exception {
    Bag bag = new BagReader().read(Zips.unpack(zip(filed), folder.resolve("unpacked")));
    try (BagVerifier verifier = new BagVerifier()) {
      assertThatCode(() -> verifier.isComplete(bag, false)).doesNotThrowAnyException();
      assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
    }
    Path data = bag.getRootDir().resolve("data");
    assertThat(data.resolve("documents/002-征求意见原文/正文.xhtml")).content().contains(MARKER);
    assertThat(data.resolve("documents/001-民主生活会方案/附件/01-依据.txt")).hasContent("依据文件");
    JsonNode metadata = new ObjectMapper().readTree(data.resolve("metadata.json").toFile());
    assertThat(metadata.at("/roster/0/name").asText()).isEqualTo("李成员");
    assertThat(metadata.findValuesAsText("retention")).contains("Y", "D30");
  }

  private void assertTraceTellsWhoWhenAndWhatWasDecided(ArchivedCase filed) throws Exception {
    Map<String, byte[]> entries = Zips.read(zip(filed));
    String process = filed.archiveNumber() + "/data/process/";
    assertThat(entries.keySet())
        .anyMatch(name -> name.startsWith(process + "archive-probe-v") && name.endsWith(".bpmn"))
        .anyMatch(name -> name.startsWith(process + "dlm_quorum-v"));
    JsonNode steps = new ObjectMapper().readTree(entries.get(process + "steps.json"));
    assertThat(steps)
        .anySatisfy(
            step -> {
              assertThat(step.get("name").asText()).isEqualTo("撰写材料");
              assertThat(step.get("personName").asText()).isEqualTo("试验" + OFFICE);
              assertThat(step.get("ended").asText()).contains("+08:00");
            });
    JsonNode decision = new ObjectMapper().readTree(entries.get(process + "decisions.json")).get(0);
    assertThat(decision.get("table").asText()).isEqualTo("dlm_quorum");
    assertThat(decision.get("version").asInt()).isPositive();
    assertThat(decision.get("inputs").get("应到人数").asInt()).isEqualTo(9);
    assertThat(decision.get("outputs").toString()).contains("MET");
  }

  /** Every column of every table of the engine, as text. */
  private void assertNoTableOfTheEngineKnows(String word) throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          connection
              .getMetaData()
              .getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
        while (found.next()) {
          if (found.getString("TABLE_NAME").toUpperCase(java.util.Locale.ROOT).startsWith("ACT_")) {
            tables.add(found.getString("TABLE_NAME"));
          }
        }
      }
      assertThat(tables).hasSizeGreaterThan(30);
      for (String table : tables) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              byte[] bytes = bytes(rows, i);
              assertThat(new String(bytes, StandardCharsets.UTF_8)).as(table).doesNotContain(word);
            }
          }
        }
      }
    }
  }

  private static byte[] bytes(ResultSet rows, int column) throws Exception {
    Object value = rows.getObject(column);
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof java.sql.Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    String text = rows.getString(column);
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(String type) {
    DocumentKey key = DocumentKey.of(caseId, type);
    Map<String, String> texts = new LinkedHashMap<>();
    for (DocumentSection section : catalogue.sections(type)) {
      texts.put(
          section.key(),
          switch (section.kind()) {
            case DATE -> "2026-12-01";
            case NUMBER -> "3";
            default -> MARKER;
          });
    }
    dossiers.write(key, texts, OFFICE);
    if (type.equals("plan")) {
      dossiers.attach(key, "依据.txt", "依据文件".getBytes(StandardCharsets.UTF_8), OFFICE);
    }
    dossiers.finish(key, OFFICE);
  }

  private void complete(String element) {
    Task task = task();
    assertThat(task.getTaskDefinitionKey()).isEqualTo(element);
    tasks.setAssignee(task.getId(), OFFICE);
    tasks.complete(task.getId());
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceId(instance).singleResult();
  }

  private void runJob() {
    management.executeJob(
        management.createJobQuery().processInstanceId(instance).singleResult().getId());
  }

  private Path zip(ArchivedCase filed) {
    return properties
        .directory()
        .resolve(
            jdbc.sql("select location from archive_package where id = ?")
                .param(filed.packageId())
                .query(String.class)
                .single());
  }

  private List<String> actions(ArchivedCase filed, String person) {
    return jdbc.sql("select action from archive_access_log where package_id = ? and user_id = ?")
        .params(filed.packageId(), person)
        .query(String.class)
        .list();
  }

  private String text(String person, MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(user(person))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private int status(String person, MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user(person))).andReturn().getResponse().getStatus();
  }

  private void organisations() {
    if (jdbc.sql("select count(*) from organization_unit where code = 'AR0'")
            .query(Integer.class)
            .single()
        > 0) {
      return;
    }
    unit("AR0", "试验县委", "COMMITTEE", null, "/AR0/");
    unit("AR1", "试验局党组", "PARTY_GROUP", "AR0", "/AR0/AR1/");
    unit("AR2", "另一局党组", "PARTY_GROUP", "AR0", "/AR0/AR2/");
    person(ARCHIVIST, "AR1", "ARCHIVIST");
    person(OFFICE, "AR1", "OFFICE");
    person(MEMBER, "AR1", "MEMBER");
    person(SUPERIOR, "AR0", "ARCHIVIST");
    person(STRANGER, "AR2", "ARCHIVIST");
  }

  private void unit(String code, String name, String kind, String superior, String path) {
    jdbc.sql(
            """
            insert into organization_unit (code, name, kind, level, superior, tenant, path,
              sort_order, active) values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)
            """)
        .params(code, name, kind, superior, code, path)
        .update();
  }

  private void person(String id, String organization, String role) {
    User account = identity.newUser(id);
    account.setFirstName("试验" + id);
    account.setPassword("Archive-test-2026");
    identity.saveUser(account);
    jdbc.sql(
            """
            insert into organization_person (id, name, member_status, organization, relation,
              voting_right, mobility, sanction, circumstance, investigated)
            values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)
            """)
        .params(id, "试验" + id, organization)
        .update();
    jdbc.sql(
            """
            insert into organization_position (id, person_id, organization, role, title,
              position_rank, term_from, granted)
            values (?, ?, ?, ?, '干部', 1, date '2020-01-01', true)
            """)
        .params(UUID.randomUUID().toString(), id, organization, role)
        .update();
  }
}
