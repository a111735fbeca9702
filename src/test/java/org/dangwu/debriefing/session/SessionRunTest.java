package org.dangwu.debriefing.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.debriefing.DebriefComments;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRating.State;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TaskHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The session from the attendance to the summary of its rating, on the whole application. */
@IntegrationTest
@AutoConfigureMockMvc
class SessionRunTest {

  private static final List<String> SCALE =
      List.of("GOOD", "FAIRLY_GOOD", "FAIR", "POOR", "ABSTAIN");
  private static final Map<String, Integer> POINTS =
      Map.of("GOOD", 100, "FAIRLY_GOOD", 80, "FAIR", 60, "POOR", 40);

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private Organizations organizations;
  @Autowired private TaskModels models;
  @Autowired private DocumentCatalogue catalogue;
  @Autowired private Unrestricted unrestricted;
  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private Dossiers dossiers;
  @Autowired private DebriefRatings ratings;
  @Autowired private DebriefComments comments;
  @Autowired private Clock clock;

  private EnlargedMeeting meeting;
  private TaskHand hand;

  @BeforeEach
  void county() {
    meeting = new EnlargedMeeting(jdbc, runtime, tasks, management, identity, clock);
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
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"C10", "C11", "C12", "C13", "C24", "E29", "E26"})
  @Test
  void everybodyReportsIsCommentedOnAndRatedAndTheSummaryHasTheFiguresOfTheBallots()
      throws Exception {
    meeting.secretaries(6, 1);
    meeting.plan("ONE_BY_ONE", 40, 20, 40, 7);
    meeting.begin("UserTask_RecordSessionAttendance", Map.of());

    attendTheFirstSession();
    decideOnTheAbsent();
    reportAndCommentOneByOne();
    arrangeTheRating();
    Map<String, Map<String, String>> votes = vote(meeting.entries.subList(0, 4));
    figuresAreThoseOfTheBallots(votes);
    theSummaryShowsThem();
    aSecondSessionForTheOneWhoWasAway();
    fewBallotsAreNotShown();
    commentOnThoseWhoWrote();

    assertThat(meeting.open()).containsExactly("UserTask_DraftOpinions");
    noContentInVariables();
  }

  @Proves("C11")
  @Test
  void commentsMayComeTogetherAtTheEndButStillOnEachOfThem() throws Exception {
    meeting.secretaries(2, 0);
    meeting.plan("COLLECTIVE", 60, 20, 20, 2);
    meeting.begin("UserTask_RecordSessionAttendance", Map.of("commentMode", "COLLECTIVE"));
    Task attendance = meeting.task("UserTask_RecordSessionAttendance");
    hand.fills(attendance, meeting.recorder, at("attendance"), attendance(Map.of()));
    hand.completes(attendance, meeting.recorder, Map.of());
    assertThat(meeting.fact("absentees")).isEqualTo("NO");

    Task task = meeting.task("UserTask_HoldDebriefInTurn");
    assertThat(hand.opens(task, meeting.recorder, at("session"))).contains("进入下一位：书记2");
    task = next(task, Map.of());
    assertThat(hand.opens(task, meeting.recorder, at("session"))).contains("开始点评");
    task = next(task, Map.of());
    assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_RecordCollectiveComments");

    MvcResult kept =
        send(
            meeting.recorder,
            task,
            "session",
            Map.of(
                "run",
                meeting.instance,
                "entry",
                meeting.entries.get(0),
                "button",
                "other",
                "problems-secretary",
                "抓党建不够经常"));
    assertThat(kept.getResponse().getRedirectedUrl()).contains(meeting.entries.get(1));
    assertThat(
            refusal(
                task,
                "session",
                Map.of(
                    "run",
                    meeting.instance,
                    "entry",
                    meeting.entries.get(1),
                    "button",
                    "next",
                    "direction-secretary",
                    "继续努力")))
        .contains("书记2", "至少指出一个");
    send(
        meeting.recorder,
        task,
        "session",
        Map.of(
            "run",
            meeting.instance,
            "entry",
            meeting.entries.get(1),
            "button",
            "next",
            "problems-secretary",
            "阵地建设有欠账"));
    assertThat(meeting.open()).containsExactly("UserTask_PrepareRating");
    assertThat(paper("debriefComment", meeting.debriefers.get(0)).get("problems"))
        .contains("抓党建不够经常");
    assertThat(paper("debriefComment", meeting.debriefers.get(1)).get("problems"))
        .contains("阵地建设有欠账");
  }

  private void attendTheFirstSession() throws Exception {
    Task task = meeting.task("UserTask_RecordSessionAttendance");
    assertThatThrownBy(() -> hand.completes(task, meeting.recorder, Map.of()))
        .hasStackTraceContaining("请先登记并保存到会情况");
    Map<String, Object> form = attendance(Map.of(4, "因病请假", 5, "出国访问"));
    form.put("presence-" + meeting.principal, "LEAVE");
    form.put("reason-" + meeting.principal, "开会");
    assertThat(refusal(task, "attendance", form)).contains("书记须到会逐一点评");
    form.put("presence-" + meeting.principal, "PRESENT");
    form.put("reason-" + meeting.debriefers.get(4), "");
    assertThat(refusal(task, "attendance", form)).contains("请写明书记5未到会的原因");
    form.put("reason-" + meeting.debriefers.get(4), "因病请假");
    form.put("presence-" + meeting.masses.get(6), "ABSENT");
    hand.fills(task, meeting.recorder, at("attendance"), form);
    hand.completes(task, meeting.recorder, Map.of());
    assertThat(meeting.fact("speakers")).isEqualTo(meeting.entries.subList(0, 4));
    assertThat(meeting.fact("absentees")).isEqualTo("YES");
    assertThat(paper("debriefAttendance", "").get("note"))
        .contains("现场述职人：应到 6 人，实到 4 人", "书记5（缺席，因病请假）");
  }

  private void decideOnTheAbsent() throws Exception {
    Task task = meeting.task("UserTask_DecideAbsent");
    Map<String, Object> form = new HashMap<>();
    form.put("decision-" + meeting.entries.get(4), "NEXT_SESSION");
    form.put("decision-" + meeting.entries.get(5), "WRITTEN");
    form.put("nextDate", LocalDate.now(clock));
    assertThat(refusalOf(meeting.principal, task, "absent", form)).contains("下次会议的日期");
    form.put("nextDate", LocalDate.now(clock).plusDays(3));
    assertThat(refusalOf(meeting.principal, task, "absent", form)).contains("书记6改为书面述职的理由");
    form.put("reason-" + meeting.entries.get(5), "短期内不能回国");
    hand.fills(task, meeting.principal, at("absent"), form);
    hand.completes(task, meeting.principal, Map.of());
    assertThat(meeting.fact("nextSession")).isEqualTo("YES");
    assertThat(
            jdbc.sql("select event from notification_message where case_id = ? order by event")
                .param(meeting.caseId)
                .query(String.class)
                .list())
        .containsExactly("debrief-session-called", "debrief-written-instead");
    assertThat(meeting.fact("hasWritten")).isEqualTo("YES");
    assertThat(
            jdbc.sql("select entry_mode from debrief_entry where entry_id = ?")
                .param(meeting.entries.get(5))
                .query(String.class)
                .single())
        .isEqualTo("WRITTEN");
  }

  private void reportAndCommentOneByOne() throws Exception {
    Task task = meeting.task("UserTask_HoldDebrief");
    for (int i = 0; i < 4; i++) {
      assertThat(hand.opens(task, meeting.recorder, at("session"))).contains("书记" + (i + 1));
      task = next(task, Map.of());
      assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_RecordComment");
      assertThat(refusal(task, "session", Map.of("run", meeting.instance, "button", "next")))
          .contains("还没有记录党组织书记对书记" + (i + 1));
      Map<String, Object> form = new HashMap<>();
      form.put("problems-secretary", "整治形式主义不够有力\n\n第" + (i + 1) + "个问题要具体");
      form.put("direction-secretary", "把精力放到基层");
      form.put("who-0", meeting.members.get(1));
      form.put("problems-0", "农村党员发展质量不高");
      if (i == 0) {
        form.put("who-0", meeting.staff.get(0));
        form.put("run", meeting.instance);
        form.put("button", "next");
        assertThat(refusal(task, "session", form)).contains("点评人应为本级党委");
        form.put("who-0", meeting.members.get(1));
        form.remove("run");
        form.remove("button");
      }
      task = i < 3 ? next(task, form) : last(task, form);
    }
    assertThat(comments.of(meeting.caseId, meeting.entries.get(0)))
        .satisfiesExactly(
            first -> {
              assertThat(first.bySecretary()).isTrue();
              assertThat(first.problems()).containsExactly("整治形式主义不够有力", "第1个问题要具体");
            },
            second -> assertThat(second.commentator()).isEqualTo(meeting.members.get(1)));
    assertThat(paper("debriefComment", meeting.debriefers.get(3)).get("comment"))
        .contains("常委1（党组织书记）点评", "1. 整治形式主义不够有力", "常委2结合分管工作点评");
  }

  private void arrangeTheRating() throws Exception {
    Task task = meeting.task("UserTask_PrepareRating");
    String staff = meeting.staff.get(0);
    Map<String, Object> form = rating(List.of(meeting.staff.get(0)));
    assertThat(refusalOf(staff, task, "rating", form)).contains("不少于 2 名监票人");
    assertThat(refusalOf(staff, task, "rating", rating(List.of(staff, meeting.recorder))))
        .contains("不能是述职人或者记录人");
    assertThat(refusalOf(staff, task, "rating", rating(List.of(staff, meeting.debriefers.get(6)))))
        .contains("不能是述职人或者记录人");
    assertThatThrownBy(() -> hand.completes(task, staff, Map.of()))
        .hasStackTraceContaining("请先填写并保存现场评议安排");
    assertThat(hand.opens(task, staff, at("rating"))).contains("领导班子成员", "4 人：");
    hand.fills(task, staff, at("rating"), rating(meeting.staff.subList(0, 2)));
    hand.completes(task, staff, Map.of());
    meeting.runJobs();
  }

  /** Everybody votes by a rule; nobody finds himself on his sheet. */
  private Map<String, Map<String, String>> vote(List<String> rated) {
    String round = (String) meeting.fact("ratingRound");
    List<String> objects =
        rated.stream()
            .map(entry -> meeting.debriefers.get(meeting.entries.indexOf(entry)))
            .toList();
    Map<String, Map<String, String>> votes = new LinkedHashMap<>();
    List<String> voters = ballots.voters(round);
    for (String voter : voters) {
      Map<String, String> sheet = new LinkedHashMap<>();
      for (String object : objects) {
        if (!object.equals(voter)) {
          int turn = voters.indexOf(voter) * 3 + objects.indexOf(object) * 2;
          sheet.put(object, SCALE.get(turn % 7 > 4 ? 0 : turn % 7));
        }
      }
      votes.put(voter, sheet);
      if (objects.contains(voter) && objects.size() > 1) {
        Map<String, String> himself = new HashMap<>(sheet);
        himself.put(voter, "GOOD");
        assertThatThrownBy(() -> cast(round, voter, himself)).isInstanceOf(SubmissionRefused.class);
      }
      cast(round, voter, sheet);
    }
    meeting.runJobs();
    for (String teller : ballots.tellers(round)) {
      ballots.sign(round, teller, true, "");
      Task confirm =
          meeting.of("UserTask_ConfirmCount").stream()
              .filter(task -> teller.equals(task.getAssignee()))
              .findFirst()
              .orElseThrow();
      hand.completes(confirm, teller, Map.of());
      meeting.runJobs();
    }
    return votes;
  }

  private void cast(String round, String voter, Map<String, String> sheet) {
    hand.as(voter);
    try {
      station.cast(round, voter, sheet);
    } finally {
      identity.clearAuthentication();
    }
  }

  private void figuresAreThoseOfTheBallots(Map<String, Map<String, String>> votes) {
    // three leaders and five present peers are fewer than the masses, but leaders alone too few
    Set<String> masses = Set.copyOf(meeting.masses);
    assertThat(votes.keySet())
        .hasSize(3 + 5 + 6)
        .doesNotContain(meeting.debriefers.get(4), meeting.masses.get(6));
    List<DebriefRating> told = ratings.of(meeting.caseId);
    assertThat(told).extracting(DebriefRating::name).startsWith("书记1", "书记2", "书记3", "书记4");
    for (int i = 0; i < 4; i++) {
      String object = meeting.debriefers.get(i);
      DebriefRating rating = told.get(i);
      Map<String, Integer> all = counted(votes, object, votes.keySet());
      Map<String, Integer> low =
          counted(
              votes,
              object,
              votes.keySet().stream().filter(voter -> !masses.contains(voter)).toList());
      Map<String, Integer> high = counted(votes, object, masses);
      assertThat(rating.state()).isEqualTo(State.TOLD);
      assertThat(rating.votes().orElseThrow().votes()).isEqualTo(all);
      assertThat(rating.groups())
          .extracting(GroupResult::classCodes, group -> group.distribution().votes())
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(List.of("LEADERS", "PEERS"), low),
              org.assertj.core.groups.Tuple.tuple(List.of("GRASSROOTS"), high));
      int expected =
          mean(low)
              .multiply(BigDecimal.valueOf(60))
              .add(mean(high).multiply(BigDecimal.valueOf(40)))
              .setScale(0, RoundingMode.HALF_UP)
              .intValueExact();
      assertThat(rating.index()).contains(expected);
    }
    assertThat(told.subList(4, 7)).extracting(DebriefRating::state).containsOnly(State.NOT_RATED);
  }

  private static Map<String, Integer> counted(
      Map<String, Map<String, String>> votes, String object, Collection<String> voters) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    SCALE.forEach(grade -> counted.put(grade, 0));
    for (String voter : voters) {
      String grade = votes.getOrDefault(voter, Map.of()).get(object);
      if (grade != null) {
        counted.merge(grade, 1, Integer::sum);
      }
    }
    return counted;
  }

  private static BigDecimal mean(Map<String, Integer> votes) {
    int points = 0;
    int graded = 0;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (POINTS.containsKey(vote.getKey())) {
        points += POINTS.get(vote.getKey()) * vote.getValue();
        graded += vote.getValue();
      }
    }
    return BigDecimal.valueOf(points).divide(BigDecimal.valueOf(graded), 20, RoundingMode.HALF_UP);
  }

  private void theSummaryShowsThem() throws Exception {
    String path = "/debriefing/case/" + meeting.caseId + "/rating";
    String page = hand.reads(meeting.members.get(2), path);
    assertThat(page).contains("<svg", "发出 14 票，收回 14 票", "领导班子成员、述职人", "不排名次");
    for (DebriefRating rating : ratings.of(meeting.caseId).subList(0, 4)) {
      String index = "%d.%02d".formatted(rating.index().get() / 100, rating.index().get() % 100);
      assertThat(page).contains(">" + index + "</text>", ">" + index + "</td>");
    }
    assertThat(hand.status(meeting.staff.get(1), path)).isEqualTo(200);
    assertThat(hand.status(meeting.debriefers.get(0), path)).isEqualTo(404);
    assertThat(hand.status(meeting.masses.get(0), path)).isEqualTo(404);
    DossierDocument paper =
        dossiers.find(DocumentKey.of(meeting.caseId, "ratingSummary")).orElseThrow();
    assertThat(paper.isFinal()).isTrue();
    byte[] word = dossiers.content(paper.files().get(0).id(), "test");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
      assertThat(document.getTables().get(0).getText()).contains("书记1", "领导班子成员、述职人");
      assertThat(document.getAllPictures()).hasSize(1);
    }
  }

  private void aSecondSessionForTheOneWhoWasAway() throws Exception {
    meeting.runJobs();
    Task task = meeting.task("UserTask_RecordSessionAttendance");
    assertThat(hand.opens(task, meeting.recorder, at("attendance"))).contains("第 2 次述职会议");
    Map<String, Object> form = attendance(Map.of());
    meeting.members.subList(1, 3).forEach(one -> away(form, one));
    meeting.debriefers.stream()
        .filter(one -> !one.equals(meeting.debriefers.get(4)))
        .forEach(one -> away(form, one));
    meeting.masses.subList(2, 7).forEach(one -> away(form, one));
    hand.fills(task, meeting.recorder, at("attendance"), form);
    hand.completes(task, meeting.recorder, Map.of());
    assertThat(meeting.fact("speakers")).isEqualTo(meeting.entries.subList(4, 5));
    assertThat(meeting.fact("nextSession")).isEqualTo("NO");
    Task turn = next(meeting.task("UserTask_HoldDebrief"), Map.of());
    last(turn, Map.of("problems-secretary", "组织生活不够严肃"));
    Task prepare = meeting.task("UserTask_PrepareRating");
    String staff = meeting.staff.get(0);
    hand.fills(prepare, staff, at("rating"), rating(meeting.staff.subList(0, 2)));
    hand.completes(prepare, staff, Map.of());
    meeting.runJobs();
  }

  private void fewBallotsAreNotShown() throws Exception {
    Map<String, Map<String, String>> votes = vote(meeting.entries.subList(4, 5));
    assertThat(votes).hasSize(3);
    DebriefRating rating = ratings.of(meeting.caseId, meeting.entries.get(4)).orElseThrow();
    assertThat(rating.state()).isEqualTo(State.SUPPRESSED);
    assertThat(rating.votes()).isEmpty();
    assertThat(rating.groups()).isEmpty();
    assertThat(rating.index()).isEmpty();
    assertThat(ratings.of(meeting.caseId, meeting.entries.get(0)).orElseThrow().state())
        .isEqualTo(State.TOLD);
    assertThat(hand.reads(meeting.principal, "/debriefing/case/" + meeting.caseId + "/rating"))
        .contains("书记5收到的票不足 5 票", "票数不足，不显示")
        .containsSubsequence("发出 14 票", "发出 3 票");
    assertThat(dossiers.versions(DocumentKey.of(meeting.caseId, "ratingSummary"))).hasSize(2);
  }

  private void commentOnThoseWhoWrote() throws Exception {
    Task task = meeting.task("UserTask_CommentWritten");
    assertThat(hand.opens(task, meeting.recorder, at("session"))).contains("书面述职人", "书记7");
    for (int i = 5; i < 7; i++) {
      send(
          meeting.recorder,
          task,
          "session",
          Map.of(
              "run",
              meeting.instance,
              "entry",
              meeting.entries.get(i),
              "button",
              "other",
              "problems-secretary",
              "述职报告查摆问题不深"));
    }
    send(
        meeting.recorder,
        task,
        "session",
        Map.of(
            "run",
            meeting.instance,
            "button",
            "next",
            "entry",
            meeting.entries.get(5),
            "problems-secretary",
            "述职报告查摆问题不深"));
    assertThat(paper("debriefComment", meeting.debriefers.get(6)).get("problems"))
        .contains("述职报告查摆问题不深");
  }

  private void noContentInVariables() {
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(meeting.instance)
                .list()
                .stream()
                .map(variable -> String.valueOf(variable.getValue())))
        .noneMatch(value -> value.contains("问题") || value.contains("请假") || SCALE.contains(value));
  }

  private Map<String, Object> attendance(Map<Integer, String> absent) {
    Map<String, Object> form = new HashMap<>();
    form.put("heldOn", LocalDate.now(clock));
    form.put("startedAt", "09:00");
    List<String> all = new ArrayList<>(meeting.members);
    all.addAll(meeting.debriefers);
    all.addAll(meeting.masses);
    all.forEach(one -> form.put("presence-" + one, "PRESENT"));
    absent.forEach(
        (number, reason) -> {
          form.put("presence-" + meeting.debriefers.get(number), "ABSENT");
          form.put("reason-" + meeting.debriefers.get(number), reason);
        });
    return form;
  }

  private static void away(Map<String, Object> form, String person) {
    form.put("presence-" + person, "ABSENT");
    form.put("reason-" + person, "本次不参加");
  }

  private Map<String, Object> rating(List<String> tellers) {
    return Map.of(
        "dueOn", LocalDate.now(clock),
        "teller", tellers,
        "sheets-LEADERS", 0,
        "sheets-PEERS", 0,
        "sheets-GRASSROOTS", 0);
  }

  /** Ends the step by its button and answers with the one that is on the screen then. */
  private Task next(Task task, Map<String, Object> more) throws Exception {
    String to = end(task, more).getResponse().getRedirectedUrl();
    assertThat(to).as("next page").isNotNull();
    return tasks.createTaskQuery().taskId(to.split("/")[3]).singleResult();
  }

  private Task last(Task task, Map<String, Object> more) throws Exception {
    assertThat(end(task, more).getModelAndView().getViewName())
        .isEqualTo("debriefing/session-done");
    return null;
  }

  private MvcResult end(Task task, Map<String, Object> more) throws Exception {
    hand.claim(task, meeting.recorder);
    Map<String, Object> form = new HashMap<>(more);
    form.put("run", meeting.instance);
    form.put("button", "next");
    MvcResult answer = send(meeting.recorder, task, "session", form);
    meeting.runJobs();
    return answer;
  }

  private String refusal(Task task, String page, Map<String, Object> form) throws Exception {
    return refusalOf(meeting.recorder, task, page, form);
  }

  private String refusalOf(String person, Task task, String page, Map<String, Object> form)
      throws Exception {
    hand.claim(task, person);
    return String.valueOf(
        send(person, task, page, form).getModelAndView().getModel().get("refused"));
  }

  private MvcResult send(String person, Task task, String page, Map<String, Object> form)
      throws Exception {
    hand.as(person);
    try {
      MockHttpServletRequestBuilder request =
          post(at(page).replace("{}", task.getId())).with(csrf()).with(user(person));
      form.forEach(
          (name, value) -> {
            if (value instanceof List<?> several) {
              several.forEach(one -> request.param(name, one.toString()));
            } else {
              request.param(name, value.toString());
            }
          });
      return web.perform(request).andReturn();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static String at(String page) {
    return "/debriefing/task/{}/" + page;
  }

  private Map<String, String> paper(String type, String subject) {
    DossierDocument found =
        dossiers.find(new DocumentKey(meeting.caseId, type, subject)).orElseThrow();
    assertThat(found.isFinal()).isTrue();
    return dossiers.read(found.id(), "test");
  }
}
