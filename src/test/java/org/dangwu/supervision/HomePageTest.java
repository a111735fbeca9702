package org.dangwu.supervision;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class HomePageTest {

  @Autowired private MockMvc web;
  @Autowired private Organizations organizations;
  @Autowired private ProcedureCases cases;
  @Autowired private FilterService filters;
  @Autowired private AuthorizationService authorizations;
  @Autowired private AdjustableClock clock;

  @BeforeEach
  void beginningOfNovember() {
    clock.setTo(LocalDate.of(2026, 11, 2));
  }

  @Test
  void recorderStartsTheMeetingOnceAndIsToldWhyNotASecondTime() throws Exception {
    String recorder = holder(Role.RECORDER, "YL08");
    web.perform(get("/home").with(user(recorder)))
        .andExpect(content().string(containsString("会议方案须提前10日")));

    start(recorder, "YL08").andExpect(flash().attributeExists("started"));

    start(recorder, "YL08").andExpect(flash().attribute("refused", containsString("只能启动一次")));
    web.perform(get("/home").with(user(recorder)))
        .andExpect(content().string(containsString("LM-2026-YL08")))
        .andExpect(content().string(containsString("明确主题确定方式")));
  }

  @Test
  void thatTheDataAreInventedIsSaidOnceWhenAPageShowsAnotherInside() throws Exception {
    String recorder = holder(Role.RECORDER, "YL08");
    web.perform(get("/home").with(user(recorder)))
        .andExpect(content().string(containsString("demo-banner")));
    web.perform(get("/home").param("nested", "1").with(user(recorder)))
        .andExpect(content().string(not(containsString("demo-banner"))));
  }

  @Test
  void memberWithoutOfficeIsNotOfferedAStartAndRefusedWhenHeTries() throws Exception {
    String member = organizations.leadingBody("YL09").get(3).personId();

    web.perform(get("/home").with(user(member)))
        .andExpect(content().string(not(containsString("拟开会日期"))));
    start(member, "YL09").andExpect(flash().attribute("refused", containsString("可以启动")));
  }

  @Test
  void progressShowsWhereTheRunStandsToThoseConcernedAndNothingToOthers() throws Exception {
    String recorder = holder(Role.RECORDER, "YL10");
    start(recorder, "YL10");
    ProcedureCase run = cases.ofOrganizations(List.of("YL10")).get(0);
    String page = "/home/case/" + run.caseId();

    for (String concerned :
        List.of(recorder, holder(Role.STAFF, "YLZZB"), holder(Role.OFFICE, "YL"))) {
      web.perform(get(page).with(user(concerned)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("明确主题确定方式")))
          .andExpect(content().string(containsString("stroke='#b3261e'")));
    }
    web.perform(get(page).with(user(organizations.leadingBody("YL11").get(0).personId())))
        .andExpect(status().isNotFound());
    web.perform(get("/home/case/unknown").with(user(recorder))).andExpect(status().isNotFound());
  }

  @Test
  void everybodyFindsFourFiltersAndNobodyMayMakeOthers() {
    assertThat(filters.createFilterQuery().list())
        .extracting(Filter::getName)
        .containsExactlyInAnyOrder("我的待办", "本单位待办", "即将到期", "已逾期");
    assertThat(
            authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceId(Authorization.ANY)
                .count())
        .isZero();
  }

  private ResultActions start(String user, String organization) throws Exception {
    return web.perform(
        post("/home/start")
            .with(user(user))
            .with(csrf())
            .param("kind", "LIFE_MEETING")
            .param("organization", organization)
            .param("year", "2026")
            .param("meetingDate", "2026-12-01"));
  }

  private String holder(Role role, String organization) {
    return organizations.holders(role, organization).get(0);
  }
}
