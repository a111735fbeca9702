package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A ballot on a telephone, in Tasklist and with a printed sheet; then the tellers count. */
@BrowserTest
class BallotStoryTest {

  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 740;

  /** What somebody of seventy reads and hits without glasses, in CSS pixels. */
  private static final int LEGIBLE = 20;

  private static final int FINGER = 44;

  /** Sheets of paper that the tellers counted. */
  private static final int ON_PAPER = 2;

  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private IdentityService identity;
  @Autowired private RuntimeService runtime;
  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private final List<BrowserContext> phones = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<Picture> taken = EnumSet.noneOf(Picture.class);
  private Browser browser;
  private Office office;
  private String body;
  private BallotPlan plan;
  private String round;

  @BeforeEach
  void prepareTheRound(Browser browser) {
    this.browser = browser;
    clock.setTo(LocalDate.of(2026, 12, 14));
    office = new Office(browser, port, organizations, clock);
    body =
        organizations.all().stream()
            .map(organization -> organization.code())
            .filter(code -> organizations.leadingBody(code).size() >= 6)
            .findFirst()
            .orElseThrow();
    List<String> voters =
        organizations.leadingBody(body).stream().map(member -> member.personId()).toList();
    List<String> tellers =
        identity.createUserQuery().memberOfTenant(organizations.tenantOf(body)).list().stream()
            .map(user -> user.getId())
            .filter(id -> id.startsWith("p") && !voters.contains(id))
            .sorted()
            .limit(3)
            .toList();
    List<BallotObject> objects =
        new ArrayList<>(
            voters.stream().map(id -> new BallotObject(id, people.name(id), "正式党员")).toList());
    IntStream.rangeClosed(1, 3)
        .forEach(
            n ->
                objects.add(
                    new BallotObject(
                        "guest" + n, List.of("欧阳志远", "段春花", "李文").get(n - 1), "预备党员转正，新调入")));
    plan =
        new BallotPlan(
            "case-ballot",
            body,
            2026,
            RoundKind.MEMBERS_ON_MEMBERS,
            "2026年度民主评议党员测评",
            Grade.MEMBER_GRADES,
            objects,
            List.of(new VoterClass("MEMBER", "党员", 0), new VoterClass("MASSES", "群众代表", 6)),
            voters.stream().map(id -> new Voter(id, "MEMBER")).toList(),
            tellers.subList(0, 2),
            tellers.get(2),
            false,
            Optional.of(new SheetQuota("EXCELLENT", 3, true)),
            true,
            clock.instant().plus(Duration.ofDays(2)));
    round = ballots.prepare(plan);
    runtime.startProcessInstanceByKey(
        BallotProcess.KEY,
        "MR-2026-TEST",
        Map.of("caseId", "case-ballot", "organization", body, BallotProcess.ROUND, round));
  }

  @AfterEach
  void close() {
    office.close();
    phones.forEach(BrowserContext::close);
  }

  @Test
  void membersVoteOnTheirTelephonesAndAtTheirDesksAndTellersCount() {
    List<String> voters = plan.voters().stream().map(Voter::personId).toList();
    votesOnTheTelephone(voters.get(0));
    votesInTasklist(voters.get(1));
    for (String voter : voters.subList(2, voters.size())) {
      identity.setAuthentication(voter, List.of(), List.of());
      station.cast(round, voter, choices(voter));
      identity.clearAuthentication();
    }
    printsSheetsOneOfWhichIsUsed();
    tellersCloseAndSign();
    assertThat(ballots.counts(round).intact()).isTrue();
    assertThat(ballots.counts(round).collected()).isEqualTo(voters.size() + 1 + ON_PAPER);
    complaints.addAll(office.complaints());
    assertThat(complaints).as("consoles and screens").isEmpty();
    taken.addAll(office.taken());
    assertThat(taken).isEqualTo(Picture.of(Picture.Story.BALLOT));
  }

  private void votesOnTheTelephone(String voter) {
    Page phone = phone();
    phone.navigate(address("/login"));
    phone.getByLabel("人员编号").fill(voter);
    phone.getByLabel("密码").fill("demo");
    phone.locator("main button[type=submit]").click();
    phone.waitForURL("**/home");
    phone.navigate(address("/ballot/" + round));
    List<Locator> rows = phone.locator(".ballot-object").all();
    isReadableAndEasyToHit(rows.get(0));
    for (int i = 0; i < rows.size() - 1; i++) {
      pick(rows.get(i), i < 4 ? "优秀" : "合格");
    }
    phone.getByText("核对并投票").click();
    assertThat(phone.locator("#ballot-refused").innerText()).contains("还有 1 位没有评");
    pick(rows.get(rows.size() - 1), "弃权");
    assertThat(phone.locator(".ballot-limit").innerText()).contains("您已选 4 名", "请调整");
    phone.getByText("核对并投票").click();
    assertThat(phone.locator("#ballot-refused").innerText()).contains("最多3名");
    pick(rows.get(0), "合格");
    phone.evaluate("window.scrollTo(0, 0)");
    picture(phone, Picture.BALLOT_VOTE);
    phone.getByText("核对并投票").click();
    assertThat(phone.locator("#ballot-check").innerText()).contains("优秀：3 名", "弃权：1 名");
    picture(phone, Picture.BALLOT_CHECK);
    phone.context().setOffline(true);
    phone.getByText("确认投票").click();
    phone.getByText("网络较慢").waitFor();
    assertThat(ballots.turnout(round).collected()).isZero();
    phone.context().setOffline(false);
    phone.getByText("您的票已收到").waitFor();
    complaints.addAll(Screen.faults(phone, "received"));
    assertThat(phone.content()).doesNotContain("优秀", "EXCELLENT");
    assertThat(String.valueOf(phone.evaluate("JSON.stringify([localStorage, sessionStorage])")))
        .isEqualTo("[{},{}]");
    phone.goBack();
    assertThat(phone.locator(".ballot-object").count()).as("the sheet is gone for good").isZero();
    assertThat(ballots.turnout(round).collected()).isEqualTo(1);
  }

