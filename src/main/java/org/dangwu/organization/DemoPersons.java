package org.dangwu.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The persons with whom a newcomer can try the system; nobody outside the profile demo. */
@Component("demoPersons")
public class DemoPersons {

  private static final String BODY = "YL01";
  private static final String TOWN = "YL09";
  private static final String BRANCH = "YL0904";
  private static final String DEBRIEFING = "YLX01";
  private static final String TECHNICAL = "YLBGS";

  private final Organizations organizations;
  private final People people;
  private final boolean demo;

  DemoPersons(Organizations organizations, People people, Environment environment) {
    this.organizations = organizations;
    this.people = people;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * One person to try.
   *
   * @param duty what he does, shown beside the name
   */
  public record DemoPerson(String userId, String name, String duty) {}

  /** Empty outside the demo and until the county is loaded. */
  public List<DemoPerson> list() {
    List<DemoPerson> shown = new ArrayList<>();
    if (!demo || organizations.find(BODY).isEmpty()) {
      return shown;
    }
    first(Role.RECORDER, BODY, "县发展和改革局党组记录人：启动并承办民主生活会", shown);
    List<LeadingMember> body = organizations.leadingBody(BODY);
    for (int i = 0; i < Math.min(3, body.size()); i++) {
      LeadingMember member = body.get(i);
      add(
          member.personId(),
          "县发展和改革局" + (member.principal() ? "主要负责人：" : "班子成员：") + member.title(),
          shown);
    }
    first(Role.OFFICE, BODY, "县发展和改革局办公室：征求意见、报送材料", shown);
    first(Role.ARCHIVIST, BODY, "县发展和改革局档案员：归档", shown);
    first(Role.STAFF, "YLZZB", "县委组织部工作人员：审核方案、接收报告，组织述职评议考核", shown);
    first(Role.STAFF, "YLJW", "县纪委工作人员：接收报告", shown);
    first(Role.OFFICE, "YL", "县委办公室：上级审批和接收报告", shown);
    first(Role.PRINCIPAL, "YL", "县委主要负责人：批准述职评议考核方案、点评", shown);
    first(Role.RECORDER, "YL", "县委记录人：记录述职会议和会议研究情况", shown);
    first(Role.CLERK, "YL", "名册管理员：导入组织名册、发放初始密码", shown);
    first(Role.OFFICE, TOWN, "青石镇党委承办人：部署民主评议党员", shown);
    first(Role.PRINCIPAL, TOWN, "青石镇党委书记：审批优秀和不合格等次", shown);
    first(Role.SECRETARY, BRANCH, "青石社区第二党支部书记：主持民主评议党员", shown);
    first(Role.COMMITTEE, BRANCH, "青石社区第二党支部委员：参加支委会综合分析", shown);
    first(Role.GROUP_LEADER, BRANCH, "青石社区第二党支部党小组组长：召集党员互评", shown);
    ordinaryMember().ifPresent(person -> add(person, "青石社区第二党支部党员：撰写个人总结、投票", shown));
    first(Role.SECRETARY, "YLJ01", "县发展和改革局机关党委书记", shown);
    first(Role.OFFICE, "YLJ01", "县发展和改革局机关党委组织委员：部署民主评议党员", shown);
    first(Role.ARCHIVIST, "YLJ01", "县发展和改革局机关党委档案员：保管所属支部的归档材料", shown);
    first(Role.SECRETARY, DEBRIEFING, "石桥镇党委书记：撰写述职报告、确认考核结果、列整改清单", shown);
    first(Role.OFFICE, "YLGW", "县直机关工委办公室：组织机关党委书记述职评议考核", shown);
    Map<String, String> technical = withSystemGroup();
    add(technical.get("process-owner"), "流程负责人：修改并发布流程图", shown);
    add(technical.get("supervisor"), "监督人员：在驾驶舱查看办理情况", shown);
    add(technical.get("camunda-admin"), "系统管理员：管理用户和权限", shown);
    return shown;
  }

  /** Which person of the demo belongs to which group of the system. */
  public Map<String, String> withSystemGroup() {
    Map<String, String> groups = new LinkedHashMap<>();
    List<String> staff = demo ? organizations.holders(Role.STAFF, TECHNICAL) : List.of();
    String[] order = {"camunda-admin", "process-owner", "supervisor"};
    for (int i = 0; i < Math.min(order.length, staff.size()); i++) {
      groups.put(order[i], staff.get(i));
    }
    return groups;
  }

  /** A member of the branch who holds no post in it. */
  private Optional<String> ordinaryMember() {
    return people.membersOf(BRANCH).stream()
        .map(Person::id)
        .filter(person -> organizations.positionsOf(person).isEmpty())
        .findFirst();
  }

  private void first(Role role, String code, String duty, List<DemoPerson> shown) {
    organizations.holders(role, code).stream()
        .findFirst()
        .ifPresent(person -> add(person, duty, shown));
  }

  private void add(String person, String duty, List<DemoPerson> shown) {
    if (person != null) {
      shown.add(new DemoPerson(person, people.name(person), duty));
    }
  }
}
