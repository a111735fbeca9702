package org.dangwu.dossier.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
@AutoConfigureMockMvc
class CaseFileTest {

  private static final String OFFICE = "dsoffice";
  private static final String OTHER_OFFICE = "dsoffice2";
  private static final String MEMBER = "dsmember";
  private static final String SECOND_MEMBER = "dsmember2";
  private static final String PRINCIPAL = "dsprincipal";
  private static final String RECORDER = "dsrecorder";
  private static final String SUPERIOR = "dssuperior";
  private static final String DEPARTMENT = "dsdepartment";
  private static final String DISCIPLINE = "dsdiscipline";
  private static final String ARCHIVIST = "dsarchivist";
  private static final String STRANGER = "dsstranger";
  private static final String OPERATOR = "dsoperator";
  private static final List<String> PLAN =
      List.of("place", "chair", "preparation", "agenda", "previous");
  private static final List<String> OUTLINE = List.of("problems", "causes", "measures", "personal");

  @Autowired private MockMvc web;
  @Autowired private Dossiers dossiers;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;

  private final ObjectMapper json = new ObjectMapper();
  private Deployment probe;
  private String caseId;
  private String instance;

  @BeforeEach
  void openCase() {
    identity.clearAuthentication();
    probe =
        repository
            .createDeployment()
            .name("dossier-probe")
            .addClasspathResource("dossier/dossier-probe.bpmn")
            .deploy();
    organisations();
    member(OFFICE, "office-DS1");
    member(OTHER_OFFICE, "office-DS1");
    member(MEMBER, "member-DS1");
    member(SECOND_MEMBER, "member-DS1");
    member(PRINCIPAL, "principal-DS1");
    member(RECORDER, "recorder-DS1");
    member(ARCHIVIST, "archivist-DS1");
    member(SUPERIOR, "office-DS0");
    member(DEPARTMENT, "staff-DSO");
    member(DISCIPLINE, "staff-DSD");
    member(STRANGER, "office-DS2");
    member(OPERATOR, "camunda-admin");
    caseId = UUID.randomUUID().toString();
    instance =
        runtime
            .startProcessInstanceByKey(
                "dossier-probe", Map.of("caseId", caseId, "member", MEMBER, "again", false))
            .getId();
    jdbc.sql(
            """
            insert into procedure_case (case_id, kind, organization, organization_name, case_year,
              business_key, counting_key, process_instance_id, started_at, state)
            values (?, 'LIFE_MEETING', 'DS1', '试验局党组', 2026, ?, ?, ?, ?, 'RUNNING')
            """)
        .params(caseId, caseId, caseId, instance, OffsetDateTime.now(ZoneOffset.UTC))
        .update();
  }

  @AfterEach
  void clearAway() {
    identity.clearAuthentication();
    repository.deleteDeployment(probe.getId(), true);
  }

  // ---- writing and completing

