package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * While a body prepares its yearly meeting, an audit finds a grave problem: the superior orders a
 * special meeting, which is held and filed beside the yearly one.
 */
@BrowserTest
class SpecialMeetingStoryTest {

  private static final String BODY = "YL02";
  private static final String UNPREPARED_BODY = "YL06";
  private static final String WORK = "专题民主生活会";
  private static final LocalDate BEGINNING = LocalDate.of(2026, 10, 12);
  private static final LocalDate SPECIAL = LocalDate.of(2026, 11, 5);
  private static final LocalDate YEARLY = LocalDate.of(2026, 12, 10);

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
        new Office(browser, port, organizations, clock, Picture.of(Picture.Story.SPECIAL_MEETING));
    steps = new MeetingSteps(office, organizations, BODY, WORK);
    members = organizations.leadingBody(BODY);
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void specialMeetingIsOrderedHeldAndFiledBesideTheYearlyOne() {
    office.of(Role.RECORDER, BODY).startsLifeMeeting(YEARLY);
    departmentReportsWhatTheAuditFound();
    committeeOrdersASpecialMeeting();
    bodyPrepares();
    clock.setTo(SPECIAL);
    steps.recorderTakesAttendance(List.of(), List.of());
    steps.recorderKeepsTheMinutes(List.of());
    clock.setTo(SPECIAL.plusDays(4));
    steps.recorderReports("应到" + members.size() + "人，全部到会。");
    steps.threeReceiptsCome();
    steps.observerReports();
    steps.recorderDraftsTheNotice("会议按期召开，整改措施已经明确，年底前完成。").completes();
    steps.chairApprovesTheNotice("只通报，不公布");
    steps.nothingIsToBeRectified();
    bothAreOnRecord();
    departmentRegistersForABodyThatPreparesNothing();
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.SPECIAL_MEETING));
  }

  private Desk opensTheRegister(String body) {
    Desk department = office.of(Role.STAFF, MeetingSteps.ORGANIZATION_DEPARTMENT);
    department.goesHome();
    department.page().getByText("需要专门召开民主生活会的，在此登记").click();
    department
        .page()
        .getByLabel("领导班子")
        .selectOption(new SelectOption().setLabel(organizations.get(body).name()));
    department.page().getByText("选定", new Page.GetByTextOptions().setExact(true)).click();
    department
        .page()
        .locator(".card-title:has-text('" + organizations.get(body).name() + "')")
        .waitFor();
    return department;
  }

  private void departmentReportsWhatTheAuditFound() {
    Desk department = opensTheRegister(BODY);
    assertThat(department.says()).contains("正在准备，先由上级党组织决定专门召开，还是并入年度民主生活会");
    department.picture(Picture.SPECIAL_OFFER);
    department.follows("报告专门召开情形");
    department
        .confirms("报告专门召开情形", "报告专门情形")
        .chooses("报告上级")
        .picks("情形", "纪检监察、巡视巡察、审计发现重要问题")
        .fills("情况说明", "审计发现专项资金管理存在重要问题，9月28日通报。")
        .picture(Picture.REPORT_TRIGGER)
        .completes();
  }

  private void committeeOrdersASpecialMeeting() {
    office
        .of(Role.OFFICE, MeetingSteps.COMMITTEE)
        .takesOn("决定如何召开")
        .chooses("专门召开")
        .fillsDate("专门会议的日期", SPECIAL)
        .fills("理由", "问题重要，应当及时剖析整改。")
        .picture(Picture.DECIDE_SPECIAL)
        .completes();
  }

  private void bodyPrepares() {
    steps.superiorGivesTheTheme("深刻剖析审计发现的问题，坚决整改到位");
    steps.officeMakesThePlan();
    clock.setTo(BEGINNING.plusDays(3));
    steps.superiorAgreesToThePlan(SPECIAL.toString());
    steps.superiorSendsObservers();
    steps.officeStudies();
    OpenTask opinions = steps.officeCollectsOpinions();
    steps.registers(opinions, "干部", "领导班子", "专项资金使用公开不够。");
    steps.registers(opinions, "干部", members.get(2).name(), "对分管领域监督不够。");
    opinions.completes();
    steps.officeFeedsBack(members.get(2), "专项资金使用公开不够。", "对分管领域监督不够。");
    steps.officeRegistersTheTalks("2026-10-13");
    steps.membersConfirmTheFeedback();
    steps.memberExplains(members.get(2));
    steps.officeWritesForTheBody();
    steps.membersWriteTheirOutlines();
  }

  private void bothAreOnRecord() {
    Desk archivist = office.of(Role.ARCHIVIST, BODY);
    archivist
        .page()
        .waitForCondition(
            () -> {
              archivist.opens("/archive");
              return archivist.says().contains(WORK);
            });
    Desk department = opensTheRegister(BODY);
    assertThat(department.says()).contains("LM-2026-" + BODY + "-S1", "审计发现重要问题");
    department.page().getByText("本年度专题民主生活会").scrollIntoViewIfNeeded();
    department.picture(Picture.SPECIAL_RUNS);
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.opensCase("LM-2026-" + BODY);
    assertThat(recorder.says()).as("the yearly meeting goes on").contains("明确主题确定方式");
  }

  private void departmentRegistersForABodyThatPreparesNothing() {
    Desk department = opensTheRegister(UNPREPARED_BODY);
    Page page = department.page();
    page.getByLabel("属于哪种情形", new Page.GetByLabelOptions().setExact(true))
        .first()
        .selectOption(new SelectOption().setLabel("发生重大决策失误"));
    page.getByLabel("文号或者编号").fill("云审〔2026〕31号");
    page.getByLabel("拟召开日期").fill(clock.today().plusDays(20).toString());
    page.locator("textarea").first().fill("项目决策未经集体研究，造成损失，10月下旬发现。");
    department.picture(Picture.SPECIAL_REGISTER);
    page.getByText("登记并启动", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("当前环节").first().waitFor();
    assertThat(department.says()).contains("LM-2026-" + UNPREPARED_BODY + "-S1", "明确主题确定方式");
  }
}
