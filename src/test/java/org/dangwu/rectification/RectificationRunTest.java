package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.organization.Role;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockMultipartFile;

/**
 * The people of a body of the demo county list, put right, verify and close items, over the turn of
 * a year, on the pages that Tasklist shows them.
 */
@ExtendWith(OutputCaptureExtension.class)
class RectificationRunTest extends RectificationStage {

  private static final String MARKER = "独有整改词丙丁戊";

  private String instance;

  @BeforeEach
  void theListIsToBeWritten() {
    instance =
        begin(
            "rectification-probe",
            "LIFE_MEETING",
            body,
            Map.of("procedure", "life-meeting", "year", 2026));
  }

  @Proves({"A31", "A35"})
  @Test
  void listBecomesItemsADocumentAndTasksOfTheirOwners() throws Exception {
    Task list = claim(Tasks.LIST, office);
    assertThatThrownBy(() -> complete(list, office))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请至少列出一项");

    save(list, 0, List.of(row("problem", "支部学习不够深入")), "")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").value(1))
        .andExpect(jsonPath("$.missing").value(containsString("请填写第 1 项的整改目标")));
    assertThatThrownBy(() -> complete(list, office)).hasMessageContaining("整改目标");
    save(list, 0, List.of(), "").andExpect(status().isConflict());

    save(list, 1, List.of(row("dueOn", LISTED.toString())), "").andExpect(status().isOk());
    assertThatThrownBy(() -> complete(list, office)).hasMessageContaining("今天以后的完成期限");
    save(list, 2, List.of(row("owner", stranger())), "").andExpect(status().isOk());
    assertThatThrownBy(() -> complete(list, office)).hasMessageContaining("选择责任人");
    assertThat(rectifications.itemsOf(caseId)).isEmpty();

    save(list, 3, List.of(row("", ""), row("owner", office)), "").andExpect(status().isOk());
    page(office, get("/rectification/task/" + list.getId() + "/list"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("基层联系点走访次数不足")));
    complete(list, office);
    runJobs();

    assertThat(rectifications.itemsOf(caseId))
        .extracting(RectificationItem::id, RectificationItem::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(number + "-Z01", ItemState.OPEN),
            org.assertj.core.groups.Tuple.tuple(number + "-Z02", ItemState.OPEN));
    DocumentKey document = DocumentKey.of(caseId, ListDocument.TYPE);
    assertThat(dossiers.isFinal(document)).isTrue();
    assertThat(dossiers.read(dossiers.find(document).orElseThrow().id(), "test").get("items"))
        .contains("基层联系点走访次数不足", "每季度走访一次");
    assertThat(open(Tasks.RECTIFY)).extracting(Task::getAssignee).contains(member, office);
    assertThat(rectifications.closingRate(body, 2026)).isEqualTo(new ClosingRate(2, 0, 0, 0));
  }

  @Proves("A31")
  @Test
  void aReasonMayStandInsteadOfItems() throws Exception {
    Task list = claim(Tasks.LIST, office);
    save(list, 0, List.of(row("", "")), "没有").andExpect(status().isOk());
    assertThatThrownBy(() -> complete(list, office)).hasMessageContaining("请删去");
    save(list, 1, List.of(), "对照检查的问题均已在会前整改到位").andExpect(status().isOk());
    complete(list, office);
    runJobs();
    assertThat(rectifications.itemsOf(caseId)).isEmpty();
    assertThat(
            unrestricted.call(
                () -> runtime.createProcessInstanceQuery().processInstanceId(instance).count()))
        .isZero();
  }

