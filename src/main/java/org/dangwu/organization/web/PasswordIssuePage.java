package org.dangwu.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.account.FirstPasswords;
import org.dangwu.organization.account.FirstPasswords.Issued;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Issues first passwords for the people of an organisation. They travel in the one answer to the
 * request, as a page or as a workbook, and cannot be fetched again.
 */
@Controller
class PasswordIssuePage {

  private final OrganizationAccess access;
  private final Organizations organizations;
  private final FirstPasswords passwords;

  PasswordIssuePage(
      OrganizationAccess access, Organizations organizations, FirstPasswords passwords) {
    this.access = access;
    this.organizations = organizations;
    this.passwords = passwords;
  }

  @GetMapping("/organization/passwords")
  String form(@RequestParam String code, Principal user, Model model) {
    access.requireManager(user.getName());
    model.addAttribute("unit", organizations.get(code));
    model.addAttribute("operator", access.isOperator(user.getName()));
    model.addAttribute("candidates", passwords.candidates(code));
    return "organization/passwords";
  }

  @PostMapping("/organization/passwords")
  String issue(
      @RequestParam String code,
      @RequestParam(name = "person", required = false) List<String> chosen,
      @RequestParam(defaultValue = "page") String as,
      Principal user,
      Model model,
      HttpServletResponse response)
      throws IOException {
    access.requireManager(user.getName());
    Organization unit = organizations.get(code);
    if (chosen == null || chosen.isEmpty()) {
      model.addAttribute("refused", "没有选择人员。请勾选需要发放初始密码的人员。");
      return form(code, user, model);
    }
    List<Issued> issued =
        passwords.issue(code, chosen, user.getName(), access.isOperator(user.getName()));
    if (as.equals("workbook")) {
      Workbooks.headers(response, unit.name() + "初始密码.xlsx");
      Workbooks.write(
          response.getOutputStream(),
          "初始密码",
          List.of("人员编号", "姓名", "初始密码", "说明"),
          issued.stream()
              .map(line -> List.of(line.userId(), line.name(), line.password(), "首次登录后须立即修改密码。"))
              .toList());
      return null;
    }
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("unit", unit);
    model.addAttribute("issued", issued);
    return "organization/passwords-issued";
  }
}
