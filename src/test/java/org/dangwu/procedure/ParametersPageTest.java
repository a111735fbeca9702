package org.dangwu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class ParametersPageTest {

  @Autowired private MockMvc web;
  @Autowired private Organizations organizations;
  @Autowired private Parameters parameters;
  @Autowired private IdentityService identity;
  @Autowired private AdjustableClock clock;
  @Autowired private JdbcClient jdbc;

  private String department;

  @BeforeEach
  void beginningOfNovember() {
    clock.setTo(LocalDate.of(2026, 11, 2));
    department = organizations.holders(Role.STAFF, "YLZZB").get(0);
  }

  @Test
  void aFigureSetForTheSuperiorHoldsForAllBelowUntilOneHasItsOwn() throws Exception {
    set("approval.reminderDays", "YL", 2026, "5").andExpect(flash().attributeExists("saved"));
    set("approval.reminderDays", "YL02", 2026, "2").andExpect(flash().attributeExists("saved"));

    assertThat(parameters.number("approval.reminderDays", "YL01", 2026)).isEqualTo(5);
    assertThat(parameters.number("approval.reminderDays", "YL02", 2026)).isEqualTo(2);
    assertThat(parameters.number("approval.reminderDays", "YL01", 2027))
        .as("each year has its own")
        .isEqualTo(3);
    show(department, "YL01").andExpect(content().string(containsString("按中共云岭县委员会的设定")));

    web.perform(
            post("/parameters/withdraw")
                .with(user(department))
                .with(csrf())
                .param("key", "approval.reminderDays")
                .param("organization", "YL02")
                .param("year", "2026"))
        .andExpect(flash().attributeExists("saved"));
    assertThat(parameters.number("approval.reminderDays", "YL02", 2026)).isEqualTo(5);
    show(department, "YL02")
        .andExpect(content().string(containsString("不再单独设定")))
        .andExpect(content().string(containsString("2 日（自然日）")));
  }

  @Proves({"A06", "A27"})
  @Test
  void whatTheRulesFixMayOnlyBeMadeStricterAndAlsoWhatASuperiorMadeStricter() throws Exception {
    set("dlm.planLeadDays", "YL", 2026, "7")
        .andExpect(
            flash().attribute("refused", containsString("规定为 10 日（自然日），只能从严，不能改为 7 日（自然日）")));
    set("dlm.reportDays", "YL", 2026, "16")
        .andExpect(flash().attribute("refused", containsString("只能从严")));
    set("dlm.planLeadDays", "YL", 2026, "15").andExpect(flash().attributeExists("saved"));
    set("dlm.planLeadDays", "YL03", 2026, "12")
        .andExpect(flash().attribute("refused", containsString("上级已设定为 15 日")));
    set("dlm.planLeadDays", "YL03", 2026, "-1")
        .andExpect(flash().attribute("refused", containsString("应在 0 至 3650 之间")));

    assertThat(parameters.number("dlm.planLeadDays", "YL03", 2026)).isEqualTo(15);
    assertThatThrownBy(() -> parameters.set("dlm.reviewMaterials", "YL", 2026, 2, department))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请选择是或者否");
  }

  @Proves({"A01", "A02"})
  @Test
  void theQuarterOfTheMeetingsIsFixedAndOnlyTheNoticeOfTheYearMovesIt() throws Exception {
    set("dlm.windowLastMonth", "YL", 2026, "11")
        .andExpect(
            flash().attribute("refused", containsString("规定为 12 月，不能自行改动；需要调整的，由上级党组织在年度部署中规定")));
    set("dlm.windowFirstMonth", "YL04", 2026, "3")
        .andExpect(flash().attribute("refused", containsString("不能自行改动")));
    jdbc.sql(
            "insert into procedure_parameter (figure, set_by, parameter, organization,"
                + " applies_year) values (3, 'x', 'dlm.windowFirstMonth', 'YL04', 2026)")
        .update();

    assertThat(parameters.number("dlm.windowFirstMonth", "YL04", 2026))
        .as("nor is one in force that was set before")
        .isEqualTo(10);
    show(department, "YL04")
        .andExpect(content().string(containsString("由上级在年度部署中调整")))
        .andExpect(content().string(not(containsString("value=\"dlm.windowFirstMonth\""))));
  }

  @Test
  void onlyTheOrganisationDepartmentSetsAndOnlyForItsOwnBodies() throws Exception {
    String office = organizations.holders(Role.OFFICE, "YL05").get(0);
    show(office, "YL05")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("您可以查看，不能修改")))
        .andExpect(content().string(not(containsString("保存</button>"))));
    web.perform(
            post("/parameters")
                .with(user(office))
                .with(csrf())
                .param("key", "approval.reminderDays")
                .param("organization", "YL05")
                .param("year", "2026")
                .param("value", "9"))
        .andExpect(status().isForbidden());
    web.perform(get("/parameters").param("organization", "YL06").with(user(office)))
        .andExpect(status().isNotFound());
    String owner = organizations.leadingBody("YL11").get(3).personId();
    if (identity.createGroupQuery().groupId("process-owner").count() == 0) {
      identity.saveGroup(identity.newGroup("process-owner"));
    }
    identity.createMembership(owner, "process-owner");
    web.perform(get("/parameters").param("organization", "YL06").with(user(owner)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("您可以查看，不能修改")));
    String member = organizations.leadingBody("YL06").get(3).personId();
    web.perform(get("/parameters").with(user(member))).andExpect(status().isNotFound());
    set("approval.reminderDays", "YL05", 2025, "9").andExpect(status().isForbidden());
  }

  @Test
  void everyFigureTellsWhatStandsBehindIt() throws Exception {
    show(department, "YL07")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("会议方案提前报送")))
        .andExpect(content().string(containsString("法规规定")))
        .andExpect(content().string(containsString("实践做法")))
        .andExpect(content().string(containsString("待核实")))
        .andExpect(content().string(containsString("系统建议")));
    assertThat(parameters.definitions())
        .extracting(ParameterDefinition::key)
        .doesNotHaveDuplicates();
  }

  private ResultActions show(String person, String organization) throws Exception {
    return web.perform(get("/parameters").param("organization", organization).with(user(person)));
  }

  private ResultActions set(String key, String organization, int year, String value)
      throws Exception {
    return web.perform(
        post("/parameters")
            .with(user(department))
            .with(csrf())
            .param("key", key)
            .param("organization", organization)
            .param("year", String.valueOf(year))
            .param("value", value));
  }
}
