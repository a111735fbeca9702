package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The leading body of the bureau of development and reform, seven members, holds its yearly
 * meeting, from the home page to the archive: one is on leave, one is absent without leave, and one
 * problem cannot be solved without the superior.
 */
@BrowserTest
class LifeMeetingStoryTest {

  private static final String BODY = "YL01";
  private static final String NUMBER = "LM-2026-YL01";
  private static final LocalDate BEGINNING = LocalDate.of(2026, 10, 12);
  private static final LocalDate MEETING = LocalDate.of(2026, 11, 12);
  private static final String ANONYMOUS_OPINION = "出台政策前听取企业意见不够充分。";

  @Autowired private Organizations organizations;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private Office office;
  private MeetingSteps steps;
  private List<LeadingMember> members;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(BEGINNING);
    office =
        new Office(browser, port, organizations, clock, Picture.of(Picture.Story.LIFE_MEETING));
    steps = new MeetingSteps(office, organizations, BODY, "年度民主生活会");
    members = organizations.leadingBody(BODY);
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void leadingBodyHoldsItsMeetingAndFilesIt() throws IOException {
    assertThat(members).hasSize(7);
    recorderStarts();
    steps.superiorGivesTheTheme("学习贯彻全会精神，推动发展和改革工作走在前、作表率");
    Desk clerk = steps.clerk();
    clerk.page().waitForCondition(() -> clerk.isAskedTo("制定会议方案"));
    clerk.picture(Picture.HOME_TASKS);
    steps.officeMakesThePlan();
    clock.setTo(BEGINNING.plusDays(3));
    steps.superiorAgreesToThePlan(MEETING.toString());
    steps.superiorSendsObservers();
    steps.officeStudies();
    officeCollectsWithAQuestionnaire();
    steps.officeFeedsBack(members.get(2), "深入基层调研不够。", "项目审批时间偏长。", ANONYMOUS_OPINION);
    steps.officeRegistersTheTalks("2026-10-04");
    clerkLooksAround();
    steps.membersConfirmTheFeedback();
    steps.memberExplains(members.get(2));
    memberGoesOnLeave();
    steps.officeWritesForTheBody();
    steps.membersWriteTheirOutlines();
    meetingIsHeld();
    clock.setTo(MEETING.plusDays(6));
    steps.recorderReports("应到7人，实到5人，1人经批准请假，%s未经请假缺席，均已转告。".formatted(absentee().name()));
    clock.setTo(MEETING.plusDays(8));
    steps.threeReceiptsCome();
    steps.observerReports();
    noticeIsMendedAndPublished();
    problemIsSolvedWithTheSuperior();
    everythingIsFiled();
    assertThat(office.complaints()).as("consoles").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.LIFE_MEETING));
  }

  private LeadingMember onLeave() {
    return members.get(5);
  }

  private LeadingMember absentee() {
    return members.get(6);
  }

  private List<LeadingMember> away() {
    return List.of(onLeave(), absentee());
  }

  private void recorderStarts() {
    Desk nobody = office.ofNobody();
    nobody.opens("/login");
    nobody.picture(Picture.LOGIN);
    Desk recorder = steps.recorder();
    recorder.page().getByLabel("拟开会日期").fill(MEETING.toString());
    recorder.picture(Picture.HOME_START);
    recorder.startsLifeMeeting(MEETING);
    assertThat(recorder.says()).contains("已启动，业务编号 " + NUMBER + "。");
    recorder.picture(Picture.HOME_RUNNING);
  }

  private void officeCollectsWithAQuestionnaire() {
    OpenTask task = steps.officeCollectsOpinions();
    FrameLocator page = task.inFrame();
    page.locator("summary").getByText("发布匿名问卷").click();
    task.presses("发布问卷").awaits("正在征集");
    page.locator(".link-box").scrollIntoViewIfNeeded();
    task.picture(Picture.QUESTIONNAIRE_LINK);
    visitorAnswers(URI.create(page.locator(".address a").getAttribute("href")).getPath());
    steps.registers(task, "干部", "领导班子", "深入基层调研不够。");
    steps.registers(task, "服务对象", members.get(2).name(), "项目审批时间偏长。");
    page.locator("main").evaluate("() => { window.confirm = () => true; }");
    task.presses("结束征集并导出").awaits("已结束的问卷");
    page.locator("td").getByText(ANONYMOUS_OPINION).first().waitFor();
    task.picture(Picture.OPINIONS).completes();
  }

  private void visitorAnswers(String path) {
    Desk visitor = office.ofVisitor();
    visitor.opens(path);
    visitor.picture(Picture.QUESTIONNAIRE);
    visitor.page().locator("textarea").first().fill(ANONYMOUS_OPINION);
    visitor.page().getByText("提交意见", new Page.GetByTextOptions().setExact(true)).click();
    visitor.page().getByText("现在可以关闭本页").waitFor();
  }

  private void clerkLooksAround() {
    Desk clerk = steps.clerk();
    clerk.opens("/inbox");
    clerk.picture(Picture.INBOX);
    clerk.opensCase(NUMBER);
    clerk.page().locator("svg").first().waitFor();
    clerk.picture(Picture.PROGRESS);
    clerk.goesHome();
    clerk.follows("卷宗");
    clerk.picture(Picture.DOSSIER);
  }

  private void memberGoesOnLeave() {
    Desk member = office.of(onLeave().personId());
    member.opensCase(NUMBER);
    member
        .asksFor("请假", "填写请假申请", Picture.CASE_ACTIONS)
        .chooses("提出请假")
        .picks("事由", "紧急公务")
        .fills("具体情况", "当日受县政府指派，处置突发事件。")
        .picture(Picture.REQUEST_LEAVE)
        .completes();
    steps.department().takesOn("审批请示事项").chooses("同意").picture(Picture.REVIEW_REQUEST).completes();
    member.opensTask("提交书面发言材料").writes("书面发言", "因紧急公务不能到会，现将对照检查和批评意见书面提交。").completes();
  }

  private void meetingIsHeld() {
    clock.setTo(MEETING);
    steps.recorderTakesAttendance(List.of(onLeave()), List.of(absentee()));
    recorderSeesTheWholeAgenda();
    steps.recorderKeepsTheMinutes(away());
    steps.absenteesAreToldAndConfirm(away());
  }

  private void recorderSeesTheWholeAgenda() {
    Desk recorder = steps.recorder();
    recorder.page().waitForCondition(() -> recorder.isAskedTo("通报整改和意见"));
    recorder.page().getByText("进入会议", new Page.GetByTextOptions().setExact(true)).click();
    recorder.page().locator("#agenda").waitFor();
    assertThat(recorder.says()).contains("请假", "缺席", onLeave().name(), absentee().name());
    recorder.picture(Picture.AGENDA);
  }

  private void noticeIsMendedAndPublished() {
    OpenTask notice = steps.recorderDraftsTheNotice("会议按期召开。" + MeetingSteps.CRITICISM);
    notice.writes("公布内容", "重点项目审批时限压缩三分之一，12月底前落实，请群众监督。");
    assertThat(notice.isRefused()).contains("不能公开").contains("通报内容");
    notice.picture(Picture.REDACTION).closesTheMessage();
    notice.writes("通报内容", "会议按期召开，整改措施已经明确，年底前完成。").completes();
    steps.chairApprovesTheNotice("通报并公布");
    steps
        .clerk()
        .takesOn("公布整改措施")
        .awaits("重点项目审批时限压缩三分之一")
        .lookingAt(".notice")
        .picture(Picture.PUBLISH_MEASURES)
        .completes();
  }

  private void problemIsSolvedWithTheSuperior() {
    OpenTask list = steps.clerk().takesOn("制定整改清单");
    Locator row = list.inFrame().locator(".list-row").first();
    row.locator("[data-field=problem]").fill("重点项目审批时间偏长。");
    row.locator("[data-field=goal]").fill("审批时限压缩三分之一。");
    row.locator("[data-field=measures]").fill("精简材料，推行并联审批。");
    row.locator("[data-field=owner]").selectOption(new SelectOption().setIndex(3));
    row.locator("[data-field=dueOn]").fill("2026-12-20");
    row.locator("[data-field=helpNeeded]").fill("请协调县政务服务局开放并联审批系统接口。");
    list.presses("立即保存")
        .awaits("已保存")
        .lookingAt("#rectification-list")
        .picture(Picture.RECTIFICATION_LIST)
        .completes();
    OpenTask help = steps.department().takesOn("答复协助请求");
    help.inFrame().getByLabel("答复", exactly()).fill("已协调县政务服务局，11月底前开放接口。");
    help.presses("保存答复")
        .awaits("已保存")
        .lookingAt("section.card + form.card")
        .picture(Picture.ANSWER_HELP)
        .completes();
    clock.setTo(LocalDate.of(2026, 12, 10));
    OpenTask work = office.of(members.get(2).personId()).opensTask("推进整改");
    work.inFrame().getByLabel("整改进展", exactly()).fill("接口已接通，审批时限由15日压缩至9日。");
    work.inFrame().getByLabel("佐证说明").fill("发改〔2026〕87号。");
    work.presses("保存进展").awaits("审批时限由15日压缩至9日").picture(Picture.RECTIFY);
    work.inFrame()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "并联审批通知.txt", "text/plain", "自12月1日起实行并联审批。".getBytes(StandardCharsets.UTF_8)));
    work.presses("上传").awaits("并联审批通知.txt 已列入“办理情况”");
    work.inFrame().locator("summary").getByText("申请延期").click();
    work.lookingAt("#evidence-upload").picture(Picture.RECTIFY_MORE).completes();
    OpenTask verification = steps.clerk().takesOn("验收整改结果");
    verification.inFrame().getByText("达到目标，同意销号").click();
    verification
        .presses("保存验收结论")
        .awaits("已保存")
        .lookingAt("form.card")
        .picture(Picture.VERIFY)
        .completes();
    Desk clerk = steps.clerk();
    clerk
        .page()
        .waitForCondition(
            () -> {
              clerk.opens("/rectification?part=CLOSED");
              return clerk.says().contains(NUMBER + "-Z01");
            });
    assertThat(clerk.says()).contains("已销号");
    clerk.picture(Picture.RECTIFICATION_OVERVIEW);
  }

  private static FrameLocator.GetByLabelOptions exactly() {
    return new FrameLocator.GetByLabelOptions().setExact(true);
  }

  private void everythingIsFiled() throws IOException {
    Desk archivist = office.of(Role.ARCHIVIST, BODY);
    Page page = archivist.page();
    page.waitForCondition(
        () -> {
          archivist.opens("/archive");
          return page.locator("main table a").count() > 0;
        });
    archivist.picture(Picture.ARCHIVE_REGISTER);
    page.locator("main table a").first().click();
    page.getByText("下载归档包").waitFor();
    assertThat(archivist.says()).contains(NUMBER);
    archivist.picture(Picture.ARCHIVE_PACKAGE);
    Download download = page.waitForDownload(() -> page.getByText("下载归档包").click());
    Path bag = Files.createTempFile("bag", ".zip");
    download.saveAs(bag);
    try (ZipFile zip = new ZipFile(bag.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .anyMatch(name -> name.endsWith("bagit.txt"))
          .anyMatch(name -> name.endsWith("manifest-sha256.txt"));
    } finally {
      Files.delete(bag);
    }
  }
}
