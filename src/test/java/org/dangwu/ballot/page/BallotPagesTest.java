package org.dangwu.ballot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.Turnout;
import org.dangwu.ballot.round.BallotSheet.Standing;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.ballot.round.Polls;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What voters and tellers may do on the pages and through the module's API, and what not. */
@IntegrationTest
@AutoConfigureMockMvc
class BallotPagesTest {

  @Autowired private MockMvc web;
  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private IdentityService identity;

  private Polls polls;

  @BeforeEach
  void branch() {
    polls = new Polls(jdbc, clock);
  }

  @Proves({"B10", "B12", "C24"})
  @Test
  void aVoterSeesEverybodyButHimselfAndHisSheetIsTakenOnce() throws Exception {
    BallotPlan plan = polls.plan(4, 5);
    String round = open(plan);
    String voter = polls.person(2);
    web.perform(get("/ballot/" + round).with(as(voter)))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("党员1")))
        .andExpect(content().string(not(containsString("党员2"))))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("优秀"),
                        containsString("基本合格"),
                        containsString("不合格"),
                        containsString("弃权"))));
    web.perform(sheet(round, voter, Polls.all(plan, voter, "QUALIFIED")))
        .andExpect(redirectedUrl("/ballot/" + round + "/received?frame=false&again=false"));
    web.perform(sheet(round, voter, Polls.all(plan, voter, "UNQUALIFIED")))
        .andExpect(redirectedUrl("/ballot/" + round + "/received?frame=false&again=true"));
    web.perform(get("/ballot/" + round + "/received?again=true").with(as(voter)))
        .andExpect(content().string(containsString("您的票已收到")))
        .andExpect(content().string(containsString("以第一次为准")))
        .andExpect(content().string(not(containsString("合格"))));
    web.perform(get("/ballot/" + round).with(as(voter)))
        .andExpect(content().string(containsString("您的票已收到")));
    assertThat(ballots.turnout(round)).isEqualTo(new Turnout(5, 1));
  }

  @Test
  void theScriptHearsTheSameAnswersInJson() throws Exception {
    BallotPlan plan = polls.plan(3, 4);
    String round = open(plan);
    String voter = polls.person(4);
    web.perform(
            sheet(round, voter, Map.of(polls.person(1), "BASIC"))
                .accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请为党员2选择一个等次")));
    web.perform(
            sheet(round, voter, Polls.all(plan, voter, "BASIC")).accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/received?")))
        .andExpect(content().string(not(containsString("BASIC"))));
  }

  @Proves({"B10", "C24"})
  @Test
  void whoIsNotOnTheListFindsNoSheetAndCannotVote() throws Exception {
    BallotPlan plan = polls.plan(3, 4);
    String round = open(plan);
    for (String stranger : List.of(polls.tellers.get(0), polls.recorder, polls.prefix + "x")) {
      web.perform(get("/ballot/" + round).with(as(stranger))).andExpect(status().isNotFound());
      web.perform(sheet(round, stranger, Polls.all(plan, stranger, "BASIC")))
          .andExpect(status().isNotFound());
      web.perform(get("/ballot/" + round + "/received").with(as(stranger)))
          .andExpect(status().isNotFound());
    }
    web.perform(get("/ballot/" + round)).andExpect(status().is4xxClientError());
    web.perform(post("/ballot/" + round).with(as(polls.person(1))))
        .andExpect(status().isForbidden());
    assertThat(ballots.turnout(round).collected()).isZero();
  }

  @Test
  void aSheetThatIsNotRightIsRefusedAsAWhole() {
    BallotPlan plan =
        Polls.with(polls.plan(4, 6), Optional.of(new SheetQuota("EXCELLENT", 1, true)), false);
    String round = open(plan);
    String voter = polls.person(2);
    Map<String, String> right = Polls.all(plan, voter, "QUALIFIED");
    refused(round, voter, with(right, voter, "EXCELLENT"), "与本轮测评对象不符");
    refused(round, voter, with(right, polls.person(6), "BASIC"), "与本轮测评对象不符");
    refused(round, voter, with(right, polls.person(1), "SUPERB"), "不在本轮等次之中");
    refused(round, voter, with(right, polls.person(1), ""), "请为党员1选择一个等次");
    refused(round, voter, Polls.all(plan, voter, "EXCELLENT"), "“优秀”最多 1 名");
    assertThat(ballots.turnout(round).collected()).isZero();
    assertThat(station.cast(round, voter, with(right, polls.person(1), "EXCELLENT")))
        .isEqualTo(Receipt.TAKEN);
  }

  @Proves("B10")
  @Test
  void beforeTheStartAfterTheDeadlineAndAfterTheCloseNoSheetIsTaken() {
    BallotPlan plan = polls.plan(3, 4);
    String round = ballots.prepare(plan);
    String voter = polls.person(1);
    refused(round, voter, Polls.all(plan, voter, "BASIC"), "投票尚未开始");
    ballots.open(round, null);
    ballots.open(round, null);
    jdbc.sql("update ballot_round set due_at = ? where round_id = ?")
        .params(java.time.OffsetDateTime.now(clock).minusSeconds(1), round)
        .update();
    refused(round, voter, Polls.all(plan, voter, "BASIC"), "投票已经截止");
    assertThat(station.sheetOf(round, voter).orElseThrow().standing()).isEqualTo(Standing.OVER);
    jdbc.sql("update ballot_round set due_at = ? where round_id = ?")
        .params(java.time.OffsetDateTime.now(clock).plusDays(1), round)
        .update();
    station.cast(round, polls.person(2), Polls.all(plan, polls.person(2), "BASIC"));
    ballots.close(round, "system");
    ballots.close(round, "system");
    refused(round, voter, Polls.all(plan, voter, "BASIC"), "投票已经截止");
    // who has voted hears so for ever
    assertThat(station.cast(round, polls.person(2), Map.of())).isEqualTo(Receipt.ALREADY_TAKEN);
  }

  @Proves("B11")
  @Test
  void tellersAreNeitherObjectsNorRecorderAndAtLeastTwo() {
    BallotPlan plan = polls.plan(3, 4);
    assertThatThrownBy(() -> ballots.prepare(tellers(plan, polls.person(1), "x")))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("党员1是测评对象，不能担任监票人");
    assertThatThrownBy(() -> ballots.prepare(tellers(plan, polls.recorder, "x")))
        .hasMessageContaining("记录人不能担任监票人");
    assertThatThrownBy(() -> ballots.prepare(tellers(plan, "x")))
        .hasMessageContaining("监票人不能少于 2 人");
    assertThatThrownBy(() -> ballots.prepare(tellers(plan, "x", "x")))
        .hasMessageContaining("监票人不能少于 2 人");
  }

  @Test
  void aRoundThatCannotBeSecretIsNotPrepared() {
    assertThatThrownBy(() -> ballots.prepare(polls.plan(2, 2))).hasMessageContaining("不足2人，无法保密");
    assertThat(ballots.prepare(polls.plan(3, 3))).isNotBlank();
  }

  @Proves("B10")
  @Test
  void fewBallotsAreCountedButNotShown() throws Exception {
    BallotPlan few = polls.plan(4, 5);
    String small = voted(few, 5, "EXCELLENT");
    BallotResults results = ballots.results(small);
    assertThat(results.objects()).allMatch(BallotResults.ObjectResult::suppressed);
    assertThat(results.counts().collected()).isEqualTo(5);
    BallotPlan enough = polls.plan(4, 6);
    String large = voted(enough, 6, "EXCELLENT");
    assertThat(ballots.results(large).objects())
        .allSatisfy(
            object ->
                assertThat(object.distribution().orElseThrow().votes())
                    .containsEntry("EXCELLENT", 5)
                    .containsEntry("ABSTAIN", 0));
    web.perform(get("/ballot/" + small + "/count").with(as(polls.tellers.get(0))))
        .andExpect(content().string(containsString("不足5票，为保护无记名不显示")));
  }

  @Test
  void turnoutIsAllThatIsToldWhileARoundIsOpen() throws Exception {
    BallotPlan plan = polls.plan(4, 6);
    String round = open(plan);
    station.cast(round, polls.person(6), Polls.all(plan, polls.person(6), "EXCELLENT"));
    assertThatThrownBy(() -> ballots.results(round)).hasMessageContaining("尚未计票");
    assertThatThrownBy(() -> ballots.outcome(round, polls.person(1), "ballot_validity", Map.of()))
        .hasMessageContaining("尚未计票");
    for (String page : List.of("turnout", "count")) {
      web.perform(get("/ballot/" + round + "/" + page).with(as(polls.tellers.get(0))))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("优秀"))));
      web.perform(get("/ballot/" + round + "/" + page).with(as(polls.person(1))))
          .andExpect(status().isNotFound());
    }
  }

  @Proves("B11")
  @Test
  void twoTellersSignAndOneObjectionPreventsConfirmation() throws Exception {
    BallotPlan plan = polls.plan(4, 6);
    String round = voted(plan, 6, "BASIC");
    assertThatThrownBy(() -> ballots.confirm(round)).hasMessageContaining("不少于 2 名监票人签字");
    web.perform(sign(round, polls.recorder, "AGREE"))
        .andExpect(content().string(containsString("只有本轮监票人可以办理")));
    web.perform(sign(round, polls.tellers.get(0), "AGREE"))
        .andExpect(content().string(containsString("已签字确认")));
    web.perform(sign(round, polls.tellers.get(1), "OBJECT"))
        .andExpect(content().string(containsString("请用2至500字写明理由")));
    web.perform(sign(round, polls.tellers.get(1), "OBJECT").param("reason", "张数不对"))
        .andExpect(content().string(containsString("已记录您的异议")));
    assertThat(ballots.counts(round).tellersAgree()).isFalse();
    assertThatThrownBy(() -> ballots.confirm(round)).isInstanceOf(SubmissionRefused.class);
    web.perform(sign(round, polls.tellers.get(1), "AGREE"));
    ballots.confirm(round);
    ballots.confirm(round);
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.CONFIRMED);
    assertThatThrownBy(() -> ballots.annul(round, "晚了", "system")).hasMessageContaining("本轮已有定论");
    assertThat(ballots.verify(round)).isTrue();
  }

  @Proves({"B11", "E11"})
  @Test
  void paperIsCountedApartAndMoreCollectedThanIssuedIsSeen() throws Exception {
    BallotPlan plan = Polls.with(polls.plan(3, 6), Optional.empty(), true);
    String round = voted(plan, 6, "QUALIFIED");
    String teller = polls.tellers.get(0);
    assertThatThrownBy(() -> ballots.sign(round, teller, true, "")).hasMessageContaining("请先登记纸质票");
    web.perform(paper(round, teller, 5, 4, 2, 1, 2))
        .andExpect(content().string(containsString("与有效 2 张、废票 1 张之和不符")));
    web.perform(paper(round, teller, 5, 4, 3, 1, 1))
        .andExpect(content().string(containsString("各等次合计 1 票，与有效票 3 张不符")));
    web.perform(paper(round, teller, 5, 4, 3, 1, 3))
        .andExpect(content().string(containsString("纸质票计票数已保存")));
    assertThat(ballots.counts(round).issued()).isEqualTo(11);
    assertThat(ballots.counts(round).collected()).isEqualTo(10);
    assertThat(ballots.counts(round).valid()).isEqualTo(9);
    assertThat(ballots.results(round).objects().get(0).distribution().orElseThrow().votes())
        .containsEntry("QUALIFIED", 5)
        .containsEntry("EXCELLENT", 3);
    web.perform(paper(round, teller, 3, 5, 5, 0, 5));
    assertThat(ballots.counts(round).collected()).isEqualTo(11);
    assertThat(ballots.counts(round).issued()).isEqualTo(9);
    ballots.sign(round, teller, true, "");
    assertThatThrownBy(
            () -> ballots.enterPaper(round, new PaperCount(1, 1, 1, 0, Map.of()), teller))
        .hasMessageContaining("已有监票人签字");
    ballots.annul(round, "收回多于发出", "system");
    String again = ballots.repeat(round, clock.instant().plus(Duration.ofDays(1)));
    assertThat(ballots.repeat(round, clock.instant().plus(Duration.ofDays(2)))).isEqualTo(again);
    assertThat(ballots.find(again).orElseThrow().attempt()).isEqualTo(2);
    assertThat(ballots.voters(again)).isEqualTo(ballots.voters(round));
    assertThat(ballots.ofCase(plan.caseId())).hasSize(2);
    assertThatThrownBy(() -> ballots.results(round)).hasMessageContaining("已经作废");
  }

  @Proves("B13")
  @Test
  void aPrintedSheetVotesOnceWithoutLoginOrCookie() throws Exception {
    BallotPlan plan =
        Polls.with(
            polls.plan(2, 0),
            RoundKind.MASSES_POLL,
            List.of(new VoterClass("MASSES", "群众代表", 8)),
            List.of());
    String round = open(plan);
    String teller = polls.tellers.get(0);
    web.perform(
            post("/ballot/" + round + "/sheets")
                .param("classCode", "MASSES")
                .param("number", "2")
                .with(as(teller))
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<path d=\"M")))
        .andExpect(content().string(containsString("只能用一次")));
    List<String> tokens = ballots.issueSheets(round, "MASSES", 6, teller);
    assertThatThrownBy(() -> ballots.issueSheets(round, "MASSES", 1, teller))
        .hasMessageContaining("还可以打印 0 张");
    assertThatThrownBy(() -> ballots.issueSheets(round, "MASSES", 1, polls.recorder))
        .hasMessageContaining("只有本轮监票人可以办理");
    assertThat(ballots.turnout(round)).isEqualTo(new Turnout(8, 0));
    String token = tokens.get(0);
    web.perform(get("/b/" + token))
        .andExpect(status().isOk())
        .andExpect(request().sessionAttributeDoesNotExist("any"))
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(content().string(containsString("党员1")))
        .andExpect(content().string(not(containsString("_csrf"))));
    MockHttpServletRequestBuilder vote = post("/b/" + token);
    plan.objects().forEach(object -> vote.param("grade-" + object.id(), "GOOD"));
    web.perform(vote).andExpect(content().string(containsString("您的票已收到")));
    web.perform(vote).andExpect(content().string(containsString("没有重复计票")));
    web.perform(get("/b/" + token)).andExpect(content().string(containsString("已经用过")));
    web.perform(post("/b").param("number", " " + token.toLowerCase().replace("-", " ") + " "))
        .andExpect(content().string(containsString("已经用过")));
    web.perform(get("/b/AAAAA-BBBBB-CCCCC-DDDDD"))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("此测评票号不存在")));
    assertThat(ballots.turnout(round)).isEqualTo(new Turnout(8, 1));
    assertThatThrownBy(() -> ballots.returnSheets(round, 8, teller))
        .hasMessageContaining("未用的测评票只有 7 张");
    ballots.returnSheets(round, 2, teller);
    assertThat(ballots.turnout(round)).isEqualTo(new Turnout(6, 1));
    assertThat(
            jdbc.sql("select token_hash from ballot_token where round_id = ?")
                .param(round)
                .query(String.class)
                .list())
        .hasSize(8)
        .noneMatch(hash -> tokens.contains(hash))
        .allMatch(hash -> hash.length() == 64);
    ballots.close(round, teller);
    assertThat(ballots.counts(round).intact()).isTrue();
  }

  @Proves({"B14", "C12", "C13"})
  @Test
  void smallClassesAreShownTogetherWithOthersOnly() {
    List<VoterClass> classes =
        List.of(
            new VoterClass("COMMITTEE", "党委委员", 0),
            new VoterClass("DELEGATE", "两代表一委员", 0),
            new VoterClass("MEMBER", "党员代表", 0));
    List<Voter> voters =
        IntStream.rangeClosed(3, 20)
            .mapToObj(
                n ->
                    new Voter(
                        polls.person(n), n <= 5 ? "DELEGATE" : n <= 11 ? "COMMITTEE" : "MEMBER"))
            .toList();
    BallotPlan plan = Polls.with(polls.plan(2, 0), RoundKind.WEIGHTED_SESSION, classes, voters);
    String round = open(plan);
    voters.forEach(
        voter ->
            station.cast(
                round,
                voter.personId(),
                Polls.all(
                    plan, voter.personId(), voter.classCode().equals("MEMBER") ? "GOOD" : "FAIR")));
    assertThat(
            jdbc.sql("select count(distinct drawer) from ballot_box where round_id = ?")
                .param(round)
                .query(Integer.class)
                .single())
        .as("three delegates are not told apart even inside the box")
        .isEqualTo(2);
    ballots.close(round, "system");
    assertThat(ballots.results(round).objects())
        .allSatisfy(
            object -> {
              assertThat(object.groups())
                  .extracting(GroupResult::label)
                  .containsExactlyInAnyOrder("党委委员、两代表一委员", "党员代表");
              assertThat(object.groups())
                  .allSatisfy(group -> assertThat(group.distribution().votes()).containsValue(9));
            });
  }

  @Test
  void blankSheetsHaveTheShapeOfAllOthersAndAreCounted() {
    BallotPlan plan = polls.plan(3, 7);
    String round = open(plan);
    polls
        .people(7)
        .forEach(
            voter ->
                station.cast(
                    round,
                    voter,
                    Polls.all(plan, voter, voter.equals(polls.person(7)) ? "ABSTAIN" : "BASIC")));
    ballots.close(round, "system");
    assertThat(ballots.counts(round).blank()).isEqualTo(1);
    assertThat(ballots.counts(round).valid()).isEqualTo(7);
    assertThat(ballots.results(round).objects().get(0).distribution().orElseThrow().votes())
        .containsEntry("ABSTAIN", 1)
        .containsEntry("BASIC", 5);
  }

  @Test
  void aTableMayDecideOnNumbersThatNobodyIsShown() {
    BallotPlan plan = polls.plan(4, 4);
    String round = voted(plan, 4, "EXCELLENT");
    assertThat(ballots.results(round).objects()).allMatch(o -> o.suppressed());
    Map<String, Object> answer =
        ballots
            .outcome(
                round,
                polls.person(1),
                "ballot_validity",
                Map.of(
                    "issued",
                    3,
                    "collected",
                    3,
                    "spoiled",
                    0,
                    "intact",
                    true,
                    "tellersAgree",
                    true))
            .orElseThrow();
    assertThat(answer).containsOnlyKeys("valid", "action", "message");
  }

  /** Somebody with an account. */
  private RequestPostProcessor as(String person) {
    if (identity.createUserQuery().userId(person).count() == 0) {
      identity.saveUser(identity.newUser(person));
    }
    return user(person);
  }

  private String open(BallotPlan plan) {
    String round = ballots.prepare(plan);
    ballots.open(round, null);
    return round;
  }

  private String voted(BallotPlan plan, int voters, String grade) {
    String round = open(plan);
    polls.people(voters).forEach(v -> station.cast(round, v, Polls.all(plan, v, grade)));
    ballots.close(round, polls.tellers.get(0));
    return round;
  }

  private void refused(String round, String voter, Map<String, String> choices, String why) {
    assertThatThrownBy(() -> station.cast(round, voter, choices))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(why);
  }

  private static Map<String, String> with(
      Map<String, String> choices, String object, String grade) {
    Map<String, String> changed = new LinkedHashMap<>(choices);
    changed.put(object, grade);
    return changed;
  }

  private static BallotPlan tellers(BallotPlan plan, String... tellers) {
    return BallotPlan.simple(
        plan.caseId(),
        plan.organization(),
        plan.year(),
        plan.kind(),
        plan.title(),
        plan.grades(),
        plan.objects(),
        plan.voters().stream().map(Voter::personId).toList(),
        List.of(tellers),
        plan.recorder(),
        plan.dueAt());
  }

  private MockHttpServletRequestBuilder sheet(
      String round, String voter, Map<String, String> choices) {
    MockHttpServletRequestBuilder request =
        post("/ballot/" + round).with(as(voter)).with(csrf()).accept(MediaType.TEXT_HTML);
    choices.forEach((object, grade) -> request.param("grade-" + object, grade));
    return request;
  }

  private MockHttpServletRequestBuilder sign(String round, String teller, String verdict) {
    return post("/ballot/" + round + "/sign")
        .with(as(teller))
        .with(csrf())
        .param("verdict", verdict);
  }

  private MockHttpServletRequestBuilder paper(
      String round, String teller, int issued, int collected, int valid, int spoiled, int each) {
    MockHttpServletRequestBuilder request =
        post("/ballot/" + round + "/paper")
            .with(as(teller))
            .with(csrf())
            .param("issued", "" + issued)
            .param("collected", "" + collected)
            .param("valid", "" + valid)
            .param("spoiled", "" + spoiled);
    for (int n = 1; n <= 3; n++) {
      request.param("votes-" + polls.person(n) + "-EXCELLENT", "" + each);
    }
    return request;
  }
}
