package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.HashSet;
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

  private static final Map<String, Picture> SHEETS =
      Map.of(
          "UserTask_HoldAssembly", Picture.REVIEW_ASSEMBLY,
          "UserTask_Conclude", Picture.REVIEW_VERIFICATION,
          "UserTask_ProposeDisposal", Picture.REVIEW_DISPOSAL);
  private static final LocalDate ASSEMBLY = LocalDate.of(2026, 12, 10);
  private static final LocalDate ARCHIVED = LocalDate.of(2027, 1, 20);
  private static final LocalDate END = LocalDate.of(2028, 12, 31);

  @Autowired private BranchReview review;
  @Autowired private Organizations organizations;
  @Autowired private ManagementService management;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private final Set<String> shown = new HashSet<>();
  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(BranchReview.STARTED);
    office =
        new Office(browser, port, organizations, clock, Picture.of(Picture.Story.MEMBER_REVIEW));
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
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

    assertThat(review.outcome())
        .contains(
            "quota exceeded: 9 of 24",
            "MR-2026-YL0904 COMPLETED",
            "disposal LIFTED DEADLINE",
            "EXCELLENT SETTLED 7");
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.MEMBER_REVIEW));
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
    if (isOfInterest(task) && shown.add(task.getTaskDefinitionKey())) {
      return atTheBrowser(task, review.performer(task)) || review.work(task);
    }
    return review.work(task);
  }

  private boolean isOfInterest(Task task) {
    return switch (task.getTaskDefinitionKey()) {
      case "UserTask_DeployReviewYear",
          "UserTask_MakeReviewPlan",
          BallotProcess.Tasks.CONFIRM,
          "UserTask_Analyse",
          "UserTask_ApproveItems",
          "UserTask_Conclude",
          "UserTask_ProposeDisposal" ->
          true;
      case "UserTask_HoldAssembly" -> !clock.today().isBefore(ASSEMBLY);
      case "UserTask_WriteSummary", BallotProcess.Tasks.CAST, "UserTask_AcknowledgeResult" ->
          review.performer(task).equals(review.member(15));
      default -> false;
    };
  }

  /** Whether the task is done; else only its sheet was looked at. */
  private boolean atTheBrowser(Task task, String who) {
    switch (task.getTaskDefinitionKey()) {
      case "UserTask_DeployReviewYear" -> deploys(office.of(who));
      case "UserTask_MakeReviewPlan" -> plans(office.of(who));
      case "UserTask_WriteSummary" -> writesHisSummary(office.atTelephone(who), task);
      case BallotProcess.Tasks.CAST -> votes(office.atTelephone(who), task);
      case BallotProcess.Tasks.CONFIRM -> counts(office.of(who));
      case "UserTask_ApproveItems" -> approves(office.of(who));
      case "UserTask_AcknowledgeResult" -> readsHisResult(office.of(who));
      case "UserTask_Analyse" -> {
        studiesOneMember(office.of(who));
        return false;
      }
      default -> {
        looksAt(office.of(who), task, SHEETS.get(task.getTaskDefinitionKey()));
        return false;
      }
    }
    return true;
  }

  private void deploys(Desk desk) {
    desk.takesOn("部署年度民主评议")
        .fillsDate("各支部完成并归档的日期", LocalDate.of(2027, 1, 31))
        .fillsDate("统一预定的支部党员大会日期", LocalDate.of(2026, 12, 10))
        .chooses("分别进行")
        .chooses("座谈会")
        .chooses("列为评议对象")
        .fills("部署要求", "请各支部按照规定开展民主评议，年底前完成。")
        .picture(Picture.REVIEW_DEPLOY)
        .completes();
  }

  private void plans(Desk desk) {
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
    plan.picture(Picture.BRANCH_PLAN).completes();
    desk.concerning("");
  }

  private void writesHisSummary(Desk phone, Task task) {
    phone.goesHome();
    phone.page().getByText("填写并提交").first().click();
    FrameLocator paper = phone.page().frameLocator("iframe.own-paper");
    Locator sheet = paper.locator("main");
    phone
        .page()
        .waitForCondition(() -> (Boolean) sheet.evaluate("() => Boolean(window.dangwuDossier)"));
    assertThat(paper.locator(".demo-banner").count()).as("the outer page has it").isZero();
    for (Locator text : paper.locator("[data-section] textarea").all()) {
      text.fill("一年来参加组织生活和社区志愿服务，学习还不够深入。");
    }
    paper.locator("[data-section=selfGrade] input").fill("合格");
    paper.locator("[data-section=selfGrade] .field-state:has-text('已保存')").waitFor();
    phone.page().evaluate("window.scrollTo(0, 0)");
    phone.picture(Picture.REVIEW_SUMMARY);
    phone.page().getByText("提交个人总结").click();
    phone.page().locator(".notice-success").waitFor();
    waitsForTheEndOf(phone, task);
  }

  private void votes(Desk phone, Task task) {
    Page page = phone.page();
    phone.opens("/ballot/" + review.fact(task, BallotProcess.ROUND));
    page.locator(".ballot-object").first().waitFor();
    String grade = page.locator(".ballot-object").first().innerText().contains("优秀") ? "合格" : "好";
    for (Locator row : page.locator(".ballot-object").all()) {
      row.locator("label")
          .filter(
              new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + grade + "\\s*$")))
          .click();
    }
    page.evaluate("window.scrollTo(0, 0)");
    phone.picture(Picture.REVIEW_VOTE);
    page.getByText("核对并投票").click();
    page.getByText("确认投票").click();
    page.getByText("您的票已收到").waitFor();
    waitsForTheEndOf(phone, task);
  }

  private void waitsForTheEndOf(Desk desk, Task task) {
    desk.page().waitForCondition(() -> !review.isOpen(task));
  }

  private void counts(Desk teller) {
    OpenTask confirm = teller.opensTask("监票确认");
    confirm.inFrame().getByText("确认无误并签字").scrollIntoViewIfNeeded();
    confirm.picture(Picture.REVIEW_TELLER);
    confirm.inFrame().getByText("确认无误并签字").click();
    confirm.awaits("已签字确认").completes();
  }

  /** Sees the sheet in Tasklist; it is filled in by the same hand without a browser. */
  private void looksAt(Desk desk, Task task, Picture picture) {
    desk.takesOn(task.getName()).lookingAt("main").picture(picture);
    desk.goesHome();
  }

  /** What the table advises is seen; the rest of the list is done by the same hand. */
  private void studiesOneMember(Desk desk) {
    OpenTask analysis = desk.takesOn("综合分析评价").lookingAt("main").picture(Picture.REVIEW_ANALYSIS);
    FrameLocator page = analysis.inFrame();
    page.locator("td a.button").first().click();
    page.locator("input[name=dues]").first().check();
    page.locator("input[name=life]").first().check();
    page.locator("input[name=handling][value=GRADE]").check();
    page.locator("#grade").selectOption("QUALIFIED");
    page.locator("#reason").fill("综合评议情况和日常表现研究");
    page.getByText("保存，查看建议等次").click();
    analysis.awaits("建议等次：").picture(Picture.REVIEW_MEMBER);
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
    approval.picture(Picture.REVIEW_APPROVAL).completes();
  }

  private void readsHisResult(Desk desk) {
    OpenTask result = desk.opensTask("查看并确认\\s*评定意见");
    FrameLocator page = result.inFrame();
    assertThat(page.locator("main").innerText()).contains("合格");
    page.locator("input[name=answer][value=ACKNOWLEDGE]").check();
    page.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("保存")).click();
    page.locator(".notice-success").first().waitFor();
    result.picture(Picture.REVIEW_RESULT).completes();
  }
}
