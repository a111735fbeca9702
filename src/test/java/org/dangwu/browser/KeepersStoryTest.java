package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Those who keep the roster, the models and the system itself: clerk, process owner, administrator.
 */
@BrowserTest
class KeepersStoryTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Autowired private Organizations organizations;
  @Autowired private IdentityService identity;
  @Autowired private MovableClock clock;
  @LocalServerPort private int port;

  private Office office;

  @BeforeEach
  void openTheOffice(Browser browser) {
    clock.setTo(LocalDate.of(2026, 10, 12));
    office = new Office(browser, port, organizations, clock);
  }

  @AfterEach
  void closeTheOffice() {
    office.close();
  }

  @Test
  void rosterModelsAndSystemAreKeptOnScreensOfTheirOwn() throws IOException {
    clerkSeesTheRosterAndIsToldWhatIsWrongInAWorkbook();
    processOwnerSeesTheModelsInCockpit();
    administratorSeesUsersAndUndeliveredMessages();
    assertThat(office.complaints()).as("consoles and screens").isEmpty();
    assertThat(office.taken()).isEqualTo(Picture.of(Picture.Story.KEEPERS));
  }

  private void clerkSeesTheRosterAndIsToldWhatIsWrongInAWorkbook() throws IOException {
    Desk clerk = office.of(Role.CLERK, "YL");
    clerk.opens("/organization");
    clerk.picture(Picture.ROSTER_TREE);

    clerk.opens("/organization/import");
    upload(clerk, "名册.xlsx", "这不是工作簿".getBytes(StandardCharsets.UTF_8));
    assertThat(clerk.says()).contains("xlsx");

    clerk.opens("/organization/import");
    upload(clerk, "名册.xlsx", workbookWithUnknownSuperior(clerk));
    clerk.page().waitForURL("**/organization/import/*");
    clerk.page().getByText("下载检查结果").waitFor();
    assertThat(clerk.says()).contains("YL98");
    clerk.picture(Picture.ROSTER_FINDINGS);
  }

  private void upload(Desk clerk, String name, byte[] content) {
    clerk.page().locator("#workbook").setInputFiles(new FilePayload(name, XLSX, content));
    clerk.page().getByText("上传并检查", new Page.GetByTextOptions().setExact(true)).click();
    clerk.page().waitForLoadState();
  }

  /** The clerk's own template with one organisation whose superior is not in the roster. */
  private byte[] workbookWithUnknownSuperior(Desk clerk) throws IOException {
    byte[] template =
        clerk
            .page()
            .context()
            .request()
            .get("http://localhost:" + port + "/organization/template.xlsx")
            .body();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.getSheet("组织");
      Row header = sheet.getRow(0);
      Row row = sheet.createRow(1);
      header.forEach(
          cell -> {
            String column = cell.getStringCellValue();
            if (column.contains("上级")) {
              row.createCell(cell.getColumnIndex()).setCellValue("YL98");
            } else if (column.contains("编码")) {
              row.createCell(cell.getColumnIndex()).setCellValue("YL99");
            } else if (column.contains("组织类别")) {
              row.createCell(cell.getColumnIndex())
                  .setCellValue(OrganizationKind.PARTY_GROUP.label());
            } else if (column.contains("层级")) {
              row.createCell(cell.getColumnIndex()).setCellValue(OrganizationLevel.COUNTY.label());
            } else if (column.contains("名称")) {
              row.createCell(cell.getColumnIndex()).setCellValue("云岭县新设单位党组");
            }
          });
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private void processOwnerSeesTheModelsInCockpit() {
    Desk owner = office.of(memberOf("process-owner"));
    owner.opens("/camunda/app/cockpit/default/#/processes");
    owner.page().getByText("民主生活会").first().waitFor();
    owner.photographs(Picture.COCKPIT);
  }

  private void administratorSeesUsersAndUndeliveredMessages() {
    Desk administrator = office.of(memberOf("camunda-admin"));
    administrator.opens("/notification/outbox");
    administrator.picture(Picture.OUTBOX);
    administrator.opens("/camunda/app/admin/default/#/users");
    administrator.page().getByText("p0001").first().waitFor();
    administrator.photographs(Picture.ADMIN_USERS);
  }

  private String memberOf(String group) {
    return identity.createUserQuery().memberOfGroup(group).list().stream()
        .map(user -> user.getId())
        .filter(id -> id.startsWith("p"))
        .findFirst()
        .orElseThrow();
  }
}
