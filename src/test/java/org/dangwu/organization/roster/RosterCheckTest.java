package org.dangwu.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dangwu.organization.roster.RosterSheet.ORGANIZATIONS;
import static org.dangwu.organization.roster.RosterSheet.PEOPLE;
import static org.dangwu.organization.roster.RosterSheet.POSITIONS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dangwu.organization.roster.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every mistake in a workbook is named with sheet, row, column and what to do. */
class RosterCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  @Test
  void aSoundWorkbookHasNoErrors() throws Exception {
    Findings findings = examine(SampleRoster.sound().workbook());
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsPlace(
      RosterSheet sheet, int row, String column, String value, String sentence) throws Exception {
    Findings findings = examine(SampleRoster.sound().set(sheet, row, column, value).workbook());
    assertThat(findings.list())
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.sheet()).isEqualTo(sheet.title());
              assertThat(finding.row()).isEqualTo(row);
              assertThat(finding.column()).isEqualTo(column);
              assertThat(finding.message()).contains(sentence).endsWith("。");
            });
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(ORGANIZATIONS, 5, "组织编码", "CJW", "与第 4 行重复"),
        Arguments.of(ORGANIZATIONS, 5, "组织编码", "cjw", "与第 4 行重复"),
        Arguments.of(ORGANIZATIONS, 5, "组织编码", "B-1", "只能用字母和数字"),
        Arguments.of(ORGANIZATIONS, 5, "组织编码", "", "没有填写“组织编码”"),
        Arguments.of(ORGANIZATIONS, 5, "组织名称", "长".repeat(101), "最多 100 字，现有 101 字"),
        Arguments.of(ORGANIZATIONS, 5, "组织类别", "公司", "可填：党委、党组"),
        Arguments.of(ORGANIZATIONS, 5, "层级", "村级", "可填：省级"),
        Arguments.of(ORGANIZATIONS, 5, "层级", "市级", "层级高于上级组织"),
        Arguments.of(ORGANIZATIONS, 5, "上级组织编码", "X9", "上级组织“X9”不存在"),
        Arguments.of(ORGANIZATIONS, 5, "上级组织编码", "", "最高一级组织已是“示例县委”"),
        Arguments.of(ORGANIZATIONS, 5, "上级组织编码", "B", "B → B"),
        Arguments.of(ORGANIZATIONS, 5, "上级组织编码", "Z", "党组不能设在党支部之下"),
        Arguments.of(ORGANIZATIONS, 5, "组织类别", "纪委", "只能有一个纪委"),
        Arguments.of(ORGANIZATIONS, 2, "组织类别", "工作部门", "最高一级组织须是党委"),
        Arguments.of(ORGANIZATIONS, 5, "排序", "第一", "0 至 9999"),
        Arguments.of(ORGANIZATIONS, 5, "变动", "撤销", "不在名册中，不能撤销"),
        Arguments.of(PEOPLE, 3, "人员编号", "a1", "与第 2 行重复"),
        Arguments.of(PEOPLE, 3, "人员编号", "A1", "与第 2 行重复"),
        Arguments.of(PEOPLE, 3, "人员编号", "张三", "只能用字母和数字"),
        Arguments.of(PEOPLE, 3, "人员编号", "admin", "已用作系统账号"),
        Arguments.of(PEOPLE, 3, "姓名", "", "没有填写“姓名”"),
        Arguments.of(PEOPLE, 3, "姓名", "长".repeat(31), "最多 30 字"),
        Arguments.of(PEOPLE, 3, "性别", "未知", "可填：男、女"),
        Arguments.of(PEOPLE, 3, "党员身份", "积极分子", "可填：正式党员、预备党员、非党员"),
        Arguments.of(PEOPLE, 3, "所在组织编码", "", "没有填写“所在组织编码”"),
        Arguments.of(PEOPLE, 3, "所在组织编码", "X9", "没有编码为“X9”的组织"),
        Arguments.of(PEOPLE, 3, "所在组织编码", "B", "不保管党员组织关系"),
        Arguments.of(PEOPLE, 3, "入党日期", "去年", "请写作 2026-01-31"),
        Arguments.of(PEOPLE, 3, "入党日期", "2020-02-30", "请写作 2026-01-31"),
        Arguments.of(PEOPLE, 3, "入党日期", "2026-12-01", "不能晚于今天"),
        Arguments.of(PEOPLE, 3, "处分期满日期", "2027-01-01", "没有填写党纪处分"),
        Arguments.of(PEOPLE, 3, "党纪处分", "记过", "可填：无、警告"),
        Arguments.of(PEOPLE, 3, "电子邮箱", "a@b", "不是电子邮箱地址"),
        Arguments.of(PEOPLE, 3, "手机号", "12", "不是电话号码"),
        Arguments.of(PEOPLE, 3, "变动", "转出", "不在名册中，不能转出"),
        Arguments.of(POSITIONS, 3, "人员编号", "a9", "没有编号为“a9”的在册人员"),
        Arguments.of(POSITIONS, 3, "姓名", "丁四", "姓名是“乙二”"),
        Arguments.of(POSITIONS, 3, "组织编码", "X9", "没有编码为“X9”的组织"),
        Arguments.of(POSITIONS, 4, "角色", "班子成员", "没有领导班子"),
        Arguments.of(POSITIONS, 3, "角色", "局长", "可填：主要负责人"),
        Arguments.of(POSITIONS, 3, "角色", "主要负责人", "已有主要负责人甲一"),
        Arguments.of(POSITIONS, 3, "任期开始", "", "没有填写“任期开始”"),
        Arguments.of(POSITIONS, 3, "任期结束", "2023-12-31", "任期结束早于任期开始"),
        Arguments.of(POSITIONS, 3, "变动", "离任", "名册中没有此人"),
        Arguments.of(POSITIONS, 5, "组织编码", "B", "须在最高一级组织任职"));
  }

  @Test
  void aProbationaryMemberCannotBeGivenAVote() throws Exception {
    Findings findings =
        examine(
            SampleRoster.sound()
                .set(PEOPLE, 4, "党员身份", "预备党员")
                .set(PEOPLE, 4, "表决权", "有")
                .workbook());
    assertThat(findings.list()).anyMatch(finding -> finding.message().contains("没有表决权"));
  }

  @Test
  void someoneOutsideThePartyCannotLead() throws Exception {
    Findings findings = examine(SampleRoster.sound().set(PEOPLE, 3, "党员身份", "非党员").workbook());
    assertThat(findings.list())
        .anyMatch(finding -> finding.message().equals("乙二不是党员，不能担任“班子成员”。请核对党员身份和角色。"));
  }

  @Test
  void aCycleOverSeveralOrganizationsIsShownAsAWay() throws Exception {
    Findings findings =
        examine(
            SampleRoster.sound()
                .organization("D", "丁党委", "党委", "基层", "E", "1", "")
                .organization("E", "戊党委", "党委", "基层", "F", "1", "")
                .organization("F", "己党委", "党委", "基层", "D", "1", "")
                .workbook());
    assertThat(findings.list())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("D → E → F → D"));
  }

  @Test
  void everyMistakeOfEveryRowIsListedAtOnce() throws Exception {
    Findings findings =
        examine(
            SampleRoster.sound()
                .set(PEOPLE, 2, "党员身份", "错")
                .set(PEOPLE, 2, "入党日期", "错")
                .set(PEOPLE, 2, "电子邮箱", "错")
                .set(PEOPLE, 3, "姓名", "")
                .set(ORGANIZATIONS, 5, "上级组织编码", "X9")
                .set(POSITIONS, 5, "任期开始", "错")
                .workbook());
    assertThat(findings.list())
        .extracting(finding -> finding.sheet() + finding.row() + finding.column())
        .contains("组织5上级组织编码", "人员2党员身份", "人员2入党日期", "人员2电子邮箱", "人员3姓名", "任职5任期开始");
  }

  @Test
  void aMissingSheetAndAMissingColumnAreNamed() throws Exception {
    assertThat(
            examine(
                    SampleRoster.sound()
                        .workbook(book -> book.removeSheetAt(book.getSheetIndex("任职"))))
                .list())
        .anyMatch(finding -> finding.message().startsWith("缺少“任职”表"));
    Findings missing =
        examine(SampleRoster.sound().workbook(book -> write(book, "人员", 0, 3, "身份")));
    assertThat(missing.list())
        .extracting(Finding::message)
        .anyMatch(message -> message.startsWith("缺少“党员身份”列"))
        .anyMatch(message -> message.startsWith("“身份”不是模板中的列"));
  }

  @Test
  void aColumnThatStandsTwiceAndCellsWithoutHeaderAreNamed() throws Exception {
    Consumer<XSSFWorkbook> edit =
        book -> {
          book.getSheet("人员").getRow(0).createCell(20).setCellValue("姓名");
          book.getSheet("任职").getRow(1).createCell(30).setCellValue("多余");
        };
    assertThat(examine(SampleRoster.sound().workbook(edit)).list())
        .extracting(Finding::message)
        .anyMatch(message -> message.startsWith("“姓名”列重复"))
        .anyMatch(message -> message.startsWith("这一列没有表头"));
  }

  @Test
  void formulasAndErrorValuesAreRefused() throws Exception {
    Consumer<XSSFWorkbook> edit =
        book -> {
          book.getSheet("人员").getRow(1).getCell(1).setCellFormula("A1&\"x\"");
          book.getSheet("人员")
              .getRow(2)
              .getCell(1)
              .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF);
        };
    assertThat(examine(SampleRoster.sound().workbook(edit)).list())
        .extracting(Finding::message)
        .anyMatch(message -> message.startsWith("单元格是公式"))
        .anyMatch(message -> message.startsWith("单元格是错误值"));
  }

  @Test
  void datesMayBeRealDatesAndNumbersMayBeNumbers() throws Exception {
    Consumer<XSSFWorkbook> edit =
        book -> {
          CellStyle date = book.createCellStyle();
          date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
          var row = book.getSheet("人员").getRow(1);
          row.createCell(6).setCellValue(LocalDate.of(2008, 7, 1));
          row.getCell(6).setCellStyle(date);
          row.createCell(14).setCellValue(13_800_000_000d);
          book.getSheet("任职").getRow(1).createCell(6).setCellValue(20240101d);
        };
    RosterRows rows = read(SampleRoster.sound().workbook(edit), new Findings(messages()));
    assertThat(rows.people.get(0).joinedOn()).isEqualTo(LocalDate.of(2008, 7, 1));
    assertThat(rows.people.get(0).phone()).isEqualTo("13800000000");
    assertThat(rows.positions.get(0).from()).isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void datesCountedFrom1904AreUnderstood() throws Exception {
    Consumer<XSSFWorkbook> edit =
        book -> {
          book.getCTWorkbook().getWorkbookPr().setDate1904(true);
          book.getSheet("任职").getRow(1).createCell(6).setCellValue(43_830d);
        };
    RosterRows rows = read(SampleRoster.sound().workbook(edit), new Findings(messages()));
    assertThat(rows.positions.get(0).from()).isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void blanksAroundAValueDoNotMatterAndLineBreaksInsideDo() throws Exception {
    Findings findings = new Findings(messages());
    RosterRows rows = read(SampleRoster.sound().set(PEOPLE, 2, "姓名", "　甲一 ").workbook(), findings);
    assertThat(findings.list()).isEmpty();
    assertThat(rows.people.get(0).name()).isEqualTo("甲一");
    assertThat(examine(SampleRoster.sound().set(PEOPLE, 2, "姓名", "甲\n一").workbook()).list())
        .anyMatch(finding -> finding.message().startsWith("单元格含有换行"));
  }

  @Test
  void aBodyWithoutPrincipalIsPointedOutButNotRefused() throws Exception {
    Findings findings = examine(SampleRoster.sound().set(POSITIONS, 2, "角色", "班子成员").workbook());
    assertThat(findings.hasErrors()).isFalse();
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly("“示例局党组”没有主要负责人。职位空缺的可以导入，请及时补充。");
  }

  @Test
  void theEmptyTemplateHasNothingToImport() throws Exception {
    assertThat(examine(SampleRoster.empty().workbook()).list())
        .extracting(Finding::message)
        .containsExactly("三张表都没有内容。请填写后再上传。");
  }

  @Test
  void aNumberThatStandsTwiceIsNamedWhateverElseIsWrongWithTheRow() throws Exception {
    assertThat(
            examine(
                    SampleRoster.sound()
                        .set(PEOPLE, 4, "人员编号", "a2")
                        .set(PEOPLE, 4, "党员身份", "错")
                        .set(ORGANIZATIONS, 5, "组织编码", "CJW")
                        .set(ORGANIZATIONS, 5, "层级", "错")
                        .workbook())
                .list())
        .extracting(Finding::message)
        .contains("人员编号“a2”与第 3 行重复。请核对并删除一行，或者改用其他编号。", "组织编码“CJW”与第 4 行重复。请核对并删除一行，或者改用其他编码。");
  }

  @Test
  void aDateOfLeavingNeedsAReason() throws Exception {
    assertThat(examine(SampleRoster.sound().set(PEOPLE, 3, "变动日期", "2026-10-01").workbook()).list())
        .extracting(Finding::message)
        .containsExactly("填写了变动日期，没有选择变动原因。请选择原因，或者清除变动日期。");
  }

  @Test
  void aMistakeInARowIsNotRepeatedForAllThatPointToIt() throws Exception {
    assertThat(
            examine(
                    SampleRoster.sound()
                        .set(PEOPLE, 4, "党员身份", "错")
                        .set(ORGANIZATIONS, 5, "层级", "错")
                        .workbook())
                .list())
        .hasSize(2);
  }

  private static void write(XSSFWorkbook book, String sheet, int row, int cell, String value) {
    book.getSheet(sheet).getRow(row).createCell(cell).setCellValue(value);
  }

  private Findings examine(byte[] workbook) throws Exception {
    Findings findings = new Findings(messages());
    RosterRows rows = read(workbook, findings);
    if (rows != null) {
      new RosterCheck(new RosterState(), rows, Set.of("admin"), TODAY, findings).run();
    }
    return findings;
  }

  private RosterRows read(byte[] workbook, Findings findings) throws IOException, WorkbookRefused {
    Path file = Files.write(folder.resolve("roster.xlsx"), workbook);
    RosterParser parser = new RosterParser(findings);
    new WorkbookReader(1_000).read(file, parser);
    parser.finish();
    return parser.isComplete() ? parser.rows() : null;
  }

  static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/organization");
    messages.setDefaultEncoding("UTF-8");
    return messages;
  }

  @Test
  void everySentenceEndsProperlyAndSaysNothingInEnglish() {
    List<String> sentences =
        java.util.ResourceBundle.getBundle("messages/organization", java.util.Locale.CHINA)
            .keySet()
            .stream()
            .map(
                key ->
                    java.util.ResourceBundle.getBundle(
                            "messages/organization", java.util.Locale.CHINA)
                        .getString(key))
            .toList();
    assertThat(sentences).isNotEmpty().allMatch(sentence -> sentence.endsWith("。"));
  }
}
