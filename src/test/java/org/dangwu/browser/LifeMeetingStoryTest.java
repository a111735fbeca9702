package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
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
 * The leading body of the bureau of development and reform holds its yearly meeting, from the home
 * page to the archive.
 */
@BrowserTest
class LifeMeetingStoryTest {

  private static final String BODY = "YL01";
  private static final String COMMITTEE = "YL";
  private static final String ORGANIZATION_DEPARTMENT = "YLZZB";
  private static final String DISCIPLINE = "YLJW";
  private static final LocalDate BEGINNING = LocalDate.of(2026, 10, 12);
  private static final LocalDate MEETING = LocalDate.of(2026, 11, 12);

  @Autowired private Organizations organizations;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private Office office;
  private List<LeadingMember> members;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(BEGINNING);
    office = new Office(browser, port, organizations, clock);
    members = organizations.leadingBody(BODY);
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void leadingBodyHoldsItsMeetingAndFilesIt() throws IOException {
    recorderStarts();
    superiorGivesTheTheme();
    officeMakesThePlan();
    superiorAgreesToThePlan();
    superiorSendsObservers();
    officeStudiesCollectsAndTalks();
    membersConfirmTheFeedback();
    memberExplains();
    officeWritesForTheBody();
    membersWriteTheirOutlines();
    recorderConfirmsSixOfSeven();
    recorderKeepsTheMinutes();
    absenteeIsToldAndConfirms();
    recorderReports();
    threeReceiptsCome();
    observerReports();
    noticeIsDraftedAndApproved();
    nothingIsToBeRectified();
    everythingIsFiled();
    assertThat(office.complaints()).as("consoles").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.LIFE_MEETING));
  }

  private void recorderStarts() {
    Desk nobody = office.ofNobody();
    nobody.opens("/login");
    nobody.picture(Picture.LOGIN);
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.page().getByLabel("拟开会日期").fill(MEETING.toString());
    recorder.picture(Picture.HOME_START);
    recorder.startsLifeMeeting(MEETING);
    assertThat(recorder.says()).contains("已启动，业务编号 LM-2026-YL01。");
    recorder.picture(Picture.HOME_RUNNING);
  }

  private void superiorGivesTheTheme() {
    OpenTask theme = office.of(Role.OFFICE, COMMITTEE).takesOn("明确主题确定方式");
    theme.chooses("上级党组织统一确定").fills("会议主题", "学习贯彻全会精神，推动发展和改革工作走在前、作表率");
    theme.picture(Picture.DECIDE_THEME).completes();
  }

  private void officeMakesThePlan() {
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.goesHome();
    clerk.picture(Picture.HOME_TASKS);
    OpenTask plan = clerk.takesOn("制定会议方案");
    plan.writes("会议地点", "县发展和改革局三楼会议室")
        .writes("主持人", members.get(0).name())
        .writes("会前准备安排", "10月底前完成学习、征求意见和谈心谈话，11月5日前完成发言提纲。")
        .writes("会议程序", "一、通报情况；二、班子对照检查；三、逐人对照检查和批评；四、总结。")
        .writes("上次整改落实概况", "上次查摆的4个问题已整改3个，1个正在整改。");
    plan.picture(Picture.MAKE_PLAN).completes();
  }

  private void superiorAgreesToThePlan() {
    clock.setTo(BEGINNING.plusDays(3));
    OpenTask review = office.of(Role.STAFF, ORGANIZATION_DEPARTMENT).takesOn("审核报送事项");
    assertThat(review.says()).contains("拟定会议日期：2026-11-12");
    review.readsCaseFile();
    review.chooses("同意").picture(Picture.REVIEW_PLAN).completes();
  }

  private void officeStudiesCollectsAndTalks() {
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.page().waitForCondition(() -> clerk.isAskedTo("组织学习"));
    clerk
        .takesOn("组织学习")
        .selects("学习方式", "集中学习")
        .writes("学习内容", "党章和全会文件。")
        .writes("学习方式和日期", "10月20日理论学习中心组集中学习。")
        .completes();
    collects(clerk);
    feedBack(clerk);
    talks(clerk);
    clerk.opens("/inbox");
    clerk.picture(Picture.INBOX);
    clerk.goesHome();
    clerk.follows("进度图");
    clerk.page().locator("svg").first().waitFor();
    clerk.picture(Picture.PROGRESS);
    clerk.goesHome();
    clerk.follows("卷宗");
    clerk.picture(Picture.DOSSIER);
  }

  private void collects(Desk clerk) {
    OpenTask task = clerk.takesOn("征求意见");
    FrameLocator page = task.inFrame();
    page.getByLabel("范围和方式").fill("书面征求各科室、下属单位和服务对象意见。");
    press(page, "保存组织方式");
    page.getByText("已保存征求意见的组织方式。").waitFor();
    registers(page, "干部", "领导班子", "深入基层调研不够。");
    registers(page, "服务对象", members.get(2).name(), "项目审批时间偏长。");
    task.picture(Picture.OPINIONS).completes();
  }

  private static void registers(
      FrameLocator page, String source, String addressee, String opinion) {
    page.getByLabel("意见来源").selectOption(new SelectOption().setLabel(source));
    page.getByLabel("意见对象").selectOption(new SelectOption().setLabel(addressee));
    page.getByLabel("意见原文").fill(opinion);
    press(page, "登记");
    page.locator("td").getByText(opinion).waitFor();
  }

  private void feedBack(Desk clerk) {
    OpenTask feedback = clerk.takesOn("如实反馈意见");
    FrameLocator page = feedback.inFrame();
    assertThat(page.locator("main").innerText()).contains("深入基层调研不够。", "项目审批时间偏长。");
    feedback.picture(Picture.FEEDBACK);
    page.locator("label").getByText(members.get(2).name()).click();
    press(page, "保存");
    page.getByText("已保存：1 人需要作出说明。").waitFor();
    page.getByText("需要作出说明的成员").scrollIntoViewIfNeeded();
    feedback.picture(Picture.FLAGGED_MEMBERS).completes();
  }

  private void talks(Desk clerk) {
    OpenTask task = clerk.takesOn("登记谈心谈话");
    FrameLocator page = task.inFrame();
    for (int i = 0; i < members.size() - 1; i++) {
      page.getByLabel("谈话成员").selectOption(new SelectOption().setLabel(members.get(i).name()));
      page.getByLabel("日期").fill("2026-10-04");
      page.getByLabel("地点").fill("县发展和改革局");
      page.getByLabel("主题").fill("工作作风");
      for (LeadingMember other : members.subList(i + 1, members.size())) {
        page.locator(".names label").getByText(other.name()).click();
      }
      press(page, "登记谈话");
      page.getByText("已登记 " + (members.size() - 1 - i) + " 次谈心谈话。").waitFor();
    }
    page.getByText("已全部登记").waitFor();
    task.picture(Picture.TALKS).completes();
  }

  private static void press(FrameLocator page, String button) {
    page.getByRole(
            AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private void superiorSendsObservers() {
    OpenTask proposal = office.of(Role.STAFF, ORGANIZATION_DEPARTMENT).takesOn("拟定列席人员");
    FrameLocator page = proposal.inFrame();
    page.getByText("未发现突出问题").click();
    page.getByLabel("研判依据").fill("日常了解和上年度民主生活会情况。");
    seat(page, "组织部门").selectOption("1L");
    seat(page, "纪检机关").selectOption("1M");
    press(page, "保存");
    page.getByText("已保存").first().waitFor();
    proposal.completes();
    OpenTask agreement = office.of(Role.STAFF, DISCIPLINE).takesOn("会商列席人员");
    agreement.inFrame().getByText("同意", new FrameLocator.GetByTextOptions().setExact(true)).click();
    press(agreement.inFrame(), "保存会商结果");
    agreement.inFrame().getByText("已保存").first().waitFor();
    agreement.completes();
  }

  private static Locator seat(FrameLocator page, String sender) {
    return page.locator("tr", new FrameLocator.LocatorOptions().setHasText(sender))
        .locator("select")
        .last();
  }

  private void membersConfirmTheFeedback() {
    for (LeadingMember member : members) {
      Desk desk = office.of(member.personId());
      desk.page().waitForCondition(() -> desk.isAskedTo("确认收到反馈"));
      desk.opensTask("确认收到反馈").completes();
    }
  }

  private void officeWritesForTheBody() {
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.page().waitForCondition(() -> clerk.isAskedTo("撰写对照检查材料"));
    clerk
        .takesOn("撰写对照检查材料")
        .writes("查摆的问题", "调查研究不够深入。")
        .writes("党性分析", "宗旨意识有所松懈。")
        .writes("整改措施", "每名成员每月下基层不少于2次。")
        .completes();
  }

  private void observerReports() {
    Desk observer = office.of(Role.STAFF, ORGANIZATION_DEPARTMENT);
    observer
        .opensTask("列席会议并报告情况")
        .fills("总体印象", "会议准备充分，程序规范。")
        .fills("会上已当场指出并纠正的问题", "无")
        .chooses("没有")
        .completes();
  }

  private void noticeIsDraftedAndApproved() {
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.page().waitForCondition(() -> recorder.isAskedTo("起草通报和公布稿"));
    recorder
        .takesOn("起草通报和公布稿")
        .writes("通报范围", "机关各科室、下属单位党组织")
        .writes("通报内容", "会议按期召开，整改措施已经明确，年底前完成。")
        .completes();
    Desk chair = office.of(members.get(0).personId());
    chair.page().waitForCondition(() -> chair.isAskedTo("审定通报和公布稿"));
    chair.opensTask("审定通报和公布稿").chooses("同意").chooses("只通报，不公布").completes();
  }

  private void nothingIsToBeRectified() {
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.page().waitForCondition(() -> clerk.isAskedTo("制定整改清单"));
    OpenTask list = clerk.takesOn("制定整改清单");
    list.inFrame().getByLabel("确无整改事项的理由").fill("查摆的问题已在会前整改完毕。");
    press(list.inFrame(), "立即保存");
    list.inFrame().getByText("已保存").first().waitFor();
    list.completes();
  }

  private void memberExplains() {
    Desk member = office.of(members.get(2).personId());
    member.page().waitForCondition(() -> member.isAskedTo("向组织作出说明"));
    member
        .opensTask("向组织作出说明")
        .writes("说明", "审批时间偏长的情况属实，已会同有关科室减少环节。")
        .picture(Picture.EXPLANATION)
        .completes();
  }

  private void membersWriteTheirOutlines() {
    for (LeadingMember member : members) {
      OpenTask outline =
          office
              .of(member.personId())
              .opensTask("撰写个人发言提纲")
              .writes("查摆的问题", "联系群众不够经常。")
              .writes("党性分析", "宗旨意识不够牢固。")
              .writes("整改措施", "每月到联系点走访一次。")
              .writes("个人有关事项说明", "无");
      if (member.principal()) {
        outline.picture(Picture.OUTLINE);
      }
      outline.completes();
    }
  }

  private void recorderConfirmsSixOfSeven() {
    clock.setTo(MEETING);
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.page().waitForCondition(() -> recorder.isAskedTo("确认到会人员"));
    OpenTask attendance = recorder.takesOn("确认到会人员");
    FrameLocator page = attendance.inFrame();
    assertThat(page.locator("main").innerText()).contains("应到 7 人，至少须到会 5 人");
    for (LeadingMember member : members) {
      Locator row = page.locator("tr", new FrameLocator.LocatorOptions().setHasText(member.name()));
      row.getByText(member.equals(absentee()) ? "缺席" : "到会").click();
    }
    page.getByLabel(absentee().name() + "的情况说明").fill("在外参加培训，没有请假");
    page.getByText("保存到会情况").click();
    page.getByText("已保存：应到 7 人，实到 6 人").waitFor();
    attendance.picture(Picture.ATTENDANCE).completes();
  }

  private LeadingMember absentee() {
    return members.get(6);
  }

  private void recorderKeepsTheMinutes() {
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder
        .takesOn("通报整改和意见")
        .writes("时间、地点、主持人、记录人", "11月12日上午，三楼会议室。")
        .writes("通报上次整改措施落实情况", "上次查摆的4个问题已整改3个。")
        .writes("通报本次征求意见情况", "共征求到意见2条。")
        .picture(Picture.MINUTES_OPENING)
        .completes();
    recorder.takesOn("班子对照检查").writes("主要负责人代表班子对照检查", "代表班子作了对照检查。").completes();
    for (LeadingMember member : members) {
      if (!member.equals(absentee())) {
        OpenTask minutes = recorder.takesOn("逐人检查和批评");
        assertThat(minutes.inFrame().locator(".agenda-now").innerText())
            .as("members speak in the order of their rank")
            .contains(member.name());
        minutes.writes("对照检查和自我批评", "联系群众不够经常。").writes("本人表态", "诚恳接受。");
        criticises(minutes.inFrame(), member);
        if (member.principal()) {
          minutes.picture(Picture.MINUTES_MEMBER);
        }
        minutes.completes();
      }
    }
    recorder
        .takesOn("总结提出整改要求")
        .writes("总结", "会议达到了预期目的。")
        .writes("整改工作要求", "一周内拿出整改清单。")
        .completes();
  }

  private void criticises(FrameLocator page, LeadingMember about) {
    String critic = members.get(members.indexOf(about) == 0 ? 1 : 0).name();
    press(page, "增加一段批评意见");
    page.getByLabel("批评意见的提出人").last().selectOption(new SelectOption().setLabel(critic));
    page.getByLabel("批评意见", new FrameLocator.GetByLabelOptions().setExact(true))
        .last()
        .fill("希望多到一线。");
  }

  private void absenteeIsToldAndConfirms() {
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.page().waitForCondition(() -> clerk.isAskedTo("转告情况和意见"));
    clerk
        .takesOn("转告情况和意见")
        .writes("转告日期", "2026-11-12")
        .writes("转告方式和转告人", "当面转告，由主要负责人转告")
        .writes("会议情况和对本人的批评意见", "希望多到一线。")
        .picture(Picture.TELL_ABSENTEE)
        .completes();
    office.of(absentee().personId()).opensTask("缺席人员确认").picture(Picture.CONFIRM_TOLD).completes();
  }

  private void recorderReports() {
    clock.setTo(MEETING.plusDays(6));
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.page().waitForCondition(() -> recorder.isAskedTo("撰写情况报告"));
    recorder
        .takesOn("撰写情况报告")
        .writes("征求意见情况", "共征求到意见2条，已如实反馈。")
        .writes("批评与自我批评情况", "成员逐一作了对照检查，相互提出批评意见。")
        .writes("主要问题及整改措施", "调查研究不够深入，12月底前完成整改。")
        .writes("到会和缺席情况", "应到7人，实到6人，1人未经请假缺席，已转告。")
        .picture(Picture.REPORT)
        .completes();
  }

  private void threeReceiptsCome() {
    clock.setTo(MEETING.plusDays(8));
    receipt(office.of(Role.OFFICE, COMMITTEE), "上级党组织签收", "县委办收〔2026〕118号")
        .picture(Picture.RECEIPT_SUPERIOR)
        .completes();
    receipt(office.of(Role.STAFF, DISCIPLINE), "上级纪检机关签收", "纪收〔2026〕66号")
        .picture(Picture.RECEIPT_DISCIPLINE)
        .completes();
    receipt(office.of(Role.STAFF, ORGANIZATION_DEPARTMENT), "上级组织部门签收", "组收〔2026〕73号")
        .chooses("不需要")
        .picture(Picture.RECEIPT_ORGANIZATION)
        .completes();
  }

  private static OpenTask receipt(Desk desk, String task, String number) {
    return desk.takesOn(task).fills("收文编号", number);
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
    assertThat(archivist.says()).contains("LM-2026-YL01");
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
