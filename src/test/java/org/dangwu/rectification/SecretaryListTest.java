package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.organization.Role;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/**
 * The secretary of a body lists what his superior's appraisal found, the superior reviews the list,
 * his body puts it right, the superior verifies it; what is open comes up again next year.
 */
class SecretaryListTest extends RectificationStage {

  @Autowired private NamedProblems problems;

  private String superior;
  private String entryId;

  @BeforeEach
  void theSecretaryKnowsHisResult() {
    superior = organizations.superior(body).orElseThrow().code();
    entryId = UUID.randomUUID().toString();
    problems.name(
        entryId, new FoundProblem("点评意见", "基层联系点走访次数不足"), new FoundProblem("综合评价意见", "支部书记培训不够"));
    begin(
        "secretary-list-probe",
        "DEBRIEFING",
        superior,
        Map.of(
            "procedure", "debriefing",
            "year", 2026,
            "entryId", entryId,
            "debriefer", principal,
            "superior", superior));
  }

  @Proves({"C21", "C04"})
  @Test
  void whatTheAppraisalFoundIsListedReviewedPutRightAndVerifiedByTheSuperior() throws Exception {
    Task list = one(Tasks.LIST_OF_SECRETARY);
    assertThat(list.getAssignee()).isEqualTo(principal);
    page(principal, get("/rectification/task/" + list.getId() + "/list"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("基层联系点走访次数不足")))
        .andExpect(content().string(containsString("支部书记培训不够")))
        .andExpect(content().string(containsString(LocalDate.now(clock).plusMonths(6).toString())));
    assertThatThrownBy(() -> complete(list, principal)).hasMessageContaining("请至少列出一项");

    save(list, 0, List.of(row("owner", principal), row("owner", office)), "")
        .andExpect(status().isOk());
    complete(list, principal);
    assertThat(rectifications.itemsOf(caseId)).as("not before it is reviewed").isEmpty();

    Task review = claim(Tasks.REVIEW_LIST, department);
    assertThatThrownBy(() -> complete(review, department)).hasMessageContaining("填写审核意见");
    review(review, "false", "").andExpect(content().string(containsString("请写明意见")));
    review(review, "false", "措施不具体").andExpect(status().is3xxRedirection());
    complete(review, department);
    Task again = one(Tasks.LIST_OF_SECRETARY);
    assertThat(again.getId()).isNotEqualTo(list.getId());
    page(principal, get("/rectification/task/" + again.getId() + "/list"))
        .andExpect(content().string(containsString("措施不具体")))
        .andExpect(content().string(containsString("每季度走访一次")));
    save(again, 1, List.of(row("owner", principal), row("owner", office)), "")
        .andExpect(status().isOk());
    complete(again, principal);
    Task second = claim(Tasks.REVIEW_LIST, department);
    page(department, get("/rectification/task/" + second.getId() + "/list-review"))
        .andExpect(content().string(containsString("列出计划，逐月检查")))
        .andExpect(content().string(containsString("支部书记培训不够")));
    review(second, "true", "").andExpect(status().is3xxRedirection());
    complete(second, department);
    runJobs();

    String first = number + "-" + body + "-Z01";
    assertThat(rectifications.itemsOf(caseId))
        .extracting(RectificationItem::id)
        .containsExactly(first, number + "-" + body + "-Z02");
    assertThat(rectifications.itemsOf(caseId))
        .allSatisfy(
            item -> {
              assertThat(item.organization()).isEqualTo(body);
              assertThat(item.procedure()).isEqualTo("debriefing");
              assertThat(item.secretary()).isEqualTo(principal);
              assertThat(item.superior()).isEqualTo(superior);
            });
    DocumentKey document = DocumentKey.about(caseId, ListDocument.OF_SECRETARY, principal);
    assertThat(dossiers.isFinal(document)).isTrue();
    assertThat(dossiers.find(document).orElseThrow().files())
        .anyMatch(file -> file.name().endsWith(".docx"));

    assertThat(messages("rectification-assigned", principal)).isEqualTo(1);
    Task rectify = ofOwner(principal);
    assertThat(rectify.getTenantId()).isEqualTo(organizations.tenantOf(body));
    act(principal, rectify, "progress", Map.of("report", "已走访", "evidence", ""));
    complete(rectify, principal);
    Task verify = one(Tasks.VERIFY);
    assertThat(unrestricted.call(() -> tasks.getIdentityLinksForTask(verify.getId())))
        .extracting(link -> link.getGroupId())
        .contains(
            Role.STAFF.group(
                organizations.superiorOrganizationDepartment(body).orElseThrow().code()));
    Task claimed = claim(Tasks.VERIFY, department);
    act(department, claimed, "verification", Map.of("passed", "true", "opinion", "核实"));
    complete(claimed, department);
    runJobs();
    assertThat(rectifications.find(first).orElseThrow().state()).isEqualTo(ItemState.CLOSED);

    clock.setTo(LocalDate.of(2027, 11, 20));
    assertThat(rectifications.openItems(body, 2027, "debriefing"))
        .extracting(RectificationItem::id)
        .containsExactly(number + "-" + body + "-Z02");
    assertThat(rectifications.openItems(body, 2027, "life-meeting")).isEmpty();
  }

  @Proves("C21")
  @Test
  void theListIsBetweenTheSecretaryAndHisSuperiorAndItsItemsAreForHisWholeBody() throws Exception {
    Task list = one(Tasks.LIST_OF_SECRETARY);
    String path = "/rectification/task/" + list.getId() + "/list";
    for (String outsider : List.of(member, office, department, stranger(), "admin")) {
      page(outsider, get(path)).andExpect(status().isNotFound());
    }
    save(list, 0, List.of(row("", "")), "").andExpect(status().isOk());
    assertThatThrownBy(
            () -> {
              tasks.setAssignee(list.getId(), office);
              complete(one(Tasks.LIST_OF_SECRETARY), office);
            })
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("述职人本人");
    tasks.setAssignee(list.getId(), principal);
    complete(list, principal);
    String review = "/rectification/task/" + one(Tasks.REVIEW_LIST).getId() + "/list-review";
    for (String outsider : List.of(principal, member, office, stranger(), "admin")) {
      page(outsider, get(review)).andExpect(status().isNotFound());
    }

    Task claimed = claim(Tasks.REVIEW_LIST, department);
    review(claimed, "true", "").andExpect(status().is3xxRedirection());
    complete(claimed, department);
    runJobs();
    String item = "/rectification/item/" + number + "-" + body + "-Z01";
    for (String reader : List.of(principal, member, office, department)) {
      page(reader, get(item)).andExpect(status().isOk());
      page(reader, get("/rectification")).andExpect(content().string(containsString(number)));
    }
    for (String outsider : List.of(stranger(), "admin")) {
      page(outsider, get(item)).andExpect(status().isNotFound());
      page(outsider, get("/rectification"))
          .andExpect(content().string(not(containsString(number))));
    }
  }

  private ResultActions review(Task review, String passed, String opinion) throws Exception {
    return act(department, review, "list-review", Map.of("passed", passed, "opinion", opinion));
  }

  private Task ofOwner(String owner) {
    return open(Tasks.RECTIFY).stream()
        .filter(task -> owner.equals(task.getAssignee()))
        .findFirst()
        .orElseThrow();
  }
}
