package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.models.Proves;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recorder takes the minutes while the network comes and goes: not a word is lost. */
@BrowserTest
class AgendaTest {

  private static final String BODY = "YL05";
  private static final LocalDate MEETING = LocalDate.of(2026, 11, 12);
  private static final Path PICTURES = Path.of("target", "pictures");

  @Autowired private Organizations organizations;
  @Autowired private MovableClock clock;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private Dossiers dossiers;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private final String caseId = UUID.randomUUID().toString();
  private Office office;
  private List<LeadingMember> members;
  private String instance;
  private Desk desk;
  private Page page;

  @BeforeEach
  void meetingBegins(Browser browser) {
    clock.setTo(MEETING);
    office = new Office(browser, port, organizations, clock);
    members = organizations.leadingBody(BODY);
    start();
    String recorder = organizations.holders(Role.RECORDER, BODY).get(0);
    tasks.claim(task(), recorder);
    desk = office.of(recorder).expectsRefusal();
    page = desk.page();
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Proves({"A21", "A23", "A25"})
  @Test
  void recorderLosesNoWordWhenTheNetworkDropsThePageIsReloadedAndTwoWindowsWrite() {
    attendanceIsTaken();
    wordsTypedOfflineSurviveAReload();
    nothingStaysOnTheComputerOnceTheServerHasIt();
    twoWindowsLoseNeitherText();
    recorderGoesOnToTheMembers();
    criticsAreNamed();
    pageFitsTheFrameOfTasklist();
    signingOutLeavesNothing();
    assertThat(desk.complaints()).filteredOn(text -> !text.contains("ERR_INTERNET")).isEmpty();
  }

  private void attendanceIsTaken() {
    desk.opens("/life-meeting/task/" + task() + "/attendance");
    for (LeadingMember member : members) {
      Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(member.name()));
      row.getByText(member.equals(absentee()) ? "缺席" : "到会").click();
    }
    picture("agenda-attendance");
    page.getByText("保存到会情况").click();
    page.getByText("已保存：应到").waitFor();
    tasks.complete(task());
    tasks.claim(task(), organizations.holders(Role.RECORDER, BODY).get(0));
  }

  private void wordsTypedOfflineSurviveAReload() {
    opensAgenda();
    type("时间、地点、主持人、记录人", "上午九时，三楼会议室。");
    stateBecomes("已保存");
    page.context().setOffline(true);
    type("通报上次整改措施落实情况", "断网以后记下的一段话，一个字也不能丢。");
    stateBecomes("网络中断，已暂存本机");
    picture("agenda-offline");
    try {
      page.reload();
    } catch (PlaywrightException offline) {
      assertThat(offline).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
    }
    page.context().setOffline(false);
    opensAgenda();
    assertThat(field("通报上次整改措施落实情况").inputValue()).isEqualTo("断网以后记下的一段话，一个字也不能丢。");
    stateBecomes("已保存");
    assertThat(written("minutesOpening", "")).containsEntry("previous", "断网以后记下的一段话，一个字也不能丢。");
    page.context().setOffline(true);
    type("通报本次征求意见情况", "网络恢复以后自动保存。");
    stateBecomes("网络中断");
    page.context().setOffline(false);
    stateBecomes("已保存");
    assertThat(written("minutesOpening", "")).containsEntry("opinions", "网络恢复以后自动保存。");
  }

  private void nothingStaysOnTheComputerOnceTheServerHasIt() {
    assertThat(copies()).isEqualTo(0);
  }

  private void twoWindowsLoseNeitherText() {
    Page second = page.context().newPage();
    second.navigate(page.url());
    second.getByLabel("通报本次征求意见情况").fill("第二个窗口的文字。");
    second.locator("#agenda-state:has-text('已保存')").waitFor();
    type("通报本次征求意见情况", "第一个窗口的文字。");
    page.getByText("两份都保留").click();
    stateBecomes("已保存");
    second.close();
    assertThat(written("minutesOpening", "").get("opinions")).isEqualTo("第二个窗口的文字。\n第一个窗口的文字。");
  }

  private void recorderGoesOnToTheMembers() {
    picture("agenda-opening");
    goesOn("班子对照检查");
    type("主要负责人代表班子对照检查", "代表班子作了对照检查。");
    page.keyboard().press("Control+s");
    stateBecomes("已保存");
    goesOn(members.get(0).name() + " 对照检查");
  }

