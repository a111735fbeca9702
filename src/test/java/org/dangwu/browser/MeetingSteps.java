package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;

/** What is done on the screens in every life meeting of a body, whatever happens beside. */
final class MeetingSteps {

  static final String COMMITTEE = "YL";
  static final String ORGANIZATION_DEPARTMENT = "YLZZB";
  static final String DISCIPLINE = "YLJW";

  /** Said in the meeting; not to be said outside. */
  static final String CRITICISM = "深入基层少，帮助企业解决实际困难的办法不多，希望多到一线。";

  private final Office office;
  private final String body;
  private final String work;
  private final List<LeadingMember> members;
  private final Organizations organizations;

  /**
   * @param work words that tell this run from others on the home page
   */
  MeetingSteps(Office office, Organizations organizations, String body, String work) {
    this.work = work;
    this.office = office;
    this.body = body;
    this.members = organizations.leadingBody(body);
    this.organizations = organizations;
  }

  void superiorGivesTheTheme(String theme) {
    OpenTask task = at(Role.OFFICE, COMMITTEE).takesOn("明确主题确定方式");
    task.chooses("上级党组织统一确定").fills("会议主题", theme);
    task.picture(Picture.DECIDE_THEME).completes();
  }

  void officeMakesThePlan() {
    OpenTask plan = clerk().takesOn("制定会议方案");
    plan.writes("会议地点", "机关三楼会议室")
        .writes("主持人", members.get(0).name())
        .writes("会前准备安排", "会前10日完成学习、征求意见和谈心谈话，会前7日完成发言提纲。")
        .writes("会议程序", "一、通报情况；二、班子对照检查；三、逐人对照检查和批评；四、总结。")
        .writes("上次整改落实概况", "上次查摆的4个问题已整改3个，1个正在整改。");
    plan.picture(Picture.MAKE_PLAN).completes();
  }

  void superiorAgreesToThePlan(String meeting) {
    OpenTask review = department().takesOn("审核报送事项");
    assertThat(review.says()).contains("拟定会议日期：" + meeting);
    review.readsCaseFile();
    review.chooses("同意").picture(Picture.REVIEW_PLAN).completes();
  }

  void superiorSendsObservers() {
    OpenTask proposal = department().takesOn("拟定列席人员");
    FrameLocator page = proposal.inFrame();
    page.getByText("未发现突出问题").click();
    page.getByLabel("研判依据").fill("日常了解和上年度民主生活会情况。");
    // Who leads the group reports afterwards: the one at whose desk the later steps look.
    seat(page, Role.STAFF, ORGANIZATION_DEPARTMENT).selectOption("1L");
    seat(page, Role.STAFF, DISCIPLINE).selectOption("1M");
    proposal.presses("保存").awaits("已保存").picture(Picture.OBSERVERS).completes();
    OpenTask agreement = at(Role.STAFF, DISCIPLINE).takesOn("会商列席人员");
    agreement.inFrame().getByText("同意", new FrameLocator.GetByTextOptions().setExact(true)).click();
    agreement.presses("保存会商结果").awaits("已保存").completes();
  }

  private Locator seat(FrameLocator page, Role role, String organization) {
    return page.locator(
        "select[name='seat-%s']".formatted(organizations.holders(role, organization).get(0)));
  }

  void officeStudies() {
    clerk()
        .takesOn("组织学习")
        .selects("学习方式", "集中学习")
        .writes("学习内容", "党章和全会文件。")
        .writes("学习方式和日期", "理论学习中心组集中学习。")
        .completes();
  }

  /** Opens the task of collecting opinions and says who is asked in which way. */
  OpenTask officeCollectsOpinions() {
    OpenTask task = clerk().takesOn("征求意见");
    task.inFrame().getByLabel("范围和方式").fill("书面征求各科室、下属单位和服务对象意见。");
    return task.presses("保存组织方式").awaits("已保存征求意见的组织方式。");
  }

  void registers(OpenTask task, String source, String addressee, String opinion) {
    FrameLocator page = task.inFrame();
    page.getByLabel("意见来源").selectOption(new SelectOption().setLabel(source));
    page.getByLabel("意见对象").selectOption(new SelectOption().setLabel(addressee));
    page.getByLabel("意见原文").fill(opinion);
    task.presses("登记");
    page.locator("td").getByText(opinion).waitFor();
  }

