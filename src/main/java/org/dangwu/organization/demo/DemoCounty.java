package org.dangwu.organization.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invents Yunling County (云岭县): the same organisations and people at every start, all of them made
 * up. The rows have the columns of the roster workbook.
 */
final class DemoCounty {

  /** The leading body that guides and tests use. */
  static final String BODY = "YL01";

  /** The branch whose review of members guides and tests use. */
  static final String REVIEWED_BRANCH = "YL0904";

  private static final int PEOPLE = 600;

  private static final String SURNAMES =
      "赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄";

  private static final String FIRST = "文志建秀雅思晓海清明春国庆永兴嘉泽承佳若云书安宁立景和玉瑞宏远锦启修静淑慧素润青松柏岚";

  private static final String SECOND = "华敏杰芳涛霞军燕平英辉琴勇萍斌莉超娟波娜鹏艳峰洁强梅磊兰刚玲毅丹健琳东蓉林婷亮颖成凤彬瑶山雪";

  private static final String[] BUREAUS = {
    "发展和改革局", "教育和体育局", "财政局", "民政局", "自然资源局", "水务局", "农业农村局"
  };

  private static final String[] TOWNS = {"青石镇", "临溪镇", "松坪镇", "白鹤乡"};

  private static final String[] NUMBERS = {"一", "二", "三"};

  private static final String[] BUREAU_POSTS = {
    "党组书记、局长",
    "党组副书记、副局长",
    "党组成员、副局长",
    "党组成员、副局长",
    "党组成员、总工程师",
    "党组成员、派驻纪检监察组组长",
    "党组成员、办公室主任",
    "党组成员、副局长",
    "党组成员、机关党委书记"
  };

  private static final String[] TOWN_POSTS = {
    "党委书记",
    "党委副书记、乡镇长",
    "党委副书记",
    "党委委员、纪委书记",
    "党委委员、组织委员",
    "党委委员、武装部部长",
    "党委委员、副乡镇长",
    "党委委员、宣传委员",
    "党委委员、统战委员"
  };

  private static final String[] COUNTY_POSTS = {
    "县委书记",
    "县委副书记、县长",
    "县委副书记",
    "县委常委、常务副县长",
    "县委常委、县纪委书记",
    "县委常委、组织部部长",
    "县委常委、宣传部部长",
    "县委常委、政法委书记",
    "县委常委、统战部部长"
  };

  private static final String[] MORE_TOWNS = {
    "石桥镇", "东河镇", "龙泉镇", "大坪镇", "双溪镇", "梅林乡", "云台乡", "竹山乡"
  };

  private static final String[] MORE_BUREAUS = {
    "住房和城乡建设局", "交通运输局", "商务局", "文化和旅游局", "应急管理局", "市场监督管理局", "林业局"
  };

  private static final String[] ENTERPRISES = {
    "城市建设投资集团有限公司", "水务集团有限公司", "交通投资有限公司", "文化旅游发展有限公司"
  };

  private static final int[] BODY_SIZES = {7, 9, 6, 5, 8, 7, 6, 9, 7, 5, 8, 6};

  private final Random random = new Random(20_260_701L);
  private final Set<String> usedNames = new LinkedHashSet<>();
  private final List<List<String>> organizations = new ArrayList<>();
  private final List<List<String>> people = new ArrayList<>();
  private final List<List<String>> positions = new ArrayList<>();
  private final List<String> branches = new ArrayList<>();
  private int ordinary;

  DemoCounty() {
    organizations();
    leadingBody(1, 0);
    countyCommittee();
    for (int body = 2; body <= 12; body++) {
      leadingBody(body, body - 1);
    }
    branchMembers();
    // Whatever is added later stands below: people above must keep their numbers and names.
    baseCommittees();
    reviewedBranch();
    debriefingSecretaries();
  }

