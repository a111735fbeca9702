package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.archive.Archive;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.notification.Inbox;
import org.dangwu.notification.InboxMessage;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the archive refuses is put right by the archivist, on the whole application. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
// A database of its own: other tests begin the meetings of the same bodies.
@TestPropertySource(properties = "dangwu.probe=repair")
class ArchiveRepairTest {

  private static final String REPAIR = "UserTask_CompleteArchive";
  private static final String LEDGER = "议题清单.txt";

  @Autowired private MockMvc web;
  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private Rehearsal rehearsal;
  @Autowired private Organizations organizations;
  @Autowired private Dossiers dossiers;
  @Autowired private DocumentCatalogue catalogue;
  @Autowired private Archive archive;
  @Autowired private Inbox inbox;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private IdentityService identity;
  @Autowired private Unrestricted unrestricted;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves("E31")
  @Test
  void theArchivistSuppliesWhatIsMissingReplacesWhatFailedAndGivesTheReason() throws Exception {
    ProcedureCase run = withoutStudy("YL08");
    DocumentKey plan = DocumentKey.of(run.caseId(), "plan");
    rehearsal.play(run, script(), Set.of(REPAIR));

    Task repair = claimed(run, archivist("YL08"));
    assertThat(page(repair)).contains("归档材料不全，缺少：学习情况").contains("归档材料补正说明");
    assertThat(save(repair, "report", "measures").getStatus()).as("report is there").isEqualTo(403);
    refusedWith(repair, "《归档材料补正说明》");
    fill(repair, "archiveNote");
    refusedWith(repair, "《学习情况》");
    fill(repair, "study");
    mistakeAttachment(plan);
    complete(repair);
    rehearsal.play(run, script(), Set.of(REPAIR));

    Task again = claimed(run, archivist("YL08"));
    assertThat(again.getId()).isNotEqualTo(repair.getId());
    assertThat(page(again)).contains("《民主生活会方案》").contains("附件内容与声明格式不符");
    assertThat(save(again, "study", "content").getStatus()).as("study is there").isEqualTo(403);
    replaceAttachment(again, plan);
    complete(again);
    rehearsal.play(run, script(), Set.of(REPAIR));

    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(archive.find(run.caseId())).isPresent();
    assertThat(dossiers.versions(plan)).hasSize(2).allMatch(DossierDocument::isFinal);
    assertThat(report(run)).contains("第1稿的第1个附件内容与声明格式不符，已由后稿替代");
    Stream.of(Role.OFFICE, Role.PRINCIPAL, Role.ARCHIVIST)
        .forEach(
            role ->
                assertThat(inbox.latest(organizations.holders(role, "YL08").get(0), 5))
                    .as("told that the file is archived: %s", role)
                    .extracting(InboxMessage::subject)
                    .anyMatch(subject -> subject.contains("归档")));
  }

  @Proves("E31")
  @Test
  void whenTheOfficeHasSuppliedItTheArchivistOnlyGivesTheReason() throws Exception {
    ProcedureCase run = withoutStudy("YL09");
    rehearsal.play(run, script(), Set.of(REPAIR));
    DocumentKey study = DocumentKey.of(run.caseId(), "study");
    String office = organizations.holders(Role.OFFICE, "YL09").get(0);
    Task repair = claimed(run, archivist("YL09"));
    fill(repair, "archiveNote");
    dossiers.write(study, texts("study"), office);
    dossiers.finish(study, office);

    complete(repair);
    rehearsal.play(run, script(), Set.of(REPAIR));

    assertThat(archive.find(run.caseId())).isPresent();
    assertThat(dossiers.versions(study))
        .singleElement()
        .extracting(DossierDocument::author)
        .isEqualTo(office);
  }

  /** A run that the process owner has taken past the study, as Cockpit lets him. */
  private ProcedureCase withoutStudy(String body) {
    clock.setTo(LocalDate.of(2026, 11, 2));
    rehearsal.as(organizations.holders(Role.RECORDER, body).get(0));
    ProcedureCase run =
        start.start(
            ProcedureKind.LIFE_MEETING,
            body,
            2026,
            Map.of("meetingDate", Deadlines.startOf(LocalDate.of(2026, 12, 1))));
    identity.clearAuthentication();
    rehearsal.play(run, script(), Set.of("UserTask_MakePlan"));
    dossiers.attach(
        DocumentKey.of(run.caseId(), "plan"),
        LEDGER,
        "议题".getBytes(StandardCharsets.UTF_8),
        organizations.holders(Role.OFFICE, body).get(0));
    // The talks stay open, so that the preparation goes on after the step out of the study.
    rehearsal.play(run, script(), Set.of("UserTask_Study", "UserTask_Talk"));
    runtime
        .createProcessInstanceModification(run.processInstanceId())
        .startAfterActivity("UserTask_Study")
        .cancelAllForActivity("UserTask_Study")
        .execute();
    return run;
  }