  /** Feeds the opinions back; the member is asked to explain. */
  void officeFeedsBack(LeadingMember explains, String... opinions) {
    OpenTask feedback = clerk().takesOn("如实反馈意见");
    FrameLocator page = feedback.inFrame();
    assertThat(page.locator("main").innerText()).contains(opinions);
    feedback.picture(Picture.FEEDBACK);
    page.locator("label").getByText(explains.name()).click();
    feedback.presses("保存").awaits("已保存：1 人需要作出说明。");
    page.getByText("需要作出说明的成员").scrollIntoViewIfNeeded();
    feedback.picture(Picture.FLAGGED_MEMBERS).completes();
  }

  /** Everybody with everybody. */
  void officeRegistersTheTalks(String day) {
    OpenTask task = clerk().takesOn("登记谈心谈话");
    FrameLocator page = task.inFrame();
    for (int i = 0; i < members.size() - 1; i++) {
      page.getByLabel("谈话成员").selectOption(new SelectOption().setLabel(members.get(i).name()));
      page.getByLabel("日期").fill(day);
      page.getByLabel("地点").fill("机关办公室");
      page.getByLabel("主题").fill("工作作风");
      for (LeadingMember other : members.subList(i + 1, members.size())) {
        page.locator(".names label").getByText(other.name()).click();
      }
      task.presses("登记谈话").awaits("已登记 " + (members.size() - 1 - i) + " 次谈心谈话。");
    }
    task.awaits("已全部登记").picture(Picture.TALKS).completes();
  }

  void membersConfirmTheFeedback() {
    for (LeadingMember member : members) {
      at(member).opensTask("确认收到反馈").completes();
    }
  }

  void memberExplains(LeadingMember member) {
    at(member)
        .opensTask("向组织作出说明")
        .writes("说明", "审批时间偏长的情况属实，已会同有关科室减少环节。")
        .picture(Picture.EXPLANATION)
        .completes();
  }

  void officeWritesForTheBody() {
    clerk()
        .takesOn("撰写对照检查材料")
        .writes("查摆的问题", "调查研究不够深入。")
        .writes("党性分析", "宗旨意识有所松懈。")
        .writes("整改措施", "每名成员每月下基层不少于2次。")
        .completes();
  }

  void membersWriteTheirOutlines() {
    for (LeadingMember member : members) {
      OpenTask outline =
          at(member)
              .opensTask("撰写个人发言提纲")
              .writes("查摆的问题", "联系群众不够经常。")
              .writes("党性分析", "宗旨意识不够牢固。")
              .writes("整改措施", "每月到联系点走访一次。")
              .writes("个人有关事项说明", "无");
      if (member.principal()) {
        outline.picture(Picture.OUTLINE);
      }
      outline.completes();
    }
  }

  void recorderTakesAttendance(List<LeadingMember> onLeave, List<LeadingMember> absent) {
    OpenTask attendance = recorder().takesOn("确认到会人员");
    FrameLocator page = attendance.inFrame();
    for (LeadingMember member : members) {
      page.locator("tr", new FrameLocator.LocatorOptions().setHasText(member.name()))
          .getByText(
              onLeave.contains(member) ? "请假" : absent.contains(member) ? "缺席" : "到会",
              new Locator.GetByTextOptions().setExact(true))
          .click();
    }
    absent.forEach(one -> page.getByLabel(one.name() + "的情况说明").fill("在外参加活动，没有请假"));
    int present = members.size() - onLeave.size() - absent.size();
    attendance
        .presses("保存到会情况")
        .awaits("已保存：应到 %d 人，实到 %d 人".formatted(members.size(), present))
        .picture(Picture.ATTENDANCE)
        .completes();
  }

  void recorderKeepsTheMinutes(List<LeadingMember> away) {
    Desk recorder = recorder();
    recorder
        .takesOn("通报整改和意见")
        .writes("时间、地点、主持人、记录人", "上午，三楼会议室。")
        .writes("通报上次整改措施落实情况", "上次查摆的4个问题已整改3个。")
        .writes("通报本次征求意见情况", "征求到的意见已经逐条通报。")
        .picture(Picture.MINUTES_OPENING)
        .completes();
    recorder.takesOn("班子对照检查").writes("主要负责人代表班子对照检查", "代表班子作了对照检查。").completes();
    for (LeadingMember member : members) {
      if (!away.contains(member)) {
        OpenTask minutes = recorder.takesOn("逐人检查和批评");
        assertThat(minutes.inFrame().locator(".agenda-now").innerText())
            .as("members speak in the order of their rank")
            .contains(member.name());
        minutes.writes("对照检查和自我批评", "联系群众不够经常。").writes("本人表态", "诚恳接受。");
        criticises(minutes, member);
        if (member.principal()) {
          minutes.picture(Picture.MINUTES_MEMBER);
        }
        minutes.completes();
      }
    }
    recorder
        .takesOn("总结提出整改要求")
        .writes("总结", "会议达到了预期目的。")
        .writes("整改工作要求", "一周内拿出整改清单。")
        .completes();
  }