  List<List<String>> organizations() {
    if (!organizations.isEmpty()) {
      return organizations;
    }
    unit("YL", "中共云岭县委员会", "党委", "县级", "", 1, "");
    unit("YLZZB", "中共云岭县委组织部", "组织部", "乡科级", "YL", 1, "机关");
    unit("YLJW", "中共云岭县纪律检查委员会", "纪委", "县级", "YL", 2, "机关");
    unit("YLBGS", "中共云岭县委办公室", "工作部门", "乡科级", "YL", 3, "机关");
    unit("YLGW", "中共云岭县直属机关工作委员会", "工委", "乡科级", "YL", 4, "机关");
    for (int i = 0; i < BUREAUS.length; i++) {
      boolean committee = BUREAUS[i].startsWith("教育");
      unit(
          code(i + 1),
          "云岭县" + BUREAUS[i] + (committee ? "党委" : "党组"),
          committee ? "党委" : "党组",
          "乡科级",
          "YL",
          10 + i,
          "机关");
    }
    unit("YL08", "云岭县卫生健康局党委", "党委", "乡科级", "YL", 17, "机关");
    for (int i = 0; i < TOWNS.length; i++) {
      unit(code(9 + i), "中共云岭县" + TOWNS[i] + "委员会", "党委", "乡科级", "YL", 18 + i, "乡镇（街道）");
    }
    for (int i = 0; i < BUREAUS.length; i++) {
      String committee = "YLJ0" + (i + 1);
      unit(committee, "云岭县" + BUREAUS[i] + "机关党委", "党委", "基层", "YLGW", i + 1, "机关");
      for (int j = 0; j < 3; j++) {
        branch(committee, j, BUREAUS[i] + "机关第" + NUMBERS[j] + "党支部");
      }
    }
    unit("YLJ08", "云岭县委机关党委", "党委", "基层", "YLGW", 8, "机关");
    branch("YLJ08", 0, "县委办公室党支部");
    branch("YLJ08", 1, "县委组织部机关党支部");
    branch("YLJ08", 2, "县纪委监委机关党支部");
    branch("YL08", 0, "卫生健康局机关党支部");
    branch("YL08", 1, "县人民医院党支部");
    branch("YL08", 2, "县中医医院党支部");
    branch("YL08", 3, "县疾病预防控制中心党支部");
    String[][] villages = {{"青石社区", "石门村"}, {"临溪社区", "柳湾村"}, {"松坪社区", "高岭村"}, {"白鹤社区", "芦塘村"}};
    for (int i = 0; i < TOWNS.length; i++) {
      branch(code(9 + i), 0, TOWNS[i] + "机关党支部");
      branch(code(9 + i), 1, TOWNS[i] + villages[i][0] + "党支部");
      branch(code(9 + i), 2, TOWNS[i] + villages[i][1] + "党支部");
    }
    unit(REVIEWED_BRANCH, "云岭县青石镇青石社区第二党支部", "党支部", "基层", "YL09", 4, "村（社区）");
    debriefingUnits();
    return organizations;
  }

  List<List<String>> people() {
    return people;
  }

  List<List<String>> positions() {
    return positions;
  }

  private void leadingBody(int number, int index) {
    String body = code(number);
    String branch =
        switch (number) {
          case 1, 2, 3, 4, 5, 6, 7 -> "YLJ0" + number + "01";
          default -> body + "01";
        };
    boolean town = number >= 9;
    boolean committee = number == 2 || number == 8;
    for (int i = 0; i < BODY_SIZES[index]; i++) {
      String post = town ? TOWN_POSTS[i] : BUREAU_POSTS[i];
      String title =
          town
              ? post.replace("乡镇长", number == 12 ? "乡长" : "镇长")
              : committee ? post.replace("党组成员", "党委委员").replace("党组", "党委") : post;
      String person = member(branch);
      position(person, body, i == 0 ? "主要负责人" : "班子成员", title, i + 1);
    }
    position(member(branch), body, "记录人", "办公室主任", 20);
    position(member(branch), body, "办公室", "组织人事科科长", 21);
    position(member(branch), body, "办公室", "组织人事科科员", 22);
    position(member(branch), body, "档案员", "档案管理员", 23);
  }

  private void countyCommittee() {
    for (int i = 0; i < COUNTY_POSTS.length; i++) {
      String branch = i == 5 ? "YLJ0802" : i == 4 ? "YLJ0803" : "YLJ0801";
      String person = member(branch);
      position(person, "YL", i == 0 ? "主要负责人" : "班子成员", COUNTY_POSTS[i], i + 1);
      if (i == 4) {
        position(person, "YLJW", "主要负责人", "县纪委书记", 1);
      } else if (i == 5) {
        position(person, "YLZZB", "部门负责人", "部长", 1);
      }
    }
    position(member("YLJ0801"), "YL", "记录人", "县委办公室秘书科科长", 20);
    position(member("YLJ0801"), "YL", "办公室", "县委办公室副主任", 21);
    position(member("YLJ0801"), "YL", "办公室", "县委办公室综合科科长", 22);
    position(member("YLJ0801"), "YL", "档案员", "县委办公室档案科科长", 23);
    position(member("YLJ0802"), "YL", "名册管理员", "县委组织部信息科科长", 24);
    position(member("YLJ0802"), "YLZZB", "工作人员", "干部监督科科长", 10);
    position(member("YLJ0802"), "YLZZB", "工作人员", "组织科科长", 11);
    position(member("YLJ0802"), "YLZZB", "工作人员", "组织科科员", 12);
    String[] discipline = {"副书记", "副书记", "常委、党风政风监督室主任", "常委、案件审理室主任"};
    for (int i = 0; i < discipline.length; i++) {
      position(member("YLJ0803"), "YLJW", "班子成员", "县纪委" + discipline[i], i + 2);
    }
    position(member("YLJ0803"), "YLJW", "工作人员", "党风政风监督室科员", 10);
    position(member("YLJ0803"), "YLJW", "工作人员", "党风政风监督室副主任", 11);
    position(member("YLJ0803"), "YLJW", "记录人", "县纪委办公室主任", 20);
    position(member("YLJ0801"), "YLGW", "主要负责人", "工委书记", 1);
    position(member("YLJ0801"), "YLGW", "班子成员", "工委副书记", 2);
    position(member("YLJ0801"), "YLGW", "班子成员", "工委委员", 3);
    position(member("YLJ0801"), "YLGW", "记录人", "工委办公室主任", 20);
    position(member("YLJ0801"), "YLBGS", "工作人员", "信息中心系统管理员", 10);
    position(member("YLJ0801"), "YLBGS", "工作人员", "督查室流程负责人", 11);
    position(member("YLJ0802"), "YLBGS", "工作人员", "督查室监督人员", 12);
  }

