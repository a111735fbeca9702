package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.memberreview.BranchReview;
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
 * The yearly review of a branch, from the committee's campaign over a member's vote on his
 * telephone to the archive. One of each kind sits at the browser; the others do the same on the
 * same pages without one.
 */
@BrowserTest
@AutoConfigureMockMvc
@Import(BranchReview.class)
class MemberReviewStoryTest {

  private static final LocalDate ARCHIVED = LocalDate.of(2027, 1, 20);
  private static final LocalDate END = LocalDate.of(2028, 12, 31);

  @Autowired private BranchReview review;
  @Autowired private Organizations organizations;
  @Autowired private ManagementService management;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private final Set<String> shown = new HashSet<>();
  private final List<String> complaints = new ArrayList<>();
  private Browser browser;
  private BrowserContext phone;
  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    this.browser = browser;
    clock.setTo(BranchReview.STARTED);
    office = new Office(browser, port, organizations, clock, Set.of());
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
    if (phone != null) {
      phone.close();
    }
  }

  @Test
  void aBranchIsReviewedFromTheCampaignToTheArchiveAndToTheEndOfADeadline() {
    committeeStartsTheCampaign();
    LocalDate today = BranchReview.STARTED;
    do {
      assertThat(today).as("still open: %s", review.open()).isBefore(END);
      clock.setTo(today);
      liveThroughTheDay();
      // after the archive only a time limit runs
      today = today.isBefore(ARCHIVED) ? today.plusDays(1) : today.plusDays(20);
    } while (review.running() > 0);

    assertThat(shown)
        .containsExactlyInAnyOrder(
            "UserTask_DeployReviewYear",
            "UserTask_MakeReviewPlan",
            BallotProcess.Tasks.CAST,
            BallotProcess.Tasks.CONFIRM,
            "UserTask_Analyse",
            "UserTask_ApproveItems",
            "UserTask_AcknowledgeResult");
    assertThat(review.outcome())
        .contains("MR-2026-YL0904 COMPLETED", "disposal LIFTED DEADLINE", "EXCELLENT SETTLED 7");
    complaints.addAll(office.complaints());
    assertThat(complaints).as("consoles and screens").isEmpty();
  }

  private void committeeStartsTheCampaign() {
    Desk desk = office.of(Role.OFFICE, BranchReview.COMMITTEE);
    desk.goesHome();
    desk.page()
        .locator("main form[action$='/home/start']")
        .filter(
            new Locator.FilterOptions()
                .setHas(desk.page().locator("input[name=kind][value=MEMBER_REVIEW_YEAR]")))
        .getByText("启动")
        .click();
    desk.page().locator(".notice").first().waitFor();
  }

  private void liveThroughTheDay() {
    for (int quiet = 0; quiet < 2; ) {
      boolean busy = management.createJobQuery().executable().withRetriesLeft().count() > 0;
      for (Task task : review.open()) {
        busy |= review.isOpen(task) && work(task);
      }
      quiet = busy ? 0 : quiet + 1;
      pause();
    }
  }

  private void pause() {
    office.of(Role.OFFICE, BranchReview.COMMITTEE).page().waitForTimeout(150);
  }

  private boolean work(Task task) {
    String who = review.performer(task);
    String element = task.getTaskDefinitionKey();
    switch (element) {
      case "UserTask_DeployReviewYear" -> {
        deploys(office.of(who));
        return shown.add(element);
      }
      case "UserTask_MakeReviewPlan" -> {
        plans(office.of(who), task);
        return shown.add(element);
      }
      case BallotProcess.Tasks.CAST -> {
        if (who.equals(review.member(15)) && shown.add(element)) {
          votesOnHisTelephone(who, review.fact(task, BallotProcess.ROUND));
          return true;
        }
      }
      case BallotProcess.Tasks.CONFIRM -> {
        if (shown.add(element)) {
          OpenTask confirm = office.of(who).opensTask("监票确认");
          confirm.inFrame().getByText("确认无误并签字").click();
          confirm.inFrame().getByText("已签字确认").waitFor();
          confirm.completes();
          return true;
        }
      }
      case "UserTask_Analyse" -> {
        if (shown.add(element)) {
          looksAtOneMember(office.of(who));
        }
      }
      case "UserTask_ApproveItems" -> {
        if (shown.add(element)) {
          approves(office.of(who));
          return true;
        }
      }
      case "UserTask_AcknowledgeResult" -> {
        if (who.equals(review.member(15)) && shown.add(element)) {
          readsHisResult(office.of(who));
          return true;
        }
      }
      default -> {
        // done without a browser
      }
    }
    return review.work(task);
  }

  private void deploys(Desk desk) {
    desk.takesOn("部署年度民主评议")
        .fillsDate("各支部完成并归档的日期", LocalDate.of(2027, 1, 31))
        .fillsDate("统一预定的支部党员大会日期", LocalDate.of(2026, 12, 10))
        .chooses("分别进行")
        .chooses("座谈会")
        .chooses("列为评议对象")
        .fills("部署要求", "请各支部按照规定开展民主评议，年底前完成。")
        .completes();
  }

  private void plans(Desk desk, Task task) {
    desk.concerning("青石社区第二党支部");
    OpenTask plan = desk.takesOn("制定评议方案");
    FrameLocator page = plan.inFrame();
    review
        .plan()
        .forEach(
            (name, value) -> {
              Locator field = page.locator("[name='" + name + "']");
              if (field.count() == 0) {
                return;
              }
              String tag = String.valueOf(field.first().evaluate("field => field.type"));
              if (tag.equals("radio")) {
                page.locator("[name='" + name + "'][value='" + value + "']").check();
              } else if (tag.startsWith("select")) {
                field.first().selectOption(value.toString());
              } else {
                field.first().fill(value.toString());
              }
            });
    // the members find their groups in the list once the groups have names
    page.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("保存方案")).click();
    page.locator(".notice-success, .notice-error").first().waitFor();
    assertThat(page.locator(".notice-error").allInnerTexts()).isEmpty();
    plan.completes();
    desk.concerning("");
  }

  private void votesOnHisTelephone(String voter, String round) {
    phone =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(360, 740)
                .setHasTouch(true));
    Page page = phone.newPage();
    page.setDefaultTimeout(Desk.PATIENCE);
    page.onPageError(complaints::add);
    page.navigate("http://localhost:" + port + "/login");
    page.getByLabel("人员编号").fill(voter);
    page.getByLabel("密码").fill("demo");
    page.locator("main button[type=submit]").click();
    page.waitForURL("**/home");
    page.navigate("http://localhost:" + port + "/ballot/" + round);
    List<Locator> rows = page.locator(".ballot-object").all();
    assertThat(rows).hasSizeGreaterThan(0);
    String first = rows.get(0).locator("label").first().innerText().strip();
    for (Locator row : rows) {
      row.locator("label")
          .filter(
              new Locator.FilterOptions()
                  .setHasText(
                      Pattern.compile("^\\s*" + (first.equals("优秀") ? "合格" : "好") + "\\s*$")))
          .click();
    }
    complaints.addAll(Screen.faults(page, "ballot of the review"));
    page.getByText("核对并投票").click();
    page.getByText("确认投票").click();
    page.getByText("您的票已收到").waitFor();
  }

  /** What the table advises is seen; the rest of the list is done by the same hand. */
  private void looksAtOneMember(Desk desk) {
    OpenTask analysis = desk.takesOn("综合分析评价");
    FrameLocator page = analysis.inFrame();
    page.locator("td a.button").first().click();
    page.locator("input[name=dues]").first().check();
    page.locator("input[name=life]").first().check();
    page.locator("input[name=handling][value=GRADE]").check();
    page.locator("#grade").selectOption("QUALIFIED");
    page.locator("#reason").fill("综合评议情况和日常表现研究");
    page.getByText("保存，查看建议等次").click();
    page.getByText("建议等次：").first().waitFor();
    desk.goesHome();
  }

  private void approves(Desk desk) {
    OpenTask approval = desk.takesOn("逐人审批");
    FrameLocator page = approval.inFrame();
    Map<String, Object> answers = review.answers();
    answers.forEach(
        (name, value) -> {
          if (name.startsWith("answer-")) {
            page.locator("[name='" + name + "'][value='" + value + "']").check();
          } else {
            page.locator("[name='" + name + "']").fill(value.toString());
          }
        });
    page.getByText("保存审批意见").click();
    page.locator(".notice-success").first().waitFor();
    approval.completes();
  }

  private void readsHisResult(Desk desk) {
    OpenTask result = desk.opensTask("查看并确认\\s*评定意见");
    FrameLocator page = result.inFrame();
    assertThat(page.locator("main").innerText()).contains("合格");
    page.locator("input[name=answer][value=ACKNOWLEDGE]").check();
    page.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("保存")).click();
    page.locator(".notice-success").first().waitFor();
    result.completes();
  }
}