  private void criticsAreNamed() {
    String second = members.get(1).name();
    String third = members.get(2).name();
    Locator rows = page.locator(".agenda-critic");
    // Typed as soon as the page is there, maybe before its script runs.
    type("对照检查和自我批评", "联系群众不够经常。");
    rows.first().locator("textarea").fill("第一段没有写提出人。");
    stateBecomes("已保存");
    page.locator("#agenda-next").click();
    page.locator("#agenda-confirm [data-yes]").click();
    page.locator("#agenda-notice:has-text('请为第1段批评意见选择提出人')").waitFor();
    rows.first().locator("select").selectOption(second);
    page.getByText("增加一段批评意见").click();
    rows.nth(1).locator("select").selectOption(third);
    rows.nth(1).locator("textarea").fill("有两点。\n" + second + "：这是引用。");
    stateBecomes("已保存");
    assertThat(written("minutesMember", members.get(0).personId()).get("criticism"))
        .isEqualTo(second + "：第一段没有写提出人。\n" + third + "：有两点。\n　　" + second + "：这是引用。");
    opensAgenda();
    assertThat(rows.count()).isEqualTo(2);
    assertThat(rows.nth(1).locator("select").inputValue()).isEqualTo(third);
    assertThat(field("对照检查和自我批评").inputValue()).isEqualTo("联系群众不够经常。");
    picture("agenda-member");
    goesOn(second + " 对照检查");
  }

  private void pageFitsTheFrameOfTasklist() {
    page.setViewportSize(700, 640);
    page.navigate(page.url().replace("?whole", ""));
    page.locator("#agenda").waitFor();
    picture("agenda-frame");
    assertThat(Screen.faults(page, "agenda in the frame")).isEmpty();
    page.setViewportSize(1366, 768);
  }

  private void signingOutLeavesNothing() {
    page.evaluate(
        "localStorage.setItem('dangwu-copy:somebody:t:d:s', '{\"text\":\"x\",\"at\":1}')");
    desk.opens("/logout-page");
    page.locator("main button[type=submit]").click();
    page.getByText("您已安全退出").waitFor();
    page.waitForLoadState();
    assertThat(copies()).isEqualTo(0);
  }

  private void goesOn(String title) {
    page.locator("#agenda-next").click();
    page.locator("#agenda-confirm [data-yes]").click();
    page.locator(".agenda-now:has-text('" + title + "')").waitFor();
  }

  private void opensAgenda() {
    desk.opens("/life-meeting/task/" + task() + "/agenda?whole");
    page.locator("#agenda-state").waitFor();
  }

  private Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private void type(String label, String text) {
    field(label).fill(text);
  }

  private void stateBecomes(String text) {
    page.locator("#agenda-state:has-text('" + text + "')").waitFor();
  }

  private int copies() {
    return ((Number)
            page.evaluate(
                "Object.keys(localStorage).filter(k => k.startsWith('dangwu-copy:')).length"))
        .intValue();
  }

  private Map<String, String> written(String type, String subject) {
    return dossiers.read(
        dossiers.find(new DocumentKey(caseId, type, subject)).orElseThrow().id(), "test");
  }

  private LeadingMember absentee() {
    return members.get(members.size() - 1);
  }

  private String task() {
    return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** A run of the body whose members are about to sit down. */
  private void start() {
    Timestamp now = Timestamp.from(clock.instant());
    String name = organizations.get(BODY).name();
    Date day = Date.from(MEETING.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    List<String> ids = members.stream().map(LeadingMember::personId).toList();
    Map<String, Object> facts = new HashMap<>();
    facts.put("caseId", caseId);
    facts.put("procedure", "life-meeting");
    facts.put("organization", BODY);
    facts.put("organizationName", name);
    facts.put("year", 2026);
    facts.put("principal", ids.get(0));
    facts.put("chair", ids.get(0));
    facts.put("meetingKind", "ANNUAL");
    facts.put("dueCount", ids.size());
    facts.put("meetingDate", day);
    facts.put(
        "members",
        Variables.objectValue(new java.util.ArrayList<>(ids))
            .serializationDataFormat(Variables.SerializationDataFormats.JSON)
            .create());
    instance =
        runtime
            .createProcessInstanceByKey("life-meeting")
            .businessKey("LM-2026-" + BODY)
            .startBeforeActivity("UserTask_ConfirmAttendance")
            .setVariables(facts)
            .execute()
            .getId();
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, ?, 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, BODY, name, "LM-2026-" + BODY, "LM-2026-" + BODY, instance, ids.get(0), now)
        .update();
    for (int i = 0; i < members.size(); i++) {
      jdbc.sql(
              "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                  + " principal, voting, frozen_at) values (?, ?, ?, ?, ?, ?, true, ?)")
          .params(caseId, ids.get(i), members.get(i).name(), i + 1, "委员", i == 0, now)
          .update();
    }
  }
}
