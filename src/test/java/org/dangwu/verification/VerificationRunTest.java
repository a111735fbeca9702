package org.dangwu.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.RunRegister;
import org.dangwu.worksheet.SheetHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** People of the demo county verify what is said about a member of a branch. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import(AdjustableClock.Configuration.class)
@TestPropertySource(properties = "dangwu.probe=disposal")
class VerificationRunTest {

  private static final String BRANCH = "YL0904";
  private static final String BASE = "YL09";
  private static final String MARKER = "独有核实词庚辛壬";
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);

  @Autowired private ApplicationContext application;
  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private Unrestricted unrestricted;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private Verifications verifications;
  @Autowired private Dossiers dossiers;
  @Autowired private AdjustableClock clock;

  private String caseId;
  private String id;
  private String person;
  private String lead;
  private String second;
  private String stranger;
  private String secretary;
  private String committee;
  private String office;
  private String reviewer;
  private SheetHand hand;

  @BeforeEach
  void aMatterIsNamed() {
    clock.setTo(TODAY);
    caseId = UUID.randomUUID().toString();
    secretary = organizations.holders(Role.SECRETARY, BRANCH).get(0);
    committee = organizations.holders(Role.COMMITTEE, BRANCH).get(0);
    office = organizations.holders(Role.OFFICE, BASE).get(0);
    reviewer = organizations.holders(Role.PRINCIPAL, BASE).get(0);
    List<String> plain =
        people.membersOf(BRANCH).stream()
            .filter(member -> member.membership().isFormal())
            .map(Person::id)
            .filter(one -> organizations.positionsOf(one).isEmpty())
            .toList();
    person = plain.get(0);
    lead = plain.get(1);
    second = plain.get(2);
    stranger = plain.get(3);
    RunRegister.add(jdbc, clock, caseId, BRANCH, organizations.get(BRANCH).name(), office);
    id =
        verifications.open(
            caseId, BRANCH, 2026, person, "反映其" + MARKER, List.of("NO_DUES", "NO_LIFE"));
    String instance =
        unrestricted.call(
            () ->
                runtime
                    .startProcessInstanceByKey(
                        VerificationProcess.KEY,
                        caseId,
                        Map.of(
                            "caseId",
                            caseId,
                            "procedure",
                            "member-review",
                            "organization",
                            BRANCH,
                            "organizationName",
                            organizations.get(BRANCH).name(),
                            "year",
                            2026,
                            "verificationId",
                            id))
                    .getId());
    hand = new SheetHand(application, web, instance);
    hand.runJobs();
  }

  @Proves({"B15", "B26", "E13"})
  @Test
  void aMatterIsInvestigatedByTwoThePersonIsHeardAndTheBranchLearnsTheConclusion()
      throws Exception {
    appoint();
    investigate();
    hand.does(person, Tasks.REPLY, Map.of("stance", "ACCEPTS_PARTLY", "reply", "申辩" + MARKER));
    hand.does(lead, Tasks.CONCLUDE, Map.of("conclusion", "PARTLY", "reason", "理由" + MARKER));
    assertThat(verifications.find(id).orElseThrow().isClosed())
        .as("nothing is concluded before the grass-roots committee agrees")
        .isFalse();
    hand.does(reviewer, Tasks.REVIEW, Map.of("decision", "AGREE", "opinion", "同意"));
    Verification closed = verifications.find(id).orElseThrow();
    assertThat(closed.isClosed()).isTrue();
    assertThat(closed.conclusion()).isEqualTo(Conclusion.PARTLY);
    DocumentKey record = DocumentKey.about(caseId, "verificationRecord", person);
    assertThat(dossiers.isFinal(record)).isTrue();
    assertThat(dossiers.read(dossiers.find(record).orElseThrow().id(), "test"))
        .containsKeys("matter", "investigators", "findings", "evidence", "reply", "conclusion")
        .hasEntrySatisfying("reply", text -> assertThat(text).contains("申辩" + MARKER));
    RunRegister.assertNowhereInTheEngine(jdbc, MARKER);
  }

  @Proves("B15")
  @Test
  void twoFormalMembersInvestigateNeitherThePersonNorHisAccuser() throws Exception {
    Task appoint = hand.take(office, Tasks.APPOINT);
    hand.save(office, appoint, Map.of("lead", lead, "others", lead, "guidance", "x"))
        .andExpect(content().string(containsString("不得少于两名")));
    hand.save(office, appoint, Map.of("lead", person, "others", second, "guidance", "x"))
        .andExpect(content().string(containsString("请选择“牵头核实人员”")));
    hand.save(
            office,
            appoint,
            Map.of("lead", lead, "others", second, "accuser", second, "guidance", "x"))
        .andExpect(content().string(containsString("反映人不得参加核实")));
    assertThatThrownBy(() -> hand.complete(office, appoint))
        .as("nothing that was refused counts as saved")
        .isInstanceOf(SubmissionRefused.class);
  }

  @Proves("B15")
  @Test
  void silenceIsRecordedOnlyWhenThePersonsTimeIsOver() throws Exception {
    appoint();
    investigate();
    Map<String, String> refused =
        Map.of("way", "REFUSED_REPLY", "on", TODAY.toString(), "record", "两次通知均不答复");
    Task record = hand.take(lead, Tasks.RECORD_REPLY);
    hand.save(lead, record, refused).andExpect(content().string(containsString("2026-12-27 为止")));
    clock.setTo(TODAY.plusDays(8));
    hand.does(lead, Tasks.RECORD_REPLY, refused);
    assertThat(hand.openElements()).containsExactly(Tasks.CONCLUDE);
  }

  @Test
  void onlyThoseConcernedSeeAVerificationAndThePersonOnlyOnceHeIsAsked() throws Exception {
    String page = "/matters/verification/" + id;
    for (String outsider : List.of(person, lead, stranger, "admin")) {
      hand.page(outsider, get(page)).andExpect(status().isNotFound());
      hand.page(outsider, get("/matters")).andExpect(content().string(not(containsString(id))));
    }
    appoint();
    investigate();
    for (String reader : List.of(person, lead, second, secretary, committee, office, reviewer)) {
      hand.page(reader, get(page)).andExpect(content().string(containsString(MARKER)));
    }
    Task conclude = hand.open(Tasks.REPLY).get(0);
    for (String outsider : List.of(stranger, "admin")) {
      hand.page(outsider, get(page)).andExpect(status().isNotFound());
      hand.page(outsider, get("/worksheet/task/" + conclude.getId()))
          .andExpect(status().isNotFound());
    }
    hand.page(person, get(page)).andExpect(content().string(not(containsString("反映人"))));
  }

  private void appoint() throws Exception {
    hand.does(
        office,
        Tasks.APPOINT,
        Map.of("lead", lead, "others", second, "accuser", stranger, "guidance", "如实核实"));
  }

  private void investigate() throws Exception {
    hand.does(
        lead,
        Tasks.FINDINGS,
        Map.of("findings", "情况" + MARKER, "evidence", "党费收缴记录", "confirmed", "NO_DUES"));
    hand.does(second, Tasks.COUNTERSIGN, Map.of("opinion", "AGREE"));
  }
}
