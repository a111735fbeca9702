package org.dangwu.debriefing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefingProcess.Messages;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.EntryState;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.organization.UnitType;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Parameters;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TaskHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** From the start to the agreed plan, and changes afterwards, on the demo county. */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class DebriefPlanningTest {

  private static final int YEAR = 2027;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @Autowired private MockMvc web;
  @Autowired private ProcedureStart start;
  @Autowired private Parameters parameters;
  @Autowired private Organizations organizations;
  @Autowired private CaseActions actions;
  @Autowired private DebriefEntries entries;
  @Autowired private DebriefPlans plans;
  @Autowired private Dossiers dossiers;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private org.camunda.bpm.engine.FormService forms;
  @Autowired private org.camunda.bpm.engine.IdentityService identity;
  @Autowired private TaskModels models;
  @Autowired private DocumentCatalogue catalogue;
  @Autowired private Unrestricted unrestricted;
  @Autowired private AdjustableClock clock;
  @Autowired private JdbcClient jdbc;

  private TaskHand hand;
  private ProcedureCase run;
  private String organizer;

  @BeforeEach
  void beginningOfNovember() {
    clock.setTo(TODAY);
    hand =
        new TaskHand(
            tasks,
            forms,
            identity,
            organizations,
            models,
            dossiers,
            catalogue,
            unrestricted,
            web,
            clock);
    parameters.set(
        "debrief.maxGoodPercent",
        "YL",
        YEAR,
        30,
        organizations.holders(Role.STAFF, "YLZZB").get(0));
  }

  @AfterEach
  void takeTheRunBack() {
    identity.clearAuthentication();
    if (run != null) {
      unrestricted.run(
          () -> runtime.deleteProcessInstance(run.processInstanceId(), "end of the test"));
      jdbc.sql("update procedure_case set counting_key = case_id where case_id = ?")
          .param(run.caseId())
          .update();
    }
  }

  @Proves({"C02", "C03"})
  @Test
  void thirtyFourSecretariesAreHeardTownsOnSiteAndTheOthersAsTheTablesSay() throws Exception {
    begin("YL", organizations.holders(Role.STAFF, "YLZZB").get(0));
    List<DebriefEntry> scope = entries.active(run.caseId());
    assertThat(scope).hasSize(34);
    assertThat(scope)
        .filteredOn(entry -> entry.unitType() == UnitType.TOWN)
        .hasSize(12)
        .allMatch(DebriefEntry::onSite)
        .allMatch(DebriefEntry::modeRequired);
    assertThat(scope)
        .filteredOn(entry -> entry.unitType() == UnitType.AGENCY)
        .hasSize(16)
        .noneMatch(DebriefEntry::onSite);
    assertThat(scope)
        .filteredOn(
            entry -> List.of(UnitType.HOSPITAL, UnitType.UNIVERSITY).contains(entry.unitType()))
        .hasSize(2)
        .noneMatch(DebriefEntry::modeRequired);
    assertThat(hand.opens(task(Tasks.MAKE_PLAN), organizer, "/debriefing/task/{}/plan"))
        .contains("共 <strong>34</strong> 人", "其中现场述职 <strong>18</strong> 人");
  }

  @Proves({"C03", "C04", "C05", "C09", "C12", "C15"})
  @Test
  void aPlanIsSentOnlyWhenNothingIsMissingAndBecomesPaperAndFacts() throws Exception {
    begin("YLGW", organizations.holders(Role.OFFICE, "YLGW").get(0));
    Task task = task(Tasks.MAKE_PLAN);
    hand.fills(task, organizer, "/debriefing/task/{}/plan", Map.of("place", "工委会议室"));
    assertThatThrownBy(() -> hand.completes(task, organizer, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("方案还不完整")
        .hasMessageContaining("重点内容")
        .hasMessageContaining("评议内容")
        .hasMessageContaining("最高比例")
        .hasMessageContaining("实地考核");
    assertThatThrownBy(
            () ->
                hand.fills(
                    task,
                    organizer,
                    "/debriefing/task/{}/plan",
                    Map.of("class-names-DELEGATES", "查无此人")))
        .hasMessageContaining("名册中没有“查无此人”");
    agreePlan();
    DebriefPlan plan = plans.of(run.caseId()).orElseThrow();
    assertThat(plan.agreed()).isTrue();
    assertThat(plan.classes()).extracting(c -> c.code()).containsExactly("LEADERS", "GRASSROOTS");
    assertThat(plan.personsOf("LEADERS")).hasSize(2);
    assertThat(plan.teams()).hasSize(1);
    assertThat(plan.teams().get(0).entryIds()).hasSize(8);
    assertThat(paper("scope")).contains("书面述职").contains("现场述职");
    assertThat(paper("participants")).contains("领导班子成员：权重60%，2人").contains("其中使用纸质票5人");
    assertThat(paper("criteria")).contains("基层党建工作考核并入本项");
    assertThat(paper("ratio")).contains("评为“好”的不超过30%");
    assertThat(facts())
        .containsEntry("hasSession", "YES")
        .containsEntry("hasWritten", "YES")
        .containsEntry("commentMode", "COLLECTIVE")
        .containsEntry("hasSuperior", "YES");
    assertThat((List<?>) facts().get("entries")).hasSize(8);
    assertThat((List<?>) facts().get("fieldChecks"))
        .isEqualTo(List.of(plan.teams().get(0).fieldCheckId()));
  }

  @Proves("E26")
  @Test
  void anotherMannerNeedsAReasonAndTheSecretarysConsent() throws Exception {
    begin("YLGW", organizations.holders(Role.OFFICE, "YLGW").get(0));
    agreePlan();
    DebriefEntry entry =
        entries.active(run.caseId()).stream()
            .filter(DebriefEntry::onSite)
            .findFirst()
            .orElseThrow();
    decideMode(entry, "REFUSE");
    assertThat(entries.find(entry.entryId()).orElseThrow().onSite()).isTrue();
    decideMode(entry, "AGREE");
    DebriefEntry changed = entries.find(entry.entryId()).orElseThrow();
    assertThat(changed.mode()).isEqualTo(DebriefMode.WRITTEN);
    assertThat(facts()).containsEntry("hasSession", "NO");
    assertThat(dossiers.isFinal(DocumentKey.about(run.caseId(), "modeChange", entry.personId())))
        .isTrue();
  }

  @Proves("E25")
  @Test
  void whoLeftAndWhoCameHaveAnEntryEachAndItIsSaidWhoseGradeItIs() throws Exception {
    begin("YLGW", organizations.holders(Role.OFFICE, "YLGW").get(0));
    agreePlan();
    DebriefEntry left = entries.active(run.caseId()).get(0);
    String successor = organizations.holders(Role.OFFICE, left.organization()).get(0);
    Task none = action(Messages.SECRETARY_REPLACED, Tasks.RECORD_REPLACEMENT);
    assertThatThrownBy(() -> replace(none, left, successor))
        .hasMessageContaining("没有登记为“" + left.organizationName() + "”的书记");
    String position = "test-" + run.caseId();
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, 'SECRETARY', '新任书记', 1, ?,"
                + " false)")
        .params(position, successor, left.organization(), java.sql.Date.valueOf(TODAY))
        .update();
    try {
      replace(none, left, successor);
      hand.completes(none, organizer, Map.of("requestState", "SUBMITTED"));
    } finally {
      jdbc.sql("delete from organization_position where id = ?").param(position).update();
    }
    DebriefEntry old = entries.find(left.entryId()).orElseThrow();
    DebriefEntry added = entries.ofPerson(run.caseId(), successor).orElseThrow();
    assertThat(old.state()).isEqualTo(EntryState.REPLACED);
    assertThat(old.graded()).isFalse();
    assertThat(added.state()).isEqualTo(EntryState.ADDED);
    assertThat(added.graded()).isTrue();
    assertThat(entries.active(run.caseId())).hasSize(8).contains(added).doesNotContain(old);
    assertThat(plans.of(run.caseId()).orElseThrow().teams().get(0).entryIds())
        .contains(added.entryId());
    assertThat((List<?>) facts().get("entries")).hasSize(9);
    assertThat(
            dossiers.isFinal(DocumentKey.about(run.caseId(), "replacementRecord", left.personId())))
        .isTrue();
  }

  @Proves("C02")
  @Test
  void aSecretarySeesHimselfAloneAndTheOthersNothing() throws Exception {
    begin("YLGW", organizations.holders(Role.OFFICE, "YLGW").get(0));
    List<DebriefEntry> all = entries.active(run.caseId());
    String overview = "/debriefing/case/" + run.caseId() + "/overview";
    assertThat(hand.reads(organizer, overview))
        .contains(all.get(0).organizationName(), all.get(1).organizationName());
    assertThat(hand.reads(all.get(0).personId(), overview))
        .contains(all.get(0).organizationName())
        .doesNotContain(all.get(1).organizationName(), "现场评议汇总");
    String outsider = organizations.holders(Role.RECORDER, "YL05").get(0);
    assertThat(hand.status(outsider, overview)).isEqualTo(404);
    assertThat(hand.status(all.get(0).personId(), "/home/case/" + run.caseId()))
        .as("the steps of everybody")
        .isEqualTo(404);
  }

  @Proves({"C12", "C17", "C24"})
  @Test
  void nobodyReachesWhatIsAboutOthers() throws Exception {
    begin("YLGW", organizations.holders(Role.OFFICE, "YLGW").get(0));
    agreePlan();
    String subject = entries.active(run.caseId()).get(0).personId();
    String peer = entries.active(run.caseId()).get(1).personId();
    String participant = participant();
    String stranger = organizations.holders(Role.RECORDER, "YL06").get(0);
    String page = "/debriefing/case/" + run.caseId();
    String api = "/api/debriefing/results/" + run.caseId();
    for (String person : List.of(subject, peer, participant, stranger)) {
      closed(person, page + "/rating");
      closed(person, page + "/comment-notes");
      closed(person, api);
      closed(person, "/home/case/" + run.caseId());
    }
    for (String person : List.of(participant, stranger)) {
      closed(person, page + "/overview");
    }
    closed(stranger, "/dossier/case/" + run.caseId());
    assertThat(hand.status(organizer, page + "/overview")).isEqualTo(200);
    assertThat(hand.status(organizer, page + "/comment-notes")).isEqualTo(200);
    for (String type :
        List.of(
            "debriefReport", "fieldCheck", "debriefComment", "evaluationOpinion", "resultNote")) {
      String document = "/dossier/document/" + paperAbout(subject, type);
      assertThat(hand.status(organizer, document)).as(type).isEqualTo(200);
      for (String person : List.of(peer, participant, stranger)) {
        closed(person, document);
      }
      boolean own = !List.of("fieldCheck", "evaluationOpinion").contains(type);
      if (own) {
        assertThat(hand.status(subject, document)).as(type).isEqualTo(200);
      } else {
        closed(subject, document);
      }
    }
    for (String person : List.of(peer, participant, stranger)) {
      assertThat(hand.reads(person, page + "/result")).doesNotContain("本人的内容");
    }
  }

  private void closed(String person, String path) throws Exception {
    assertThat(hand.status(person, path)).as(person + " at " + path).isIn(403, 404);
  }

  /** A final paper about a secretary with a word in its first section. */
  private String paperAbout(String person, String type) {
    DocumentKey key = DocumentKey.about(run.caseId(), type, person);
    dossiers.file(key, Map.of(catalogue.sections(type).get(0).key(), "本人的内容"), organizer);
    return dossiers.find(key).orElseThrow().id();
  }

  /** Votes with an account and belongs to none of the bodies concerned. */
  private String participant() {
    return organizations.holders(Role.RECORDER, "YL05").get(0);
  }

  private void begin(String committee, String person) {
    organizer = person;
    hand.as(person);
    run = start.start(ProcedureKind.DEBRIEFING, committee, YEAR, Map.of());
    identity.clearAuthentication();
  }

  private void agreePlan() throws Exception {
    Task task = task(Tasks.MAKE_PLAN);
    hand.fills(task, organizer, "/debriefing/task/{}/plan", typed());
    hand.completes(task, organizer, Map.of());
    Task approve = task(Tasks.APPROVE_PLAN);
    hand.completes(approve, hand.performer(approve), Map.of("planDecision", "APPROVE"));
  }

  private Map<String, String> typed() {
    LocalDate session = TODAY.plusDays(30);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("reportDue", session.minusDays(12).toString());
    typed.put("fieldDue", session.minusDays(5).toString());
    typed.put("sessionOn", session.toString());
    typed.put("studyOn", session.plusDays(10).toString());
    typed.put("reportUpDue", session.plusDays(40).toString());
    typed.put("place", "工委会议室");
    typed.put("commentMode", "COLLECTIVE");
    typed.put("keys", "抓党建促业务\n解决党建和业务两张皮");
    typed.put("criterion-DUTY", "on");
    typed.put("criterion-PROBLEMS", "on");
    List<String> body =
        new ArrayList<>(organizations.leadingBody("YLGW").stream().map(m -> m.name()).toList());
    typed.put("class-weight-LEADERS", "60");
    typed.put("class-names-LEADERS", body.get(0) + "、" + body.get(1));
    typed.put("class-weight-GRASSROOTS", "40");
    typed.put("class-names-GRASSROOTS", participant());
    typed.put("class-sheets-GRASSROOTS", "5");
    typed.put("maxGood", "30");
    typed.put("team-leader-1", body.get(1));
    boolean first = true;
    for (DebriefEntry entry : entries.active(run.caseId())) {
      typed.put("mode-" + entry.entryId(), first ? "ONSITE" : "WRITTEN");
      typed.put("team-" + entry.entryId(), "1");
      first = false;
    }
    return typed;
  }

  private void decideMode(DebriefEntry entry, String decision) throws Exception {
    Task task = action(Messages.MODE_CHANGE, Tasks.REQUEST_MODE_CHANGE);
    hand.fills(
        task,
        organizer,
        "/debriefing/task/{}/mode",
        Map.of("entry", entry.entryId(), "mode", "WRITTEN", "reason", "因公出国"));
    hand.completes(task, organizer, Map.of("requestState", "SUBMITTED"));
    Task decide = task(Tasks.DECIDE_MODE_CHANGE);
    hand.completes(
        decide, hand.performer(decide), Map.of("modeDecision", decision, "modeOpinion", "按规定办理。"));
  }

  private void replace(Task task, DebriefEntry left, String successor) throws Exception {
    hand.fills(
        task,
        organizer,
        "/debriefing/task/{}/replacement",
        Map.of(
            "entry",
            left.entryId(),
            "successor",
            successor,
            "successorMode",
            "WRITTEN",
            "effectiveOn",
            TODAY.toString(),
            "gradedParty",
            "SUCCESSOR",
            "reason",
            "原任任职不满三个月"));
  }

  private Task action(String message, String element) {
    hand.as(organizer);
    actions.perform(run.caseId(), message, organizer);
    identity.clearAuthentication();
    return task(element);
  }

  private Task task(String element) {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceId(run.processInstanceId())
                .taskDefinitionKey(element)
                .singleResult());
  }

  private Map<String, Object> facts() {
    return unrestricted.call(() -> runtime.getVariables(run.processInstanceId()));
  }

  private String paper(String section) {
    return dossiers
        .read(dossiers.find(DocumentKey.of(run.caseId(), "debriefPlan")).orElseThrow().id(), "test")
        .getOrDefault(section, "");
  }
}