  @Test
  void theHolderWritesAndCompletesAndTheDocumentIsFinalThen() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);

    tasks.complete(task);

    DossierDocument plan = dossiers.find(DocumentKey.of(caseId, "plan")).orElseThrow();
    assertThat(plan.isFinal()).isTrue();
    assertThat(plan.author()).isEqualTo(OFFICE);
    assertThat(save(OFFICE, task, "plan", "place", "改", 1).getStatus()).isEqualTo(404);
    assertThat(dossiers.read(plan.id(), "test")).containsEntry("place", "会议地点内容place");
  }

  @Test
  void theTaskCannotBeCompletedBeforeItsDocumentIsThereWhicheverWay() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN.subList(0, 4));

    List<Runnable> ways =
        List.of(
            () -> tasks.complete(task),
            () -> tasks.complete(task, Map.of()),
            () -> tasks.completeWithVariablesInReturn(task, Map.of(), false),
            () -> forms.submitTaskForm(task, Map.of()),
            () -> forms.submitTaskFormWithVariablesInReturn(task, Map.of(), false));
    for (Runnable way : ways) {
      assertThatThrownBy(way::run)
          .isInstanceOf(SubmissionRefused.class)
          .hasMessage("请先填写“上次整改落实概况”，再办结。");
      assertThat(task().getId()).isEqualTo(task);
      assertThat(dossiers.isFinal(DocumentKey.of(caseId, "plan"))).isFalse();
    }
  }

  @Test
  void aSectionOfBlanksCountsAsMissing() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);
    assertThat(save(OFFICE, task, "plan", "agenda", "  \n ", 1).getStatus()).isEqualTo(200);

    assertThatThrownBy(() -> tasks.complete(task)).hasMessage("请先填写“会议程序”，再办结。");
  }

  @Test
  void whenTheFlowComesBackANewVersionIsOpenedAndTheOldOneKept() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);
    attach(OFFICE, task, "plan", "依据.txt", "依据".getBytes(StandardCharsets.UTF_8));
    runtime.setVariable(instance, "again", true);
    tasks.complete(task);
    runtime.setVariable(instance, "again", false);
    String again = claimed();

    assertThat(save(OFFICE, again, "plan", "place", "四楼", 1).getStatus()).isEqualTo(200);
    tasks.complete(again);

    List<DossierDocument> versions = dossiers.versions(DocumentKey.of(caseId, "plan"));
    assertThat(versions).hasSize(2).allMatch(DossierDocument::isFinal);
    assertThat(dossiers.read(versions.get(0).id(), "t")).containsEntry("place", "会议地点内容place");
    assertThat(dossiers.read(versions.get(1).id(), "t"))
        .containsEntry("place", "四楼")
        .containsEntry("chair", "会议地点内容chair");
    assertThat(versions.get(1).files()).extracting(f -> f.name()).containsExactly("依据.txt");
  }

  @Test
  void nobodyWritesForAMemberWhatHeMustWriteHimself() throws Exception {
    toOutline();
    String task = task().getId();
    tasks.setAssignee(task, OFFICE);

    assertThat(save(OFFICE, task, "outline", "problems", "代写", 0).getStatus()).isEqualTo(403);
    assertThatThrownBy(() -> tasks.complete(task)).hasMessage("《个人发言提纲》须由本人撰写，不能代写。");

    tasks.setAssignee(task, MEMBER);
    fill(MEMBER, task, "outline", OUTLINE);
    tasks.complete(task);
    assertThat(dossiers.isFinal(DocumentKey.about(caseId, "outline", MEMBER))).isTrue();
  }

  @Test
  void onlyTheAssigneeWritesAndOnlyWhatTheTaskNames() throws Exception {
    String task = task().getId();

    assertThat(save(OFFICE, task, "plan", "place", "三楼", 0).getStatus()).isEqualTo(403);
    tasks.claim(task, OFFICE);
    assertThat(save(OTHER_OFFICE, task, "plan", "place", "三楼", 0).getStatus()).isEqualTo(403);
    assertThat(save(STRANGER, task, "plan", "place", "三楼", 0).getStatus()).isEqualTo(403);
    assertThat(save(OFFICE, task, "report", "measures", "越权", 0).getStatus()).isEqualTo(403);
    assertThat(save(OFFICE, task, "plan", "unknown", "栏目", 0).getStatus()).isEqualTo(422);
    assertThat(dossiers.list(caseId)).isEmpty();
    assertThat(logged("REFUSED")).hasSize(4);
  }

  // ---- conflicts

  @Test
  void aSaveThatDidNotSeeTheLastOneIsAConflictAndChangesNothing() throws Exception {
    String task = claimed();
    assertThat(save(OFFICE, task, "plan", "place", "甲", 0).getStatus()).isEqualTo(200);

    MockHttpServletResponse conflict = save(OFFICE, task, "plan", "place", "乙", 0);

    assertThat(conflict.getStatus()).isEqualTo(409);
    JsonNode body = json.readTree(conflict.getContentAsString(StandardCharsets.UTF_8));
    assertThat(body.get("text").asText()).isEqualTo("甲");
    assertThat(body.get("message").asText()).contains("已于").contains("修改了本栏");
    assertThat(save(OFFICE, task, "plan", "place", "乙", 1).getStatus()).isEqualTo(200);
  }

  @Test
  void aRepeatedSaveAfterALostAnswerIsNoConflict() throws Exception {
    String task = claimed();
    save(OFFICE, task, "plan", "place", "甲", 0);

    MockHttpServletResponse repeated = save(OFFICE, task, "plan", "place", "甲", 0);

    assertThat(repeated.getStatus()).isEqualTo(200);
    assertThat(json.readTree(repeated.getContentAsString()).get("revision").asInt()).isEqualTo(1);
  }

  @Test
  void simultaneousFirstSavesOfSeveralSectionsAllArrive() throws Exception {
    String task = claimed();

    List<Integer> statuses =
        atOnce(
            PLAN.stream()
                .map(
                    s ->
                        (Callable<Integer>)
                            () -> save(OFFICE, task, "plan", s, "文" + s, 0).getStatus())
                .toList());

    assertThat(statuses).containsOnly(200);
    assertThat(dossiers.versions(DocumentKey.of(caseId, "plan"))).hasSize(1);
    assertThat(dossiers.isComplete(caseId, "plan", null)).isTrue();
  }

  @Test
  void ofSimultaneousSavesOfOneSectionExactlyOneWins() throws Exception {
    String task = claimed();
    save(OFFICE, task, "plan", "place", "起", 0);

    List<Integer> statuses =
        atOnce(
            Stream.of("甲", "乙", "丙", "丁")
                .map(
                    t ->
                        (Callable<Integer>)
                            () -> save(OFFICE, task, "plan", "place", t, 1).getStatus())
                .toList());

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
  }

  @Test
  void tooLongTextsAndWrongDatesAreRefusedWithASentence() throws Exception {
    String task = claimed();

    MockHttpServletResponse refused = save(OFFICE, task, "plan", "place", "长".repeat(101), 0);

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
        .contains("“会议地点”最多100字，已超出1字，请精简后再保存。");
    assertThat(dossiers.list(caseId)).isEmpty();
  }

  // ---- who sees what

  @Test
  void everyRoleSeesOfAMembersOutlineWhatTheTableSays() throws Exception {
    outlineDone();
    String id = dossiers.find(DocumentKey.about(caseId, "outline", MEMBER)).orElseThrow().id();

    assertThat(read(MEMBER, id)).isEqualTo(200);
    assertThat(read(PRINCIPAL, id)).isEqualTo(200);
    assertThat(read(RECORDER, id)).isEqualTo(200);
    for (String user :
        List.of(
            SECOND_MEMBER,
            OFFICE,
            ARCHIVIST,
            SUPERIOR,
            DEPARTMENT,
            DISCIPLINE,
            STRANGER,
            OPERATOR)) {
      assertThat(read(user, id)).as(user).isEqualTo(403);
    }
    assertThat(contents(OFFICE)).contains("个人发言提纲").doesNotContain("/dossier/document/" + id);
    assertThat(contents(SECOND_MEMBER)).doesNotContain("个人发言提纲");
  }

  @Test
  void everyRoleSeesThePlanAsTheTableSays() throws Exception {
    outlineDone();
    String id = dossiers.find(DocumentKey.of(caseId, "plan")).orElseThrow().id();

    for (String user :
        List.of(MEMBER, PRINCIPAL, OFFICE, RECORDER, ARCHIVIST, SUPERIOR, DEPARTMENT, DISCIPLINE)) {
      assertThat(read(user, id)).as(user).isEqualTo(200);
    }
    assertThat(read(STRANGER, id)).isEqualTo(403);
    assertThat(read(OPERATOR, id)).isEqualTo(403);
  }

  @Test
  void aPersonOfAnotherBodyDoesNotEvenSeeTheTableOfContents() throws Exception {
    assertThat(web.perform(get("/dossier/case/" + caseId).with(user(STRANGER))).andReturn())
        .satisfies(
            r -> {
              assertThat(r.getResponse().getStatus()).isEqualTo(403);
              assertThat(r.getResponse().getContentAsString(StandardCharsets.UTF_8))
                  .contains("您无权查阅该卷宗")
                  .doesNotContain("试验局党组");
            });
    assertThat(logged("REFUSED")).hasSize(1);
  }

  @Test
  void draftsAreSeenOnlyByThoseWhoWriteThem() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);
    String id = dossiers.find(DocumentKey.of(caseId, "plan")).orElseThrow().id();

    assertThat(read(OFFICE, id)).isEqualTo(200);
    assertThat(read(PRINCIPAL, id)).isEqualTo(403);
    assertThat(contents(PRINCIPAL)).contains("草稿").doesNotContain("/dossier/document/" + id);
  }

  @Test
  void theTaskPageShowsNothingToOthersAndAsksCandidatesToClaim() throws Exception {
    String task = task().getId();

    assertThat(page(OFFICE, task)).contains("请先签收任务");
    assertThat(status(get("/dossier/task/" + task), STRANGER)).isEqualTo(403);
    tasks.claim(task, OFFICE);
    assertThat(page(OFFICE, task)).contains("会议地点").contains("不得填写、上传涉密材料");
    assertThat(status(get("/dossier/task/" + task), OTHER_OFFICE)).isEqualTo(403);
    assertThat(status(get("/dossier/task/unknown"), OFFICE)).isEqualTo(404);
  }

  // ---- files

  @Test
  void uploadsAreDownloadedOnlyAsHarmlessAttachmentsByThoseWhoMayRead() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);
    MockHttpServletResponse stored =
        attach(
            OFFICE,
            task,
            "plan",
            "会议\"依据\r\nX-Evil: 1.txt",
            "依据一".getBytes(StandardCharsets.UTF_8));
    assertThat(stored.getStatus()).isEqualTo(200);
    String file = json.readTree(stored.getContentAsString()).get("id").asText();
    tasks.complete(task);

    MockHttpServletResponse download =
        web.perform(get("/dossier/file/" + file).with(user(PRINCIPAL))).andReturn().getResponse();

    assertThat(download.getStatus()).isEqualTo(200);
    assertThat(download.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("依据一");
    assertThat(download.getHeader("Content-Disposition")).startsWith("attachment;");
    assertThat(download.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(download.getHeader("Content-Security-Policy")).startsWith("sandbox");
    assertThat(download.getHeader("X-Evil")).isNull();
    assertThat(status(get("/dossier/file/" + file), STRANGER)).isEqualTo(403);
    assertThat(status(get("/dossier/file/" + file), OPERATOR)).isEqualTo(403);
  }

  @Test
  void refusedUploadsLeaveNothingBehind() throws Exception {
    String task = claimed();

    MockHttpServletResponse refused =
        attach(OFFICE, task, "plan", "照片.jpg", "<html></html>".getBytes(StandardCharsets.UTF_8));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("网页（HTML）");
    assertThat(dossiers.list(caseId)).isEmpty();
  }

  @Test
  void largeUploadsComeBackByteForByteAndDraftUploadsCanBeRemoved() throws Exception {
    String task = claimed();
    byte[] large = "大文件正文\n".repeat(150_000).getBytes(StandardCharsets.UTF_8);
    String file =
        json.readTree(attach(OFFICE, task, "plan", "大.txt", large).getContentAsString())
            .get("id")
            .asText();

    assertThat(dossiers.content(file, "test")).isEqualTo(large);
    String path = "/dossier/task/" + task + "/documents/plan/files/" + file;
    assertThat(status(delete(path).with(csrf()), OFFICE)).isEqualTo(204);
    assertThat(dossiers.find(DocumentKey.of(caseId, "plan")).orElseThrow().files()).isEmpty();
  }

  @Test
  void theOfficialPaperCarriesWhatWasWritten() throws Exception {
    String task = claimed();
    String path = "/dossier/task/" + task + "/documents/plan/paper";
    assertThat(status(post(path).with(csrf()), OFFICE)).isEqualTo(422);
    fill(OFFICE, task, "plan", PLAN);

    MockHttpServletResponse made =
        web.perform(post(path).with(csrf()).with(user(OFFICE))).andReturn().getResponse();

    assertThat(made.getStatus()).isEqualTo(200);
    String file = json.readTree(made.getContentAsString()).get("id").asText();
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(dossiers.content(file, "t")))) {
      assertThat(word.getParagraphs())
          .extracting(p -> p.getText())
          .contains("试验局党组", "2026年度民主生活会方案", "会议地点内容agenda");
    }
  }

  @Test
  void aTypeWithoutTemplateIsPrintedInThePlainFormByThoseWhoMayTakeItOut() throws Exception {
    DocumentKey key = DocumentKey.of(caseId, "application");
    String id =
        dossiers
            .write(key, Map.of("exceptionReason", "防汛抢险", "postponementReason", "会期冲突"), OFFICE)
            .id();
    String word = "/dossier/document/" + id + "/word";
    assertThat(status(get(word), OFFICE)).as("a draft").isEqualTo(422);
    dossiers.finish(key, OFFICE);

    assertThat(status(get(word), ARCHIVIST)).as("reads, but takes nothing out").isEqualTo(403);
    assertThat(body(get("/dossier/document/" + id), ARCHIVIST)).doesNotContain("导出 Word");
    assertThat(body(get("/dossier/document/" + id), OFFICE)).contains("导出 Word");
    byte[] printed =
        web.perform(get(word).with(user(OFFICE))).andReturn().getResponse().getContentAsByteArray();

    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(printed))) {
      assertThat(document.getParagraphs())
          .extracting(p -> p.getText())
          .containsSubsequence("申请事项和理由", "一、申请例外的理由", "防汛抢险", "二、改期理由", "会期冲突", "试验局党组");
    }
    assertThat(logged("EXPORT")).containsExactly(OFFICE + " application");
  }

  // ---- what must never happen

  @Test
  void markupInTextsIsShownAsText() throws Exception {
    String task = claimed();
    save(OFFICE, task, "plan", "preparation", "</textarea><script>alert(1)</script>", 0);
    save(OFFICE, task, "plan", "place", "\"><img src=x onerror=alert(1)>", 0);

    assertThat(page(OFFICE, task))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert(1)")
        .doesNotContain("<img src=x");
  }

  @Test
  void contentIsInNoTableOfTheEngineAndNotInTheAccessLog() throws Exception {
    String marker = "标记词" + UUID.randomUUID();
    toOutline();
    String task = task().getId();
    for (String section : OUTLINE) {
      save(MEMBER, task, "outline", section, marker, 0);
    }
    tasks.complete(task);

    List<String> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          connection
              .getMetaData()
              .getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (names.next()) {
          tables.add(names.getString("TABLE_NAME"));
        }
      }
      assertThat(tables).anyMatch(t -> t.equalsIgnoreCase("ACT_HI_DETAIL"));
      for (String table : tables) {
        String upper = table.toUpperCase();
        if (upper.startsWith("ACT_") || upper.equals("DOSSIER_ACCESS_LOG")) {
          try (ResultSet rows =
              connection.createStatement().executeQuery("select * from " + table)) {
            while (rows.next()) {
              for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                String text =
                    value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : rows.getString(column);
                if (text != null && text.contains(marker)) {
                  found.add(table);
                }
              }
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void readingWritingAndTakingOutAreLoggedWithNameAndDocument() throws Exception {
    outlineDone();
    String id = dossiers.find(DocumentKey.about(caseId, "outline", MEMBER)).orElseThrow().id();
    read(PRINCIPAL, id);
    read(STRANGER, id);

    assertThat(logged("WRITE")).contains(MEMBER + " outline", OFFICE + " plan");
    assertThat(logged("READ")).contains(PRINCIPAL + " outline");
    assertThat(logged("REFUSED")).containsExactly(STRANGER + " outline");
  }

  @Test
  void noCodeChangesOrDeletesTheAccessLog() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
      for (Path source :
          sources.filter(p -> p.toString().matches(".*\\.(java|sql|xml)")).toList()) {
        assertThat(Files.readString(source).replaceAll("\\s+", " ").toLowerCase())
            .as(source.toString())
            .doesNotContain("update dossier_access_log")
            .doesNotContain("delete from dossier_access_log")
            .doesNotContain("truncate table dossier_access_log");
      }
    }
  }

  // ---- helpers

  private void outlineDone() throws Exception {
    toOutline();
    String task = task().getId();
    fill(MEMBER, task, "outline", OUTLINE);
    tasks.complete(task);
  }

  private void toOutline() throws Exception {
    String task = claimed();
    fill(OFFICE, task, "plan", PLAN);
    tasks.complete(task);
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceId(instance).singleResult();
  }

  private String claimed() {
    String task = task().getId();
    tasks.claim(task, OFFICE);
    return task;
  }

  private void fill(String user, String task, String type, List<String> sections) throws Exception {
    for (String section : sections) {
      assertThat(save(user, task, type, section, "会议地点内容" + section, 0).getStatus()).isEqualTo(200);
    }
  }

  private MockHttpServletResponse save(
      String user, String task, String type, String section, String text, int revision)
      throws Exception {
    return web.perform(
            put("/dossier/task/{t}/documents/{d}/sections/{s}", task, type, section)
                .with(user(user))
                .with(csrf())
                .contentType("application/json")
                .content(json.writeValueAsBytes(Map.of("text", text, "revision", revision))))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse attach(
      String user, String task, String type, String name, byte[] content) throws Exception {
    return web.perform(
            multipart("/dossier/task/{t}/documents/{d}/files", task, type)
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(user(user))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }

  private int read(String user, String documentId) throws Exception {
    return status(get("/dossier/document/" + documentId), user);
  }

  private int status(MockHttpServletRequestBuilder request, String user) throws Exception {
    return web.perform(request.with(user(user))).andReturn().getResponse().getStatus();
  }

  private String page(String user, String task) throws Exception {
    return body(get("/dossier/task/" + task), user);
  }

  private String contents(String user) throws Exception {
    return body(get("/dossier/case/" + caseId), user);
  }

  private String body(MockHttpServletRequestBuilder request, String user) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(user(user))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private List<String> logged(String action) {
    return jdbc.sql(
            "select user_id, doc_type from dossier_access_log where case_id = ? and action = ?")
        .params(caseId, action)
        .query((rs, row) -> (rs.getString(1) + " " + rs.getString(2)))
        .list();
  }

  private <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
    CyclicBarrier start = new CyclicBarrier(actions.size());
    ExecutorService threads = Executors.newFixedThreadPool(actions.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> action : actions) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private void member(String userId, String groupId) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      User user = identity.newUser(userId);
      user.setFirstName("人员" + userId);
      user.setPassword("Dossier-test-2026");
      identity.saveUser(user);
    }
    if (identity.createGroupQuery().groupId(groupId).count() == 0) {
      Group group = identity.newGroup(groupId);
      group.setName(groupId);
      identity.saveGroup(group);
    }
    if (identity.createGroupQuery().groupId(groupId).groupMember(userId).count() == 0) {
      identity.createMembership(userId, groupId);
    }
  }

  private void organisations() {
    if (jdbc.sql("select count(*) from organization_unit where code = 'DS0'")
            .query(Long.class)
            .single()
        > 0) {
      return;
    }
    unit("DS0", "试验县委", "COMMITTEE", null, "DS0");
    unit("DSO", "县委组织部", "ORGANIZATION_DEPARTMENT", "DS0", "DS0");
    unit("DSD", "县纪委", "DISCIPLINE_COMMISSION", "DS0", "DS0");
    unit("DS1", "试验局党组", "PARTY_GROUP", "DS0", "DS1");
    unit("DS2", "另一局党组", "PARTY_GROUP", "DS0", "DS2");
  }

  private void unit(String code, String name, String kind, String superior, String tenant) {
    jdbc.sql(
            """
            insert into organization_unit (code, name, kind, level, superior, tenant, path, sort_order, active)
            values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)
            """)
        .params(
            code, name, kind, superior, tenant, superior == null ? "/DS0/" : "/DS0/" + code + "/")
        .update();
  }
}
