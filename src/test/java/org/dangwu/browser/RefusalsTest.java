package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.LoadState;
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

/** What people are told when a rule is in the way, and what strangers do not get to see. */
@BrowserTest
class RefusalsTest {

  private static final String BODY = "YL03";
  private static final String OTHER_BODY = "YL04";
  private static final String COMMITTEE = "YL";
  private static final LocalDate BEGINNING = LocalDate.of(2026, 10, 12);

  @Autowired private Organizations organizations;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(BEGINNING);
    office = new Office(browser, port, organizations, clock);
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void peopleAreToldInChineseWhatARuleAsksForAndStrangersSeeNothing() {
    secondStartIsRefusedWithItsReason();
    missingSectionIsNamed();
    planNineDaysBeforeNeedsAnotherDate();
    strangersSeeNeitherTaskNorCaseFileNorProgress();
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.REFUSALS));
  }

  private void secondStartIsRefusedWithItsReason() {
    Desk recorder = office.of(Role.RECORDER, BODY);
    recorder.goesHome();
    Desk secondPerson = office.of(Role.OFFICE, BODY);
    secondPerson.goesHome();
    recorder.startsLifeMeeting(BEGINNING.plusDays(9));
    secondPerson.page().getByLabel("拟开会日期").fill("2026-11-20");
    secondPerson.page().locator("main button:text-is('启动')").click();
    secondPerson.page().locator(".notice-error").waitFor();
    assertThat(secondPerson.says()).contains("同一单位同一年度只能启动一次");
    secondPerson.picture(Picture.SECOND_START);
  }

  private void missingSectionIsNamed() {
    OpenTask theme = office.of(Role.OFFICE, COMMITTEE).opensTask("明确主题确定方式");
    theme.picture(Picture.TASKLIST).claims();
    theme.chooses("上级党组织统一确定").fills("会议主题", "树牢和践行正确政绩观").completes();
    OpenTask plan = office.of(Role.OFFICE, BODY).takesOn("制定会议方案");
    plan.writes("会议地点", "县财政局二楼会议室").writes("主持人", organizations.leadingBody(BODY).get(0).name());
    assertThat(plan.isRefused()).isEqualTo("请先填写“会前准备安排”“会议程序”“上次整改落实概况”，再办结。");
    plan.picture(Picture.MISSING_SECTION).closesTheMessage();
    plan.writes("会前准备安排", "10月18日前完成。").writes("会议程序", "按规定的四项程序进行。").writes("上次整改落实概况", "已全部完成。");
    plan.completes();
  }

  private void planNineDaysBeforeNeedsAnotherDate() {
    OpenTask adjust = office.of(Role.OFFICE, BODY).takesOn("改期或申请例外");
    adjust.chooses("另定会议日期").fillsDate("新的会议日期", LocalDate.of(2026, 11, 20));
    adjust.picture(Picture.ADJUST_DATE).completes();
    Desk clerk = office.of(Role.OFFICE, BODY);
    clerk.takesOn("制定会议方案").completes();
    assertThat(clerk.isAskedTo("改期或申请例外")).isFalse();
    assertThat(office.of(Role.STAFF, "YLZZB").isAskedTo("审核报送事项")).isTrue();
  }

  private void strangersSeeNeitherTaskNorCaseFileNorProgress() {
    Desk clerk = office.of(Role.RECORDER, BODY);
    clerk.goesHome();
    List<String> addresses =
        List.of(
            clerk.page().locator("main a:text-is('进度图')").first().getAttribute("href"),
            clerk.page().locator("main a:text-is('卷宗')").first().getAttribute("href"));
    Desk staff = office.of(Role.STAFF, "YLZZB");
    staff.goesHome();
    String task = staff.page().locator("a.button-primary").first().getAttribute("href");
    LeadingMember member = organizations.leadingBody(OTHER_BODY).get(1);
    Desk stranger = office.of(member.personId()).expectsRefusal();
    stranger.goesHome();
    assertThat(stranger.says()).contains("目前没有待办事项").doesNotContain("LM-2026-" + BODY);
    for (String address : addresses) {
      assertThat(stranger.opens(address)).as(address).isIn(403, 404);
      assertThat(stranger.says()).doesNotContain("财政局");
    }
    String taskId = task.substring(task.indexOf("task=") + "task=".length());
    assertThat(stranger.opens("/dossier/task/" + taskId)).isIn(403, 404);
    stranger.opens(task);
    stranger.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(stranger.page().locator("body").innerText()).doesNotContain("审核报送事项");
  }
}