  private void criticises(OpenTask minutes, LeadingMember about) {
    String critic = members.get(members.indexOf(about) == 0 ? 1 : 0).name();
    FrameLocator page = minutes.inFrame();
    minutes.presses("增加一段批评意见");
    page.getByLabel("批评意见的提出人").last().selectOption(new SelectOption().setLabel(critic));
    page.getByLabel("批评意见", new FrameLocator.GetByLabelOptions().setExact(true))
        .last()
        .fill(CRITICISM);
  }

  void absenteesAreToldAndConfirm(List<LeadingMember> away) {
    for (int i = 0; i < away.size(); i++) {
      clerk()
          .takesOn("转告情况和意见")
          .writes("转告日期", "2026-11-12")
          .writes("转告方式和转告人", "当面转告，由主要负责人转告")
          .writes("会议情况和对本人的批评意见", CRITICISM)
          .picture(Picture.TELL_ABSENTEE)
          .completes();
    }
    for (LeadingMember member : away) {
      at(member).opensTask("缺席人员确认").picture(Picture.CONFIRM_TOLD).completes();
    }
  }

  void recorderReports(String attendance) {
    recorder()
        .takesOn("撰写情况报告")
        .writes("征求意见情况", "征求到的意见已如实反馈。")
        .writes("批评与自我批评情况", "成员逐一作了对照检查，相互提出批评意见。")
        .writes("主要问题及整改措施", "调查研究不够深入，12月底前完成整改。")
        .writes("到会和缺席情况", attendance)
        .picture(Picture.REPORT)
        .completes();
  }

  void threeReceiptsCome() {
    receipt(at(Role.OFFICE, COMMITTEE), "上级党组织签收", "县委办收〔2026〕118号")
        .picture(Picture.RECEIPT_SUPERIOR)
        .completes();
    receipt(at(Role.STAFF, DISCIPLINE), "上级纪检机关签收", "纪收〔2026〕66号")
        .picture(Picture.RECEIPT_DISCIPLINE)
        .completes();
    receipt(department(), "上级组织部门签收", "组收〔2026〕73号")
        .chooses("不需要")
        .picture(Picture.RECEIPT_ORGANIZATION)
        .completes();
  }

  private static OpenTask receipt(Desk desk, String task, String number) {
    return desk.takesOn(task).fills("收文编号", number);
  }

  void observerReports() {
    department()
        .opensTask("列席会议并报告情况")
        .fills("总体印象", "会议准备充分，程序规范。")
        .fills("会上已当场指出并纠正的问题", "无")
        .chooses("没有")
        .picture(Picture.OBSERVER_REPORT)
        .completes();
  }

  /** Drafts the notice. */
  OpenTask recorderDraftsTheNotice(String text) {
    return recorder().takesOn("起草通报和公布稿").writes("通报范围", "机关各科室、下属单位党组织").writes("通报内容", text);
  }

  /** The chair agrees to the notice, to be published or not. */
  void chairApprovesTheNotice(String publication) {
    at(members.get(0))
        .opensTask("审定通报和公布稿")
        .chooses("同意")
        .chooses(publication)
        .picture(Picture.APPROVE_NOTICE)
        .completes();
  }

  void nothingIsToBeRectified() {
    OpenTask list = clerk().takesOn("制定整改清单");
    list.inFrame().getByLabel("确无整改事项的理由").fill("查摆的问题已在会前整改完毕。");
    list.presses("立即保存").awaits("已保存").completes();
  }

  Desk clerk() {
    return at(Role.OFFICE, body);
  }

  Desk recorder() {
    return at(Role.RECORDER, body);
  }

  Desk department() {
    return at(Role.STAFF, ORGANIZATION_DEPARTMENT);
  }

  private Desk at(Role role, String organization) {
    return office.of(role, organization).concerning(work);
  }

  private Desk at(LeadingMember member) {
    return office.of(member.personId()).concerning(work);
  }
}