  /** Fills the branches; the first ordinary members of each make up its committee. */
  private void branchMembers() {
    String[] posts = {"书记", "组织委员", "宣传委员"};
    for (String branch : branches) {
      for (int i = 0; i < posts.length; i++) {
        position(member(branch), branch, i == 0 ? "书记" : "委员", "党支部" + posts[i], i + 1);
      }
      position(member(branch), branch, "党小组长", "第一党小组组长", 10);
    }
    for (int i = 0; people.size() < PEOPLE; i++) {
      ordinaryMember(branches.get(i % branches.size()));
    }
  }

  /**
   * The grass-roots committees of the offices: no leading bodies, so their secretaries are none.
   */
  private void baseCommittees() {
    for (int number = 1; number <= 8; number++) {
      String committee = "YLJ0" + number;
      String branch = committee + "01";
      position(member(branch), committee, "书记", "机关党委书记", 1);
      position(member(branch), committee, "办公室", "机关党委组织委员", 2);
      position(member(branch), committee, "档案员", "机关党委干事", 3);
    }
  }

  /** 23 formal members without any special circumstance and one of each kind that differs. */
  private void reviewedBranch() {
    String[] posts = {"书记", "副书记", "组织委员", "宣传委员", "纪检委员"};
    for (int i = 0; i < posts.length; i++) {
      position(
          member(REVIEWED_BRANCH), REVIEWED_BRANCH, i == 0 ? "书记" : "委员", "党支部" + posts[i], i + 1);
    }
    for (int i = 0; i < 2; i++) {
      position(
          member(REVIEWED_BRANCH), REVIEWED_BRANCH, "党小组长", "第" + NUMBERS[i] + "党小组组长", 10 + i);
    }
    for (int i = posts.length + 2; i < 23; i++) {
      member(REVIEWED_BRANCH);
    }
    person(REVIEWED_BRANCH, new Standing("预备党员", "", "", "", "", "", "", ""));
    person(REVIEWED_BRANCH, new Standing("预备党员", "", "", "", "", "", "", ""));
    person(REVIEWED_BRANCH, new Standing("正式党员", "", "", "流出", "", "", "", ""));
    person(REVIEWED_BRANCH, new Standing("正式党员", "", "", "", "留党察看", "2027-08-31", "", ""));
  }

  /** With those above 34 whose secretaries give the county committee an account. */
  private void debriefingUnits() {
    for (int i = 0; i < MORE_TOWNS.length; i++) {
      committee("YLX0" + (i + 1), "中共云岭县" + MORE_TOWNS[i] + "委员会", 30 + i, "乡镇（街道）");
    }
    for (int i = 0; i < MORE_BUREAUS.length; i++) {
      committee("YLB0" + (i + 1), "云岭县" + MORE_BUREAUS[i] + "党委", 40 + i, "机关");
    }
    for (int i = 0; i < ENTERPRISES.length; i++) {
      committee("YLQ0" + (i + 1), "云岭县" + ENTERPRISES[i] + "党委", 50 + i, "国有企业");
    }
    committee("YLG01", "云岭职业技术学院党委", 54, "高等学校");
    committee("YLY01", "云岭县第二人民医院党委", 55, "公立医院");
  }

  /**
   * Each with a secretary and an office and no leading body, so that they hold no life meeting
   * here.
   */
  private void debriefingSecretaries() {
    for (List<String> unit : organizations) {
      String code = unit.get(0);
      if (code.matches("YL[XBQGY]\\d\\d")) {
        position(member(code), code, "书记", secretaryTitle(code), 1);
        position(member(code), code, "办公室", code.startsWith("YLX") ? "党政办公室主任" : "党委办公室主任", 2);
      }
    }
    position(member("YLJ0801"), "YLGW", "办公室", "工委组织部干事", 21);
    position(member("YLJ0801"), "YLGW", "档案员", "工委办公室档案员", 23);
  }