  private void mistakeAttachment(DocumentKey plan) {
    String document = dossiers.find(plan).orElseThrow().id();
    jdbc.sql("update dossier_file set media_type = ? where document_id = ?")
        .params("application/pdf", document)
        .update();
  }

  private void replaceAttachment(Task task, DocumentKey plan) throws Exception {
    String mistaken = dossiers.find(plan).orElseThrow().files().get(0).id();
    assertThat(as(task, delete(path(task) + "/documents/plan/files/" + mistaken)).getStatus())
        .isEqualTo(204);
    MockMultipartFile file =
        new MockMultipartFile("file", LEDGER, "text/plain", "议题".getBytes(StandardCharsets.UTF_8));
    assertThat(
            web.perform(
                    multipart(path(task) + "/documents/plan/files")
                        .file(file)
                        .with(user(task.getAssignee()))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(200);
  }

  private String report(ProcedureCase run) {
    return jdbc.sql("select report from archive_package where case_id = ?")
        .param(run.caseId())
        .query(String.class)
        .single();
  }

  private void fill(Task task, String type) throws Exception {
    for (DocumentSection section : catalogue.sections(type)) {
      assertThat(save(task, type, section.key()).getStatus()).as(section.key()).isEqualTo(200);
    }
  }

  private MockHttpServletResponse save(Task task, String type, String section) throws Exception {
    return as(
        task,
        put(path(task) + "/documents/" + type + "/sections/" + section)
            .contentType("application/json")
            .content("{\"text\":\"%s\",\"revision\":0}".formatted(texts(type).get(section))));
  }

  private Map<String, String> texts(String type) {
    return catalogue.sections(type).stream()
        .collect(
            Collectors.toMap(
                DocumentSection::key,
                section ->
                    switch (section.kind()) {
                      case TEXT, LINE -> "补正内容";
                      case DATE -> "2026-11-10";
                      case NUMBER -> "1";
                    }));
  }

  private String page(Task task) throws Exception {
    return as(task, get(path(task))).getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse as(Task task, MockHttpServletRequestBuilder request)
      throws Exception {
    return web.perform(request.with(user(task.getAssignee())).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String path(Task task) {
    return "/dossier/task/" + task.getId();
  }

  private String archivist(String body) {
    return organizations.holders(Role.ARCHIVIST, body).get(0);
  }

  private Task claimed(ProcedureCase run, String person) {
    Task open = open(run);
    assertThat(open.getTaskDefinitionKey()).isEqualTo(REPAIR);
    rehearsal.as(person);
    tasks.claim(open.getId(), person);
    identity.clearAuthentication();
    return open(run);
  }

  private Task open(ProcedureCase run) {
    return unrestricted.call(
        () -> tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).singleResult());
  }

  private void refusedWith(Task task, String title) {
    assertThatThrownBy(() -> complete(task))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(title);
  }

  private void complete(Task task) {
    rehearsal.as(task.getAssignee());
    try {
      tasks.complete(task.getId());
    } finally {
      identity.clearAuthentication();
    }
  }

  private static Rehearsal.Script script() {
    return new Rehearsal.Script(
        Map.of(
            "UserTask_DecideTheme",
            Map.of("themeSource", "SUPERIOR", "theme", "树立和践行正确政绩观"),
            "UserTask_MakePlan",
            Map.of("meetingDate", Deadlines.startOf(LocalDate.of(2026, 12, 1))),
            "UserTask_Review",
            Map.of("approvalResult", "APPROVED"),
            "UserTask_ReceiveBySuperior",
            Map.of("receiptNumber", "收〔2026〕1号"),
            "UserTask_ReceiveByDiscipline",
            Map.of("receiptNumber", "收〔2026〕2号"),
            "UserTask_ReceiveByOrganization",
            Map.of("receiptNumber", "收〔2026〕3号")),
        Set.of(),
        type -> "内容");
  }
}