  private void isReadableAndEasyToHit(Locator row) {
    assertThat(
            ((Number)
                    row.locator(".ballot-name")
                        .evaluate("name => parseFloat(getComputedStyle(name).fontSize)"))
                .doubleValue())
        .as("size of the names")
        .isGreaterThanOrEqualTo(LEGIBLE);
    assertThat(row.locator(".ballot-grades label").allInnerTexts())
        .extracting(String::strip)
        .containsExactly("优秀", "合格", "基本合格", "不合格", "弃权");
    for (Locator grade : row.locator(".ballot-grades label").all()) {
      assertThat(grade.boundingBox().height).as("height of a grade").isGreaterThanOrEqualTo(FINGER);
    }
  }

  private void votesInTasklist(String voter) {
    Desk desk = office.of(voter);
    OpenTask task = desk.opensTask("填写测评票");
    FrameLocator sheet = task.inFrame();
    sheet.locator(".ballot-object").first().waitFor();
    sheet.locator(".ballot-object").all().forEach(row -> pick(row, "合格"));
    task.picture(Picture.BALLOT_DESK);
    sheet.getByText("核对并投票").click();
    sheet.getByText("确认投票").click();
    sheet.getByText("您的票已收到").waitFor();
    assertThat(sheet.locator("main").innerText()).contains("已自动办结");
    assertThat(desk.isAskedTo("填写测评票")).isFalse();
  }

  private void printsSheetsOneOfWhichIsUsed() {
    Desk teller = office.of(plan.tellers().get(0));
    teller.opens("/ballot/" + round + "/turnout");
    teller.page().getByLabel("张数", new Page.GetByLabelOptions().setExact(true)).fill("2");
    Page print =
        teller
            .page()
            .context()
            .waitForPage(
                () ->
                    teller
                        .page()
                        .getByText("打印", new Page.GetByTextOptions().setExact(true))
                        .click());
    print.locator(".ballot-printed").first().waitFor();
    assertThat(print.locator(".ballot-printed svg path").count()).isEqualTo(2);
    print.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "pictures", "sheets.png")));
    String number = print.locator(".ballot-number").first().innerText();
    print.close();
    Page phone = phone();
    phone.navigate(address("/b/" + number));
    phone.locator(".ballot-object").all().forEach(row -> pick(row, "合格"));
    phone.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "pictures", "token.png")));
    phone.getByText("核对并投票").click();
    phone.getByText("确认投票").click();
    phone.getByText("您的票已收到").waitFor();
    assertThat(phone.context().cookies()).isEmpty();
    complaints.addAll(Screen.faults(phone, "sheet of paper"));
  }

  private void tellersCloseAndSign() {
    Desk chief = office.of(plan.tellers().get(0));
    OpenTask close = chief.opensTask("截止投票");
    close.inFrame().locator("form").last().scrollIntoViewIfNeeded();
    close.picture(Picture.BALLOT_TURNOUT);
    close.completes();
    entersPaper(chief);
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!chief.isAskedTo("监票确认") && System.nanoTime() < until) {
      chief.page().waitForTimeout(300);
    }
    for (String teller : plan.tellers()) {
      OpenTask confirm = office.of(teller).opensTask("监票确认");
      if (teller.equals(plan.tellers().get(0))) {
        confirm.inFrame().locator(".ballot-hash").scrollIntoViewIfNeeded();
        confirm.picture(Picture.BALLOT_COUNT);
      }
      confirm.inFrame().getByText("确认无误并签字").click();
      confirm.inFrame().getByText("已签字确认").waitFor();
      confirm.completes();
    }
    until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ballots.find(round).orElseThrow().state() != RoundState.CONFIRMED
        && System.nanoTime() < until) {
      chief.page().waitForTimeout(300);
    }
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.CONFIRMED);
  }

  private void entersPaper(Desk chief) {
    OpenTask paper = chief.takesOn("登记纸质票");
    FrameLocator sheet = paper.inFrame();
    for (String count : List.of("issued", "collected", "valid")) {
      sheet.locator("#" + count).fill(String.valueOf(ON_PAPER));
    }
    for (BallotObject object : plan.objects()) {
      sheet
          .locator("input[name='votes-" + object.id() + "-QUALIFIED']")
          .fill(String.valueOf(ON_PAPER));
    }
    sheet.getByText("保存计票数").click();
    sheet.locator(".notice-success").waitFor();
    paper.completes();
  }

  private Map<String, String> choices(String voter) {
    Map<String, String> choices = new LinkedHashMap<>();
    plan.objects().stream()
        .filter(object -> !object.id().equals(voter))
        .forEach(
            object -> choices.put(object.id(), choices.size() < 2 ? "EXCELLENT" : "QUALIFIED"));
    return choices;
  }

  private static void pick(Locator row, String grade) {
    row.locator("label")
        .filter(
            new Locator.FilterOptions()
                .setHasText(java.util.regex.Pattern.compile("^\\s*" + grade + "\\s*$")))
        .click();
  }

  private Page phone() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setHasTouch(true));
    phones.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onPageError(complaints::add);
    return page;
  }

  private void picture(Page page, Picture picture) {
    complaints.addAll(Screen.faults(page, picture.name()));
    page.screenshot(new Page.ScreenshotOptions().setPath(picture.file()));
    taken.add(picture);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
