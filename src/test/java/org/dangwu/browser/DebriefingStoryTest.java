package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.debriefing.CountyDebriefing;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A county hears its 34 secretaries, from the share of good grades to the personnel files. Three of
 * them sit at the browser: one whose report comes back, one who is absent at first and one whose
 * grade is low; so do those who organise, record, rate and decide. The others do the same on the
 * same pages without one.
 */
@BrowserTest
@AutoConfigureMockMvc
@Import(CountyDebriefing.class)
class DebriefingStoryTest {

  private static final LocalDate END = LocalDate.of(CountyDebriefing.YEAR + 1, 6, 30);

  @Autowired private CountyDebriefing county;
  @Autowired private Organizations organizations;
  @Autowired private ManagementService management;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private final Set<String> shown = new HashSet<>();
  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(CountyDebriefing.STARTED);
    office = new Office(browser, port, organizations, clock, Picture.of(Picture.Story.DEBRIEFING));
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void aCountyHearsItsSecretariesFromTheShareOfGoodGradesToThePersonnelFiles() {
    departmentMayNotStartWithoutAShare();
    departmentSetsTheShareAndStarts();
    LocalDate today = CountyDebriefing.STARTED;
    do {
      assertThat(today).as("still open: %s", county.open()).isBefore(END);
      clock.setTo(today);
      liveThroughTheDay();
      today = today.plusDays(1);
    } while (!county.filed());
    archivistFindsTheFile();

    assertThat(county.outcome())
        .contains("report of " + CountyDebriefing.RETURNED + " returned", "good 11", "good 10");
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.DEBRIEFING));
  }

  private void departmentMayNotStartWithoutAShare() {
    Desk desk = office.of(county.clerk());
    desk.goesHome();
    assertThat(desk.says()).contains("尚未设定评为“好”的最高比例，不能启动");
  }

  private void departmentSetsTheShareAndStarts() {
    Desk desk = office.of(county.clerk());
    desk.opens("/parameters?organization=YL&year=" + CountyDebriefing.YEAR);
    Locator row = share(desk.page());
    assertThat(row.innerText()).contains("未设定");
    row.locator("input[name=value]").fill(String.valueOf(CountyDebriefing.MOST_GOOD_PERCENT));
    row.getByText("保存").click();
    desk.page().locator(".notice-success").waitFor();
    share(desk.page()).evaluate("row => row.scrollIntoView({block: 'center'})");
    desk.picture(Picture.DEBRIEF_SHARE);
    starts(desk);
    assertThat(desk.page().locator(".notice-error").allInnerTexts()).isEmpty();
  }

  private static Locator share(Page page) {
    return page.locator("table.parameters tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("input[name=key][value='debrief.maxGoodPercent']")))
        .first();
  }

  private static void starts(Desk desk) {
    desk.goesHome();
    desk.page()
        .locator("main form[action$='/home/start']")
        .filter(
            new Locator.FilterOptions()
                .setHas(desk.page().locator("input[name=kind][value=DEBRIEFING]")))
        .getByText("启动")
        .click();
    desk.page().locator(".notice").first().waitFor();
  }

  private void liveThroughTheDay() {
    for (int quiet = 0; quiet < 2; ) {
      boolean busy = management.createJobQuery().executable().withRetriesLeft().count() > 0;
      for (Task task : county.open()) {
        busy |= county.isOpen(task) && work(task);
      }
      quiet = busy ? 0 : quiet + 1;
      office.of(county.clerk()).page().waitForTimeout(150);
    }
  }

  private boolean work(Task task) {
    if (isOfInterest(task) && shown.add(scene(task))) {
      return atTheBrowser(task, county.performer(task)) || county.work(task);
    }
    return county.work(task);
  }

  /** What is looked at once; the returned report is looked at a second time. */
  private String scene(Task task) {
    String element = task.getTaskDefinitionKey();
    return element.equals(Tasks.WRITE_REPORT) && shown.contains(Tasks.REVIEW_REPORT)
        ? element + " again"
        : element;
  }

  private boolean isOfInterest(Task task) {
    return switch (task.getTaskDefinitionKey()) {
      case Tasks.MAKE_PLAN,
          Tasks.APPROVE_PLAN,
          Tasks.FIELD_CHECK,
          Tasks.DECIDE_ABSENT,
          Tasks.PREPARE_RATING,
          BallotProcess.Tasks.CONFIRM,
          Tasks.DECIDE_MEASURES,
          Tasks.DRAFT_NOTICE,
          Tasks.APPROVE_NOTICE,
          Tasks.PREPARE_REPORTS,
          Tasks.HANDLE_REMARKS,
          Tasks.CONFIRM_PERSONNEL_FILES ->
          true;
      case Tasks.WRITE_REPORT, Tasks.REVIEW_REPORT ->
          county.fact(task, "organization").equals(CountyDebriefing.RETURNED);
      case Tasks.RECORD_COMMENT ->
          county.fact(task, "entryId").equals(county.entry(CountyDebriefing.RETURNED).entryId());
      case Tasks.RECORD_ATTENDANCE -> !clock.today().isBefore(CountyDebriefing.SESSION);
      case BallotProcess.Tasks.CAST ->
          county.performer(task).equals(county.entry(CountyDebriefing.RETURNED).personId());
      // at first there are too many good ones, and too few members come
      case Tasks.DRAFT_OPINIONS -> county.cameBack();
      case Tasks.STUDY_GRADES -> !clock.today().isBefore(CountyDebriefing.NEXT_STUDY);
      case Tasks.ACKNOWLEDGE_RESULT, Tasks.LIST_RECTIFICATION ->
          county.performer(task).equals(county.entry(CountyDebriefing.LOW).personId());
      default -> false;
    };
  }

  /** Whether the task is done; else only its page was looked at. */
  private boolean atTheBrowser(Task task, String who) {
    Desk desk = office.of(who);
    switch (task.getTaskDefinitionKey()) {
      case Tasks.MAKE_PLAN -> plans(desk);
      case Tasks.APPROVE_PLAN ->
          desk.takesOn("审定方案").chooses("同意").picture(Picture.DEBRIEF_APPROVE).completes();
      case Tasks.WRITE_REPORT -> writesHisReport(desk, task);
      case Tasks.REVIEW_REPORT -> returnsTheReport(desk, task);
      case Tasks.FIELD_CHECK -> {
        return seesForHimself(desk);
      }
      case Tasks.RECORD_ATTENDANCE -> recordsWhoIsThere(desk);
      case Tasks.DECIDE_ABSENT -> decidesAboutTheAbsent(desk);
      case Tasks.RECORD_COMMENT -> recordsTheComment(desk, task);
      case Tasks.PREPARE_RATING -> {
        return looksAt(desk, task, Picture.DEBRIEF_ARRANGE);
      }
      case BallotProcess.Tasks.CAST -> votes(office.atTelephone(who), task);
      case BallotProcess.Tasks.CONFIRM -> counts(desk);
      case Tasks.DRAFT_OPINIONS -> {
        return weighsTheOpinions(desk);
      }
      case Tasks.STUDY_GRADES -> studies(desk, task);
      case Tasks.ACKNOWLEDGE_RESULT -> readsHisResult(desk);
      case Tasks.LIST_RECTIFICATION -> {
        return looksAt(desk, task, Picture.DEBRIEF_LIST);
      }
      case Tasks.DECIDE_MEASURES -> {
        return looksAt(desk, task, Picture.DEBRIEF_MEASURES);
      }
      case Tasks.DRAFT_NOTICE -> draftsTheNotice(desk);
      case Tasks.APPROVE_NOTICE -> desk.takesOn("审定情况通报").chooses("同意").completes();
      case Tasks.PREPARE_REPORTS -> publishesTheReports(desk);
      case Tasks.HANDLE_REMARKS -> {
        secretaryReadsWhatIsPublished();
        return false;
      }
      case Tasks.CONFIRM_PERSONNEL_FILES -> confirmsTheFiles(desk, task);
      default -> throw new IllegalStateException(task.getTaskDefinitionKey());
    }
    return true;
  }

  private void plans(Desk desk) {
    OpenTask plan = desk.takesOn("制定述职评议\\s*考核方案");
    FrameLocator page = plan.inFrame();
    county
        .plan()
        .forEach(
            (name, value) -> {
              Locator field = page.locator("[name='" + name + "']");
              if (field.count() == 0) {
                return;
              }
              String type = String.valueOf(field.first().evaluate("field => field.type"));
              if (type.equals("radio")) {
                page.locator("[name='" + name + "'][value='" + value + "']").check();
              } else if (type.equals("checkbox")) {
                field.first().check();
              } else if (type.startsWith("select")) {
                field.first().selectOption(value.toString());
              } else {
                field.first().fill(value.toString());
              }
            });
    page.locator("button[type=submit].button-primary").last().click();
    page.locator(".notice-success, .notice-error").first().waitFor();
    assertThat(page.locator(".notice-error").allInnerTexts()).isEmpty();
    plan.picture(Picture.DEBRIEF_PLAN).completes();
  }

  private void writesHisReport(Desk desk, Task task) {
    boolean again = shown.contains(Tasks.REVIEW_REPORT);
    desk.goesHome();
    desk.page().getByText("撰写并提交").first().click();
    FrameLocator paper = desk.page().frameLocator("iframe.own-paper");
    Locator sheet = paper.locator("main");
    desk.page()
        .waitForCondition(() -> (Boolean) sheet.evaluate("() => Boolean(window.dangwuDossier)"));
    CountyDebriefing.report("本镇")
        .forEach(
            (section, text) ->
                paper
                    .locator("[data-section=" + section + "] textarea")
                    .fill(again ? text + "比如两个村的道路照明半年没有解决。" : text));
    paper.locator("[data-section=nextPlan] .field-state:has-text('已保存')").waitFor();
    desk.page().evaluate("window.scrollTo(0, 0)");
    desk.picture(again ? Picture.DEBRIEF_REPORT_AGAIN : Picture.DEBRIEF_REPORT);
    desk.page().getByText("提交述职报告").click();
    desk.page().locator(".notice-success").waitFor();
    waitsForTheEndOf(desk, task);
  }

  private void returnsTheReport(Desk desk, Task task) {
    county.returnsTheReport();
    desk.opensTask("审核述职报告").claims();
    desk.opens("/debriefing/task/" + task.getId() + "/report-review?whole");
    Page page = desk.page();
    page.getByLabel("审核意见").fill("存在问题写得不具体，请摆出事例。");
    page.locator("input[name=reportDecision][value=RETURN]").check();
    page.getByLabel("重新提交的日期").fill(clock.today().plusDays(3).toString());
    page.evaluate("window.scrollTo(0, 0)");
    desk.picture(Picture.DEBRIEF_REVIEW);
    page.getByText("提交审核结果").click();
    page.locator(".notice-success").waitFor();
    waitsForTheEndOf(desk, task);
  }

  /** One is recorded at the browser, the others by the same hand. */
  private boolean seesForHimself(Desk desk) {
    OpenTask check = desk.opensTask("实地考核\\s*（逐组）");
    FrameLocator page = check.inFrame();
    page.getByLabel("考核日期").fill(clock.today().toString());
    page.getByLabel("现场查看").check();
    page.getByLabel("走访群众").check();
    page.getByLabel("到过的地方").fill("党群服务中心和两个村民小组");
    page.getByLabel("走访的党员群众").fill("党员6人、群众11人");
    page.getByLabel("了解到的情况").fill("服务窗口周末有人值班，群众知道找谁办事。");
    page.getByLabel("发现的问题").fill("两个村民小组的道路照明反映了半年没有解决。");
    page.locator("main").evaluate("part => part.scrollIntoView({block: 'start'})");
    check.picture(Picture.DEBRIEF_FIELD);
    desk.goesHome();
    return false;
  }

  private void recordsWhoIsThere(Desk desk) {
    DebriefEntry away = county.entry(CountyDebriefing.ABSENT);
    OpenTask attendance = desk.takesOn("登记到会情况");
    FrameLocator page = attendance.inFrame();
    page.getByLabel("会议开始时间").fill("09:00");
    page.locator("[name='presence-" + away.personId() + "'][value=ABSENT]").check();
    page.locator("[name='reason-" + away.personId() + "']").fill("在外参加防汛抢险");
    for (Locator all : page.getByText("未登记的均为到会").all()) {
      all.click();
    }
    page.getByText("保存到会情况").click();
    page.locator(".notice-success, .notice-error").first().waitFor();
    assertThat(page.locator(".notice-error").allInnerTexts()).isEmpty();
    attendance.picture(Picture.DEBRIEF_ATTENDANCE).completes();
    county.sessionWasHeld();
  }

  private void decidesAboutTheAbsent(Desk desk) {
    OpenTask decision = desk.opensTask("决定缺席人员\\s*怎样述职").claims();
    FrameLocator page = decision.inFrame();
    page.locator("input[value=NEXT_SESSION]").check();
    page.getByLabel("下次会议日期").fill(CountyDebriefing.NEXT_SESSION.toString());
    page.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("保存")).click();
    page.locator(".notice-success").waitFor();
    decision.picture(Picture.DEBRIEF_ABSENT).completes();
  }

  /** Report and comment follow each other on a page of their own. */
  private void recordsTheComment(Desk desk, Task task) {
    desk.opens("/debriefing/task/" + task.getId() + "/session?whole");
    Page page = desk.page();
    Locator claim = page.getByText("签收并开始记录");
    if (claim.count() > 0) {
      claim.click();
    }
    page.locator("#problems-secretary").fill("到一线解决问题不够经常\n流动党员管理办法不多");
    page.locator("#direction-secretary").fill("把功夫下在解决群众的具体困难上");
    page.evaluate("window.scrollTo(0, 0)");
    desk.picture(Picture.DEBRIEF_SESSION);
    page.locator("button[name=button][value=next]").click();
    waitsForTheEndOf(desk, task);
    Desk department = office.of(county.clerk());
    department.opens("/debriefing/case/" + county.caseId() + "/overview");
    department.picture(Picture.DEBRIEF_OVERVIEW);
  }

  private void votes(Desk phone, Task task) {
    Page page = phone.page();
    phone.opens("/ballot/" + county.fact(task, BallotProcess.ROUND));
    page.locator(".ballot-object").first().waitFor();
    county
        .sheet(task)
        .forEach(
            (name, grade) ->
                page.locator(".ballot-object")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .locator("label")
                    .filter(
                        new Locator.FilterOptions()
                            .setHasText(Pattern.compile("^\\s*" + grade + "\\s*$")))
                    .first()
                    .click());
    page.evaluate("window.scrollTo(0, 0)");
    phone.picture(Picture.DEBRIEF_VOTE);
    page.getByText("核对并投票").click();
    page.getByText("确认投票").click();
    page.getByText("您的票已收到").waitFor();
    waitsForTheEndOf(phone, task);
  }

  private void counts(Desk teller) {
    OpenTask confirm = teller.opensTask("监票确认");
    confirm.inFrame().getByText("确认无误并签字").scrollIntoViewIfNeeded();
    confirm.picture(Picture.DEBRIEF_TELLER);
    confirm.inFrame().getByText("确认无误并签字").click();
    confirm.awaits("已签字确认").completes();
  }

  /** Too many were good: the page says so; then the rating and one secretary are looked at. */
  private boolean weighsTheOpinions(Desk desk) {
    OpenTask opinions = desk.takesOn("拟定综合评价\\s*意见和等次").lookingAt("main");
    assertThat(opinions.inFrame().locator("main").innerText()).contains("超过比例");
    opinions.picture(Picture.DEBRIEF_OPINIONS);
    FrameLocator page = opinions.inFrame();
    String seen = county.entry(CountyDebriefing.RETURNED).entryId();
    page.locator("td a.button[href$='" + seen + "']").click();
    page.locator("#daily").waitFor();
    opinions.lookingAt("main").picture(Picture.DEBRIEF_OPINION);
    desk.opens("/debriefing/case/" + county.caseId() + "/rating");
    desk.picture(Picture.DEBRIEF_RATING);
    desk.goesHome();
    return false;
  }

  private void studies(Desk desk, Task task) {
    county.study(task);
    OpenTask study = desk.opensTask("党委（党组）研究\\s*并表决").lookingAt("main");
    study.picture(Picture.DEBRIEF_STUDY).completes();
  }

  private void readsHisResult(Desk desk) {
    OpenTask result = desk.opensTask("查看并确认\\s*综合评价意见");
    FrameLocator page = result.inFrame();
    assertThat(page.locator("main").innerText()).contains("一般");
    page.locator("#statement").fill("接受评价，认真整改。");
    page.getByText("已阅，保存").click();
    page.locator(".notice-success").first().waitFor();
    result.picture(Picture.DEBRIEF_RESULT).completes();
  }

  private void draftsTheNotice(Desk desk) {
    OpenTask notice = desk.takesOn("起草情况通报");
    FrameLocator page = notice.inFrame();
    page.locator("#text").fill("全县党组织书记述职评议考核已经完成，总体情况良好。");
    page.locator("button[type=submit].button-primary").first().click();
    page.locator(".notice-success, .notice-error").first().waitFor();
    assertThat(page.locator(".notice-error").allInnerTexts()).isEmpty();
    notice.picture(Picture.DEBRIEF_NOTICE).completes();
  }

  private void publishesTheReports(Desk desk) {
    OpenTask reports = desk.takesOn("准备公开述职\\s*报告");
    FrameLocator page = reports.inFrame();
    page.locator("form[action$='/adopt'] button").click();
    page.locator(".notice-success").first().waitFor();
    reports.picture(Picture.DEBRIEF_PUBLISH).completes();
  }

  private void secretaryReadsWhatIsPublished() {
    Desk reader = office.of(county.entry(CountyDebriefing.ABSENT).personId());
    reader.opens("/published");
    reader.picture(Picture.DEBRIEF_PUBLISHED);
  }

  private void confirmsTheFiles(Desk desk, Task task) {
    county.personnelFiles(task);
    desk.opensTask("登记干部人事\\s*档案回执").lookingAt("main").picture(Picture.DEBRIEF_FILES).completes();
  }

  private void archivistFindsTheFile() {
    Desk desk = office.of(Role.ARCHIVIST, CountyDebriefing.COUNTY);
    desk.opens("/archive");
    assertThat(desk.says()).contains("2026年度述职评议考核");
    desk.picture(Picture.DEBRIEF_ARCHIVE);
  }

  /** Sees the page in Tasklist; it is filled in by the same hand without a browser. */
  private boolean looksAt(Desk desk, Task task, Picture picture) {
    desk.takesOn(task.getName().replaceAll("\\s+", "\\\\s*")).lookingAt("main").picture(picture);
    desk.goesHome();
    return false;
  }

  private void waitsForTheEndOf(Desk desk, Task task) {
    desk.page().waitForCondition(() -> !county.isOpen(task));
  }
}
