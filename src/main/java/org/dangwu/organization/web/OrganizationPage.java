package org.dangwu.organization.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.People;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of organisations with posts and people, as far as the user may see them. */
@Controller
class OrganizationPage {

  private final OrganizationAccess access;
  private final Staffing staffing;
  private final People people;

  OrganizationPage(OrganizationAccess access, Staffing staffing, People people) {
    this.access = access;
    this.staffing = staffing;
    this.people = people;
  }

  /**
   * A branch of the tree.
   *
   * @param open shown unfolded, because the chosen organisation is inside or it is the top
   */
  record Node(Organization unit, List<Node> below, boolean open) {}

  @GetMapping("/organization")
  String show(@RequestParam(required = false) String code, Principal user, Model model) {
    List<Organization> visible = access.visible(user.getName());
    Organization chosen = chosen(code, visible);
    model.addAttribute("manager", access.mayManage(user.getName()));
    model.addAttribute("tree", tree(visible, chosen));
    model.addAttribute("chosen", chosen);
    if (chosen != null) {
      model.addAttribute("posts", staffing.posts(chosen.code()));
      model.addAttribute("members", people.membersOf(chosen.code()));
      model.addAttribute("standing", access.seesStanding(user.getName(), chosen));
    }
    return "organization/tree";
  }

  private static Organization chosen(String code, List<Organization> visible) {
    if (code == null || code.isBlank()) {
      return visible.isEmpty() ? null : visible.get(0);
    }
    // The same answer for what does not exist and for what may not be seen.
    return visible.stream()
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AccessDeniedException("没有查看该组织的权限。"));
  }

  private static List<Node> tree(List<Organization> visible, Organization chosen) {
    Set<String> codes = new HashSet<>();
    visible.forEach(unit -> codes.add(unit.code()));
    Map<String, List<Node>> below = new HashMap<>();
    List<Node> tops = new ArrayList<>();
    for (Organization unit : visible) {
      boolean top = unit.superiorCode() == null || !codes.contains(unit.superiorCode());
      List<Node> children = below.computeIfAbsent(unit.code(), code -> new ArrayList<>());
      Node node = new Node(unit, children, top || (chosen != null && chosen.isWithin(unit.code())));
      if (top) {
        tops.add(node);
      } else {
        below.computeIfAbsent(unit.superiorCode(), code -> new ArrayList<>()).add(node);
      }
    }
    return tops;
  }
}