  @Proves({"A31", "A32", "A21", "E32"})
  @Test
  void itemRunsOverTheYearWithHelpExtensionAndReturnUntilItIsClosed(CapturedOutput output)
      throws Exception {
    list(row("helpNeeded", MARKER + "请协调编制"));
    Task rectify = one(Tasks.RECTIFY);
    assertThat(rectify.getAssignee()).isEqualTo(member);
    assertThatThrownBy(() -> complete(rectify, member)).hasMessageContaining("请先填报整改进展");

    act(member, rectify, "progress", Map.of("report", MARKER + "已走访两次", "evidence", ""))
        .andExpect(flash().attribute("saved", "进展已填报。"));
    page(
            member,
            multipart("/rectification/task/" + rectify.getId() + "/files")
                .file(
                    new MockMultipartFile(
                        "file", "走访记录.txt", "text/plain", MARKER.getBytes(StandardCharsets.UTF_8)))
                .with(csrf()))
        .andExpect(status().isOk());
    assertThatThrownBy(() -> complete(rectify, member)).hasMessageContaining("尚未答复");

    Task help = claim(Tasks.ANSWER_HELP, department);
    assertThatThrownBy(() -> complete(help, department)).hasMessageContaining("填写答复");
    act(department, help, "answer", Map.of("answer", MARKER + "由编办协调"))
        .andExpect(status().is3xxRedirection());
    complete(help, department);
    runJobs();

    act(member, rectify, "extension", Map.of("newDue", DUE.toString(), "reason", "同期"))
        .andExpect(content().string(containsString("应当晚于现在的期限")))
        .andExpect(content().string(containsString("同期")));
    LocalDate later = DUE.plusMonths(1);
    act(member, rectify, "extension", Map.of("newDue", later.toString(), "reason", "汛期"))
        .andExpect(status().is3xxRedirection());
    assertThat(item().dueOn()).isEqualTo(DUE);
    Task decide = claim(Tasks.DECIDE_EXTENSION, principal);
    act(principal, decide, "extension-decision", Map.of("agreed", "true", "opinion", "同意"))
        .andExpect(status().is3xxRedirection());
    complete(decide, principal);
    runJobs();
    assertThat(item().dueOn()).isEqualTo(later);
    assertThat(one(Tasks.RECTIFY).getDueDate()).isEqualTo(Days.endOf(later, clock));
    assertThat(watch().getDuedate()).isEqualTo(Days.morningOf(later.minusDays(7), clock));

    clock.setTo(LocalDate.of(2027, 2, 10));
    assertThat(rectifications.openItems(body, 2027))
        .extracting(RectificationItem::id)
        .containsExactly(number + "-Z01");
    complete(one(Tasks.RECTIFY), member);
    assertThat(item().state()).isEqualTo(ItemState.SUBMITTED);
    Task verify = claim(Tasks.VERIFY, principal);
    act(principal, verify, "verification", Map.of("passed", "false", "opinion", ""))
        .andExpect(content().string(containsString("请写明意见")));
    act(principal, verify, "verification", Map.of("passed", "false", "opinion", "还差一次"))
        .andExpect(status().is3xxRedirection());
    complete(verify, principal);
    runJobs();
    assertThat(item().state()).isEqualTo(ItemState.OPEN);

    clock.setTo(LocalDate.of(2027, 2, 20));
    Task again = one(Tasks.RECTIFY);
    assertThatThrownBy(() -> complete(again, member)).hasMessageContaining("请先填报整改进展");
    act(member, again, "progress", Map.of("report", "第三次走访完成", "evidence", "走访记录"));
    complete(again, member);
    Task second = claim(Tasks.VERIFY, office);
    act(office, second, "verification", Map.of("passed", "true", "opinion", "达到目标"));
    complete(second, office);
    runJobs();

    assertThat(item().state()).isEqualTo(ItemState.CLOSED);
    assertThat(item().closedOn()).isEqualTo(LocalDate.of(2027, 2, 20));
    assertThat(rectifications.openItems(body, 2027)).isEmpty();
    assertThat(rectifications.closingRate(body, 2026)).isEqualTo(new ClosingRate(1, 1, 1, 0));
    DocumentKey document = DocumentKey.of(caseId, ListDocument.TYPE);
    assertThat(dossiers.versions(document))
        .hasSize(2)
        .allSatisfy(
            version ->
                assertThat(version.files())
                    .extracting(file -> file.name())
                    .anyMatch(name -> name.endsWith(".docx")));
    assertThat(dossiers.read(dossiers.find(document).orElseThrow().id(), "test").get("result"))
        .contains("已于 2027-02-20 销号");
    assertThat(
            unrestricted.call(
                () -> runtime.createProcessInstanceQuery().processInstanceId(instance).count()))
        .isZero();
    page(member, get("/rectification/item/" + number + "-Z01"))
        .andExpect(content().string(containsString("第三次走访完成")))
        .andExpect(content().string(containsString("由编办协调")))
        .andExpect(content().string(containsString("走访记录.txt")));

    assertThat(tablesHolding(MARKER))
        .as("texts of items stay out of the engine")
        .isNotEmpty()
        .noneMatch(table -> table.toUpperCase(Locale.ROOT).startsWith("ACT_"));
    assertThat(output.getAll()).doesNotContain(MARKER);
  }