  private static String secretaryTitle(String code) {
    return switch (code.charAt(2)) {
      case 'X' -> "党委书记";
      case 'B' -> "党委书记、局长";
      case 'Q' -> "党委书记、董事长";
      default -> "党委书记";
    };
  }

  private void committee(String code, String name, int order, String type) {
    unit(code, name, "党委", "乡科级", "YL", order, type);
  }

  private static String code(int number) {
    return "YL%02d".formatted(number);
  }

  private void branch(String above, int index, String name) {
    String code = above + "0" + (index + 1);
    String type =
        name.contains("医院")
            ? "公立医院"
            : name.contains("中心") ? "其他事业单位" : name.matches(".*(社区|村)党支部") ? "村（社区）" : "机关";
    unit(code, "云岭县" + name.replaceFirst("^县", ""), "党支部", "基层", above, index + 1, type);
    branches.add(code);
  }

  private void unit(
      String code,
      String name,
      String kind,
      String level,
      String superior,
      int order,
      String type) {
    organizations.add(List.of(code, name, kind, level, superior, String.valueOf(order), "", type));
  }

  /** A formal member without any special circumstance. Returns the person number. */
  private String member(String branch) {
    return person(branch, new Standing("正式党员", "", "", "", "", "", "", ""));
  }

  private void ordinaryMember(String branch) {
    ordinary++;
    person(branch, standing(ordinary));
  }

  /** Special standings recur at fixed places, so that each occurs. */
  private static Standing standing(int number) {
    String formal = "正式党员";
    return switch (number % 60) {
      case 3, 23, 43 -> new Standing("预备党员", "", "", "", "", "", "", "");
      case 5, 35 -> new Standing(formal, "", "", "流出", "", "", "", "");
      case 7 -> new Standing(formal, "", "", "流入", "", "", "", "");
      case 9 -> new Standing(formal, "", "", "", "留党察看", "2027-06-30", "", "");
      case 11 -> new Standing(formal, "", "", "", "警告", "2027-03-31", "", "");
      case 13 -> new Standing(formal, "", "", "", "严重警告", "2027-09-30", "", "");
      case 15 -> new Standing(formal, "", "", "", "撤销党内职务", "2028-05-31", "", "");
      case 17, 47 -> new Standing(formal, "", "", "", "", "", "长期病休", "");
      case 19 -> new Standing(formal, "", "", "", "", "", "出国出境", "");
      case 21, 51 -> new Standing(formal, "", "", "", "", "", "借调", "");
      case 25 -> new Standing(formal, "", "", "", "", "", "挂职", "");
      case 27 -> new Standing(formal, "", "", "", "", "", "脱产学习", "");
      case 29, 59 -> new Standing(formal, "", "", "", "", "", "年老体弱", "");
      case 31 -> new Standing(formal, "", "", "", "", "", "", "是");
      case 33 -> new Standing(formal, "转出未接收", "", "", "", "", "", "");
      case 37 -> new Standing("非党员", "", "", "", "", "", "", "");
      default -> new Standing(formal, "", "", "", "", "", "", "");
    };
  }

  private record Standing(
      String status,
      String relation,
      String voting,
      String mobility,
      String sanction,
      String sanctionUntil,
      String circumstance,
      String investigated) {}

  private String person(String branch, Standing standing) {
    String id = "p%04d".formatted(people.size() + 1);
    LocalDate joined =
        switch (standing.status()) {
          case "预备党员" -> LocalDate.of(2025, 12, 20);
          case "非党员" -> null;
          default -> LocalDate.of(1988 + random.nextInt(34), 7, 1);
        };
    people.add(
        List.of(
            id,
            name(),
            random.nextInt(5) < 3 ? "男" : "女",
            standing.status(),
            branch,
            standing.relation(),
            joined == null ? "" : joined.toString(),
            standing.voting(),
            standing.mobility(),
            standing.sanction(),
            standing.sanctionUntil(),
            standing.circumstance(),
            standing.investigated(),
            id + "@yunling.example",
            "",
            "",
            ""));
    return id;
  }

  private void position(String person, String organization, String role, String title, int order) {
    positions.add(
        List.of(
            person,
            "",
            organization,
            role,
            title,
            String.valueOf(order),
            (2021 + random.nextInt(5)) + "-06-01",
            "",
            ""));
  }

  private String name() {
    String name;
    do {
      name = pick(SURNAMES) + pick(FIRST) + pick(SECOND);
    } while (!usedNames.add(name));
    return name;
  }

  private String pick(String characters) {
    int at = random.nextInt(characters.length());
    return characters.substring(at, at + 1);
  }
}
