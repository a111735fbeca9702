package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The county's organisation department deploys the year's meetings for all its bodies; what would
 * be a special meeting is merged into one of them; a body that has not met is ordered to.
 */
@BrowserTest
class YearStoryTest {

  private static final String COUNTY = "YL";
  private static final String MERGING_BODY = "YL05";
  private static final String LATE_BODY = "YL04";
  private static final LocalDate BEGINNING = LocalDate.of(2026, 10, 12);
  private static final LocalDate SUGGESTED = LocalDate.of(2026, 12, 10);
  private static final LocalDate TOO_LATE = LocalDate.of(2027, 1, 4);
  private static final LocalDate ORDERED = LocalDate.of(2027, 1, 26);

  @Autowired private Organizations organizations;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(BEGINNING);
    office = new Office(browser, port, organizations, clock, Picture.of(Picture.Story.YEAR));
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void yearIsDeployedASpecialMeetingMergedAndABodyThatDidNotMeetIsOrderedTo() {
    departmentDeploysTheYear();
    everyBodyHasBegun();
    committeeMergesASpecialMeeting();
    clock.setTo(TOO_LATE);
    departmentOrdersTheMeeting();
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.YEAR));
  }

  private Desk department() {
    return office.of(Role.STAFF, MeetingSteps.ORGANIZATION_DEPARTMENT);
  }

  private String name(String body) {
    return organizations.get(body).name();
  }

  private void departmentDeploysTheYear() {
    Desk department = department();
    department.goesHome();
    department
        .page()
        .locator("main section div")
        .filter(new Locator.FilterOptions().setHasText("民主生活会年度部署"))
        .last()
        .getByText("启动", new Locator.GetByTextOptions().setExact(true))
        .click();
    department.page().locator(".notice").first().waitFor();
    department
        .takesOn("部署年度民主生活会")
        .chooses("统一确定")
        .fills("统一确定的主题", "学习贯彻全会精神，走在前、作表率")
        .chooses("按规定在第四季度（10月1日至12月31日）")
        .fillsDate("统一预定的会议日期", SUGGESTED)
        .fills("部署要求", "把会前准备做扎实，开出高质量，12月底前开完。")
        .picture(Picture.DEPLOY_YEAR)
        .completes();
  }

  private void everyBodyHasBegun() {
    Desk clerk = office.of(Role.OFFICE, LATE_BODY);
    clerk.page().waitForCondition(() -> clerk.isAskedTo("制定会议方案"));
    Desk department = department();
    department
        .page()
        .waitForCondition(
            () -> {
              opensTheOverview(department);
              return !department.says().contains("未启动");
            });
    assertThat(department.says())
        .contains(name(LATE_BODY), "LM-2026-" + LATE_BODY, "LM-2026-" + MERGING_BODY);
    department.picture(Picture.YEAR_OVERVIEW);
    department
        .takesOn("处理未能启动的单位")
        .awaits("未能启动")
        .marks("先行推进")
        .picture(Picture.YEAR_BLOCKED)
        .completes();
  }

  private void opensTheOverview(Desk department) {
    department.goesHome();
    String overview =
        department
            .page()
            .locator("main a[href*='/life-meeting/year/']")
            .first()
            .getAttribute("href");
    department.opens(overview);
  }

  private void committeeMergesASpecialMeeting() {
    Desk department = department();
    department.goesHome();
    Page page = department.page();
    page.getByText("需要专门召开民主生活会的，在此登记").click();
    page.getByLabel("领导班子").selectOption(new SelectOption().setLabel(name(MERGING_BODY)));
    page.getByText("选定", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".card-title:has-text('" + name(MERGING_BODY) + "')").waitFor();
    department.follows("报告专门召开情形");
    department
        .confirms("报告专门召开情形", "报告专门情形")
        .chooses("报告上级")
        .picks("情形", "发生重大决策失误")
        .fills("情况说明", "一项决策未经集体研究，10月上旬发现。")
        .completes();
    office
        .of(Role.OFFICE, COUNTY)
        .takesOn("决定如何召开")
        .chooses("并入年度民主生活会")
        .fills("理由", "年度民主生活会即将召开，一并剖析整改。")
        .completes();
    Desk clerk = office.of(Role.OFFICE, MERGING_BODY);
    clerk
        .page()
        .waitForCondition(
            () -> {
              clerk.opens("/inbox");
              return clerk.says().contains("增加专门议题");
            });
  }

  private void departmentOrdersTheMeeting() {
    Desk late = department().concerning(name(LATE_BODY));
    // Half of the time is over, everybody is reminded, the time is over: one after the other.
    late.page()
        .waitForCondition(
            () -> late.isAskedTo("处理未召开"),
            new Page.WaitForConditionOptions().setTimeout(3 * Desk.PATIENCE));
    late.takesOn("处理未召开")
        .chooses("责令限期召开")
        .fillsDate("限期（或者延期至）", ORDERED)
        .fills("理由", "没有在规定时间内召开，也没有申请延期。")
        .picture(Picture.HANDLE_NOT_HELD)
        .completes();
    Desk department = department().concerning("");
    department
        .page()
        .waitForCondition(
            () -> {
              opensTheOverview(department);
              return department.says().contains("（" + ORDERED + "前）");
            });
  }
}
