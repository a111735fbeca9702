package org.dangwu.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.organization.DemoPersons;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.roster.SampleRoster;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who sees and does what on the roster's pages, with the people of the demo county. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@TestConstructor(autowireMode = AutowireMode.ALL)
class OrganizationPagesTest {

  private final MockMvc mvc;
  private final Organizations organizations;
  private final People people;
  private final DemoPersons demoPersons;
  private final IdentityService identity;

  OrganizationPagesTest(
      MockMvc mvc,
      Organizations organizations,
      People people,
      DemoPersons demoPersons,
      IdentityService identity) {
    this.mvc = mvc;
    this.organizations = organizations;
    this.people = people;
    this.demoPersons = demoPersons;
    this.identity = identity;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organization/import",
        "/organization/template.xlsx",
        "/organization/import/none",
        "/organization/import/none/progress",
        "/organization/import/none/findings.xlsx",
        "/organization/passwords?code=YL01"
      })
  void nobodyButClerksAndOperatorsReachesTheImport(String path) throws Exception {
    for (Role role : List.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE)) {
      mvc.perform(get(path).with(as(holder(role, "YL01")))).andExpect(status().isForbidden());
    }
    mvc.perform(get(path).with(as(holder(Role.STAFF, "YLZZB")))).andExpect(status().isForbidden());
  }

  @Test
  void nobodyButClerksAndOperatorsUploadsOrIssues() throws Exception {
    String office = holder(Role.OFFICE, "YL");
    mvc.perform(
            multipart("/organization/import")
                .file(workbook(SampleRoster.sound().workbook()))
                .with(as(office))
                .with(csrf()))
        .andExpect(status().isForbidden());
    for (String path : List.of("confirm", "cancel")) {
      mvc.perform(post("/organization/import/none/" + path).with(as(office)).with(csrf()))
          .andExpect(status().isForbidden());
    }
    mvc.perform(
            post("/organization/passwords")
                .param("code", "YL01")
                .param("person", "p0001")
                .with(as(office))
                .with(csrf()))
        .andExpect(status().isForbidden());
    assertThat(identity.checkPassword("p0001", "demo")).isTrue();
  }

  @Test
  void clerkAndOperatorReachTheImport() throws Exception {
    for (String user : List.of(clerk(), demoPersons.withSystemGroup().get("camunda-admin"))) {
      mvc.perform(get("/organization/import").with(as(user)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("上传并检查")));
    }
  }

  @Test
  void theTemplateHasSheetsCommentsAndChoices() throws Exception {
    byte[] template =
        mvc.perform(get("/organization/template.xlsx").with(as(clerk())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
      assertThat(workbook.getSheet("填写说明").getLastRowNum()).isGreaterThan(30);
      var header = workbook.getSheet("人员").getRow(0);
      assertThat(header.getCell(0).getStringCellValue()).isEqualTo("人员编号*");
      assertThat(header.getCell(0).getCellComment().getString().getString()).startsWith("必填。");
      assertThat(workbook.getSheet("人员").getDataValidations()).hasSizeGreaterThan(5);
    }
  }

  @Test
  void aMemberSeesHisBodyAndBranchButNotOthers() throws Exception {
    String member = organizations.leadingBody("YL01").get(2).personId();
    mvc.perform(get("/organization").with(as(member)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("云岭县发展和改革局党组")))
        .andExpect(content().string(not(containsString("云岭县财政局党组"))));
    mvc.perform(get("/organization").param("code", "YL03").with(as(member)))
        .andExpect(status().isForbidden());
    mvc.perform(get("/organization").param("code", "nowhere").with(as(member)))
        .andExpect(status().isForbidden());
  }

  @Test
  void sanctionsAreShownToPersonnelOfficersOnly() throws Exception {
    Person sanctioned =
        organizations.all().stream()
            .flatMap(unit -> people.membersOf(unit.code()).stream())
            .filter(person -> person.membership().sanction() == Sanction.PROBATION_WITHIN_PARTY)
            .findFirst()
            .orElseThrow();
    String branch = sanctioned.membership().organization();
    String colleague =
        people.membersOf(branch).stream()
            .map(Person::id)
            .filter(id -> organizations.positionsOf(id).isEmpty())
            .filter(id -> !id.equals(sanctioned.id()))
            .findFirst()
            .orElseThrow();
    mvc.perform(get("/organization").param("code", branch).with(as(colleague)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(sanctioned.name())))
        .andExpect(content().string(not(containsString("留党察看"))));
    mvc.perform(get("/organization").param("code", branch).with(as(holder(Role.SECRETARY, branch))))
        .andExpect(content().string(containsString("留党察看")));
    mvc.perform(get("/organization").param("code", branch).with(as(holder(Role.STAFF, "YLZZB"))))
        .andExpect(content().string(containsString("留党察看")));
  }

  @Test
  void anUploadedWorkbookIsCheckedAndItsErrorsAreListed() throws Exception {
    String location =
        mvc.perform(
                multipart("/organization/import")
                    .file(workbook(SampleRoster.sound().workbook()))
                    .with(as(clerk()))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    String page = "";
    for (int i = 0; i < 200 && !page.contains("检查未通过") && !page.contains("处错误"); i++) {
      Thread.sleep(50);
      page =
          mvc.perform(get(location).with(as(clerk())))
              .andReturn()
              .getResponse()
              .getContentAsString();
    }
    assertThat(page).contains("发现 1 处错误").contains("最高一级组织已是").contains("下载检查结果");
    byte[] list =
        mvc.perform(get(location + "/findings.xlsx").with(as(clerk())))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(list))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue()).isEqualTo("组织");
    }
  }

  @Test
  void firstPasswordsCanBeDownloadedOnce() throws Exception {
    String person = holder(Role.ARCHIVIST, "YL12");
    byte[] list =
        mvc.perform(
                post("/organization/passwords")
                    .param("code", "YL12")
                    .param("person", person)
                    .param("as", "workbook")
                    .with(as(clerk()))
                    .with(csrf()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(list))) {
      var row = workbook.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo(person);
      assertThat(identity.checkPassword(person, row.getCell(2).getStringCellValue())).isTrue();
    }
  }

  private static MockMultipartFile workbook(byte[] content) {
    return new MockMultipartFile(
        "workbook",
        "名册.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content);
  }

  private RequestPostProcessor as(String id) {
    return user(id);
  }

  private String clerk() {
    return holder(Role.CLERK, "YL");
  }

  private String holder(Role role, String code) {
    return organizations.holders(role, code).get(0);
  }
}