  @Proves("A31")
  @Test
  void theOwnerCannotVerifyOnAnyPath() throws Exception {
    list(row("owner", office));
    Task rectify = one(Tasks.RECTIFY);
    act(office, rectify, "progress", Map.of("report", "已办", "evidence", ""));
    complete(rectify, office);
    Task verify = claim(Tasks.VERIFY, office);
    String refusal = "不得验收本事项";
    act(office, verify, "verification", Map.of("passed", "true", "opinion", ""))
        .andExpect(content().string(containsString(refusal)));
    assertThatThrownBy(() -> complete(verify, office))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(refusal);
    as(office);
    assertThatThrownBy(() -> tasks.complete(verify.getId()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(refusal);
    assertThatThrownBy(() -> tasks.complete(verify.getId(), Map.of("verified", "YES")))
        .isInstanceOf(SubmissionRefused.class);
    identity.clearAuthentication();
    assertThatThrownBy(() -> tasks.complete(verify.getId())).hasMessageContaining(refusal);
    assertThat(item().state()).isEqualTo(ItemState.SUBMITTED);
  }

  @Proves("A31")
  @Test
  void whatThePrincipalOwnsIsVerifiedByTheSuperiorsDepartment() throws Exception {
    list(row("owner", principal));
    Task rectify = one(Tasks.RECTIFY);
    act(principal, rectify, "progress", Map.of("report", "已办", "evidence", ""));
    complete(rectify, principal);
    assertThat(unrestricted.call(() -> tasks.getIdentityLinksForTask(one(Tasks.VERIFY).getId())))
        .extracting(link -> link.getGroupId())
        .containsExactly(
            Role.STAFF.group(
                organizations.superiorOrganizationDepartment(body).orElseThrow().code()));
    Task verify = claim(Tasks.VERIFY, department);
    act(department, verify, "verification", Map.of("passed", "true", "opinion", "核实"));
    complete(verify, department);
    runJobs();
    assertThat(item().state()).isEqualTo(ItemState.CLOSED);
  }

  @Proves({"E32", "A34"})
  @Test
  void delayIsEscalatedOnceAnIntervalAndAPersonDecidesOnAccountability() throws Exception {
    list(row("severity", "IMPORTANT"));
    runWatch(DUE.minusDays(7));
    runWatch(DUE.minusDays(6));
    runWatch(DUE.plusDays(1));
    runWatch(DUE.plusDays(8));
    runWatch(DUE.plusDays(15));
    assertThat(
            jdbc.sql(
                    "select level_told from rectification_escalation where item_id = ? order by told_on")
                .param(number + "-Z01")
                .query(String.class)
                .list())
        .containsExactly("OWNER", "OWNER", "PRINCIPAL", "SUPERIOR");
    assertThat(messages("rectification-overdue", member)).isEqualTo(1);
    assertThat(messages("rectification-delayed", principal)).isEqualTo(1);
    assertThat(messages("rectification-escalated", department)).isEqualTo(1);

    Task study = claim(Tasks.DECIDE_ACCOUNTABILITY, department);
    assertThatThrownBy(() -> complete(study, department)).hasMessageContaining("研究结论和理由");
    page(department, get("/rectification/task/" + study.getId()))
        .andExpect(content().string(containsString("约谈主要负责人")))
        .andExpect(content().string(containsString("责任人从未报告")));
    act(department, study, "accountability", Map.of("decision", "REMIND", "reason", ""))
        .andExpect(content().string(containsString("请填写理由")));
    act(department, study, "accountability", Map.of("decision", "REMIND", "reason", "防汛任务重，先书面提醒"))
        .andExpect(status().is3xxRedirection());
    complete(study, department);
    runJobs();
    runWatch(DUE.plusDays(16));
    assertThat(open(Tasks.DECIDE_ACCOUNTABILITY))
        .as("the same suggestion is not raised twice")
        .isEmpty();
    String page = "/rectification/item/" + number + "-Z01";
    page(principal, get(page)).andExpect(content().string(containsString("先书面提醒")));
    page(member, get(page)).andExpect(content().string(not(containsString("先书面提醒"))));
    assertThat(
            jdbc.sql("select table_id from rectification_accountability where item_id = ?")
                .param(number + "-Z01")
                .query(String.class)
                .single())
        .startsWith("accountability:");
    assertThat(rectifications.closingRate(body, 2026).overdue()).isEqualTo(1);
  }

  @Test
  void onlyThoseConcernedSeeAnItem() throws Exception {
    list(row("", ""));
    Task rectify = one(Tasks.RECTIFY);
    String item = "/rectification/item/" + number + "-Z01";
    for (String reader :
        List.of(
            principal,
            member,
            office,
            department,
            organizations.leadingBody(body).get(3).personId(),
            organizations.holders(Role.RECORDER, body).get(0))) {
      page(reader, get(item)).andExpect(status().isOk());
      page(reader, get("/rectification"))
          .andExpect(content().string(containsString(number + "-Z01")))
          .andExpect(content().string(matchesPattern("(?s).*未销号 [1-9].*已逾期 \\d.*")));
    }
    String discipline =
        organizations
            .holders(
                Role.STAFF, organizations.superiorDisciplineCommission(body).orElseThrow().code())
            .get(0);
    for (String outsider : List.of(stranger(), discipline, "admin")) {
      page(outsider, get(item)).andExpect(status().isNotFound());
      page(outsider, get("/rectification/task/" + rectify.getId()))
          .andExpect(status().isNotFound());
      page(outsider, get("/rectification"))
          .andExpect(content().string(not(containsString(number))));
      page(outsider, post(item + "/owner").param("owner", office).param("reason", "x").with(csrf()))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void anItemGoesToAnotherOwnerWithAReasonAndTheTaskWithIt() throws Exception {
    list(row("", ""));
    String path = "/rectification/item/" + number + "-Z01/owner";
    page(member, post(path).param("owner", office).param("reason", "x").with(csrf()))
        .andExpect(content().string(containsString("可以更换责任人")));
    page(office, post(path).param("owner", stranger()).param("reason", "调离").with(csrf()))
        .andExpect(content().string(containsString("请在名单中选择")));
    page(office, post(path).param("owner", office).param("reason", "原责任人调离").with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(item().owner()).isEqualTo(office);
    assertThat(one(Tasks.RECTIFY).getAssignee()).isEqualTo(office);
    assertThat(messages("rectification-assigned", office)).isEqualTo(1);
    page(office, get("/rectification/item/" + number + "-Z01"))
        .andExpect(content().string(containsString("原责任人调离")));
  }

  @Proves("A32")
  @Test
  void aRequestForHelpMayBeWithdrawnAndIsNeverOpenTwice() throws Exception {
    list(row("", ""));
    Task rectify = one(Tasks.RECTIFY);
    act(member, rectify, "help", Map.of("request", "请协调")).andExpect(status().is3xxRedirection());
    runJobs();
    act(member, rectify, "help", Map.of("request", "再请协调"))
        .andExpect(content().string(containsString("请勿重复提出")));
    assertThat(open(Tasks.ANSWER_HELP)).hasSize(1);
    act(member, rectify, "help/withdraw", Map.of()).andExpect(status().is3xxRedirection());
    assertThat(open(Tasks.ANSWER_HELP)).isEmpty();
    act(member, rectify, "help", Map.of("request", "再请协调")).andExpect(status().is3xxRedirection());
    runJobs();
    assertThat(open(Tasks.ANSWER_HELP)).hasSize(1);
  }

  @Proves("E35")
  @Test
  void itemsOfATerminatedRunAreNoLongerOpen() throws Exception {
    list(row("helpNeeded", "请协调"));
    unrestricted.run(() -> runtime.deleteProcessInstance(instance, "terminated"));
    assertThat(item().state()).isEqualTo(ItemState.TERMINATED);
    assertThat(rectifications.openItems(body, 2027)).isEmpty();
    assertThat(
            jdbc.sql("select state from rectification_help where item_id = ?")
                .param(number + "-Z01")
                .query(String.class)
                .single())
        .isEqualTo("LAPSED");
  }

  /** A list with these rows, completed by the office. */
  @SafeVarargs
  private void list(Map<String, String>... rows) throws Exception {
    Task list = claim(Tasks.LIST, office);
    save(list, 0, Arrays.asList(rows), "").andExpect(status().isOk());
    complete(list, office);
    runJobs();
  }

  private Job watch() {
    return unrestricted.call(
        () ->
            management
                .createJobQuery()
                .processInstanceId(item().processInstanceId())
                .activityId(RectificationProcess.WATCH_TIMER)
                .singleResult());
  }

  private void runWatch(LocalDate day) {
    clock.setTo(day);
    unrestricted.run(() -> management.executeJob(watch().getId()));
    runJobs();
  }

  private List<String> tablesHolding(String words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(
                    null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (holds(connection, table, words)) {
          found.add(table);
        }
      }
    }
    return found;
  }

  private static boolean holds(Connection connection, String table, String words)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] binary = rows.getObject(column) instanceof byte[] bytes ? bytes : null;
          String text =
              binary == null ? rows.getString(column) : new String(binary, StandardCharsets.UTF_8);
          if (text != null && text.contains(words)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
