package org.dangwu.memberreview.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.observation.GuidanceDesk;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The committee of a town deploys a year for its four branches, two of which cannot begin. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, GuidanceDesk.class})
// A database of its own: it begins the reviews of all branches.
@TestPropertySource(properties = "dangwu.probe=review-year")
class ReviewYearRunTest {

  private static final int YEAR = 2026;
  private static final String TOWN = "YL09";

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private GuidanceDesk desk;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private Dossiers dossiers;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  private String office;
  private String department;

  @BeforeEach
  void peopleOfTheTown() {
    clock.setTo(LocalDate.of(YEAR, 11, 2));
    office = holder(Role.OFFICE, TOWN);
    department = holder(Role.STAFF, "YLZZB");
  }

  @Proves({"B01", "E34"})
  @Test
  void aYearIsDeployedForAllBranchesAndEachThatDoesNotFinishIsDealtWith() throws Exception {
    String withoutSecretary = "YL0902";
    String small = "YL0903";
    keepFormalMembers(small, 2);
    secretaryOf(withoutSecretary, false);
    ProcedureCase year = begin(office, TOWN);
    deploy(year);

    Task blocked = desk.take(office, "UserTask_ResolveBlockedBranches");
    String path = "/member-review/year/task/" + blocked.getId();
    desk.show(office, path)
        .andExpect(content().string(containsString("正式党员不足3人")))
        .andExpect(content().string(containsString("没有登记党支部书记")));
    desk.send(office, path + "/exempt", Map.of("branch", small, "reason", "短"));
    desk.show(office, path).andExpect(content().string(not(containsString("不单独开展</td>"))));
    desk.send(office, path + "/exempt", Map.of("branch", small, "reason", "党员参加青石社区党支部的评议。"));
    desk.show(office, path).andExpect(content().string(containsString("不单独开展</td>")));
    assertThat(read(DocumentKey.about(year.caseId(), "reviewYearHandling", small)))
        .containsEntry("reason", "党员参加青石社区党支部的评议。");

    secretaryOf(withoutSecretary, true);
    desk.submit(office, blocked, Map.of("blockedDecision", "RETRY"));
    assertThat(desk.seen(office, "UserTask_ResolveBlockedBranches")).isEmpty();
    assertThat(cases.of(ProcedureKind.MEMBER_REVIEW, small, YEAR)).isEmpty();
    ProcedureCase branch = run("YL0904");
    assertThat(runtime.getVariables(branch.processInstanceId()))
        .containsEntry("yearCaseId", year.caseId())
        .containsEntry("combined", "YES")
        .containsEntry("massesWay", "FORUM")
        .containsEntry("leadersExcluded", "YES");
    assertThat(read(DocumentKey.of(branch.caseId(), "reviewYearNotice")).get("arrangement"))
        .contains("2026-12-20", "不列为评议对象");

    pages(year, branch);
    desk.fire(year.processInstanceId(), "Timer_Reminder");
    clock.setTo(LocalDate.of(YEAR, 12, 21));
    finish("YL0901");
    desk.fire(year.processInstanceId(), "Timer_YearDue");
    handleLateBranches(year);
    assertThat(cases.find(year.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(read(DocumentKey.of(year.caseId(), "reviewYearSummary")).get("facts"))
        .contains("所属党支部 4 个，已完成 3 个，不单独开展 1 个，已终止 0 个。")
        .contains("责令限期完成2027-01-10");
  }

  /**
   * The committee and the county's department see steps; nobody of a branch sees other branches.
   */
  private void pages(ProcedureCase year, ProcedureCase branch) throws Exception {
    String page = "/member-review/year/" + year.caseId();
    desk.show(office, page)
        .andExpect(content().string(containsString("青石社区第二党支部")))
        .andExpect(content().string(containsString("制定评议方案")))
        .andExpect(content().string(containsString(branch.businessKey())));
    desk.show(department, page)
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("评定情况"))));
    desk.show(department, "/member-review/years")
        .andExpect(content().string(containsString("青石镇")))
        .andExpect(content().string(containsString("尚未部署")));
    desk.show(department, "/home").andExpect(content().string(containsString("各基层党委")));
    desk.show(office, "/home").andExpect(content().string(containsString("各支部进展")));
    String member = people.membersOf("YL0904").get(20).id();
    for (String stranger :
        List.of(member, holder(Role.SECRETARY, "YL0904"), holder(Role.OFFICE, "YLJ01"))) {
      desk.show(stranger, page).andExpect(status().isNotFound());
      desk.show(stranger, "/member-review/years").andExpect(status().isNotFound());
    }
    assertThat(desk.seen(holder(Role.SECRETARY, "YL0904"), "UserTask_MakeReviewPlan")).hasSize(1);
    assertThat(desk.seen(holder(Role.SECRETARY, "YLJ0101"), "UserTask_MakeReviewPlan")).isEmpty();
  }

  private void handleLateBranches(ProcedureCase year) {
    assertThat(desk.seen(office, "UserTask_HandleOverdue")).hasSize(2);
    Task first = desk.take(office, "UserTask_HandleOverdue");
    assertThatThrownBy(() -> desk.submit(office, first, handling("EXEMPT", null)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("已经启动");
    assertThatThrownBy(
            () -> desk.submit(office, first, handling("ORDER", LocalDate.of(2027, 7, 1))))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("不晚于 2027-06-30");
    desk.submit(office, first, handling("ORDER", LocalDate.of(2027, 1, 10)));
    desk.submit(
        office,
        desk.take(office, "UserTask_HandleOverdue"),
        handling("CONSENT", LocalDate.of(2027, 1, 10)));
    finish("YL0902");
    finish("YL0904");
    clock.setTo(LocalDate.of(2027, 1, 11));
    desk.fire(year.processInstanceId(), "Timer_NextCheck");
  }

  @Test
  void onlyTheCommitteeOfTheBranchesDeploysAYear() {
    assertThat(start.offers(holder(Role.OFFICE, "YLJ01"), YEAR))
        .anySatisfy(
            offer -> {
              assertThat(offer.kind()).isEqualTo(ProcedureKind.MEMBER_REVIEW_YEAR);
              assertThat(offer.organization()).isEqualTo("YLJ01");
            });
    assertThat(start.offers(department, YEAR))
        .noneMatch(offer -> offer.kind() == ProcedureKind.MEMBER_REVIEW_YEAR);
    assertThatThrownBy(() -> begin(department, "YLJ01"))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("书记或者承办人可以启动");
    assertThatThrownBy(() -> begin(office, "YL0904"))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("没有所属党支部");
  }

  private void deploy(ProcedureCase year) {
    Task task = desk.take(office, "UserTask_DeployReviewYear");
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("reviewEndDate", "2027-05-01");
    inputs.put("suggestedDate", "2026-12-10");
    inputs.put("combined", "YES");
    inputs.put("massesWay", "FORUM");
    inputs.put("leadersExcluded", "YES");
    inputs.put("requirements", "严格按程序开展。");
    assertThatThrownBy(() -> desk.submit(office, task, inputs))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("不晚于 2027-03-31");
    inputs.put("reviewEndDate", "2026-12-20");
    desk.submit(office, task, inputs);
    assertThat(year.businessKey()).isEqualTo("RY-2026-YL09");
  }

  private static Map<String, Object> handling(String decision, LocalDate until) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("handling", decision);
    inputs.put("handlingReason", "支部党员外出较多。");
    if (until != null) {
      inputs.put("handledDate", until.toString());
    }
    return inputs;
  }

  /** Stands for the whole review of a branch, which other tests walk through. */
  private void finish(String branch) {
    jdbc.sql("update procedure_case set state = 'COMPLETED' where case_id = ?")
        .param(run(branch).caseId())
        .update();
  }

  private void secretaryOf(String branch, boolean inOffice) {
    jdbc.sql(
            "update organization_position set term_to = ?"
                + " where organization = ? and role = 'SECRETARY'")
        .params(inOffice ? LocalDate.of(2030, 1, 1) : LocalDate.of(YEAR, 1, 1), branch)
        .update();
  }

  private void keepFormalMembers(String branch, int kept) {
    people.membersOf(branch).stream()
        .skip(kept)
        .forEach(
            person ->
                jdbc.sql(
                        "update organization_person set member_status = 'PROBATIONARY'"
                            + " where id = ?")
                    .param(person.id())
                    .update());
  }

  private ProcedureCase run(String branch) {
    return cases.of(ProcedureKind.MEMBER_REVIEW, branch, YEAR).get(0);
  }

  private ProcedureCase begin(String person, String organization) {
    return desk.as(
        person, () -> start.start(ProcedureKind.MEMBER_REVIEW_YEAR, organization, YEAR, Map.of()));
  }

  private Map<String, String> read(DocumentKey key) {
    return dossiers.read(dossiers.find(key).orElseThrow().id(), "p0001");
  }

  private String holder(Role role, String organization) {
    return organizations.holders(role, organization).get(0);
  }
}
