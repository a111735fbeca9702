package org.dangwu.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.dangwu.organization.People;
import org.dangwu.organization.roster.Finding;
import org.dangwu.organization.roster.ImportJob;
import org.dangwu.organization.roster.ImportJob.State;
import org.dangwu.organization.roster.RosterImports;
import org.dangwu.organization.roster.RosterTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Upload, dry run, confirmation and progress of a roster import; for roster clerks only. */
@Controller
class ImportPage {

  private static final int SHOWN = 200;
  private static final int ALL = 10_000;

  private final OrganizationAccess access;
  private final RosterImports imports;
  private final RosterTemplate template;
  private final People people;

  ImportPage(
      OrganizationAccess access, RosterImports imports, RosterTemplate template, People people) {
    this.access = access;
    this.imports = imports;
    this.template = template;
    this.people = people;
  }

  @GetMapping("/organization/import")
  String form(Principal user, Model model) {
    access.requireManager(user.getName());
    List<ImportJob> latest = imports.latest();
    model.addAttribute("latest", latest);
    model.addAttribute("names", people.names(latest.stream().map(ImportJob::createdBy).toList()));
    return "organization/import";
  }

  @GetMapping("/organization/template.xlsx")
  void template(Principal user, HttpServletResponse response) throws IOException {
    access.requireManager(user.getName());
    Workbooks.headers(response, "组织名册模板.xlsx");
    template.write(response.getOutputStream());
  }

  @PostMapping("/organization/import")
  String upload(@RequestParam("workbook") MultipartFile workbook, Principal user)
      throws IOException {
    access.requireManager(user.getName());
    String id = imports.upload(workbook.getOriginalFilename(), workbook.getBytes(), user.getName());
    return "redirect:/organization/import/" + id;
  }

  @GetMapping("/organization/import/{id}")
  String show(@PathVariable String id, Principal user, Model model) {
    ImportJob job = job(id, user);
    model.addAttribute("job", job);
    model.addAttribute("errors", imports.errors(id));
    model.addAttribute("notes", imports.notes(id));
    model.addAttribute("findings", imports.findings(id, SHOWN));
    model.addAttribute("shown", SHOWN);
    return "organization/import-job";
  }

  /** What the page asks every second while it waits. */
  record Progress(String state, String label, boolean running, int percent, int done, int total) {}

  @GetMapping("/organization/import/{id}/progress")
  @ResponseBody
  Progress progress(@PathVariable String id, Principal user) {
    ImportJob job = job(id, user);
    return new Progress(
        job.state().name(),
        job.state().label(),
        job.running(),
        job.percent(),
        job.rowsDone(),
        job.rowsTotal());
  }

  @GetMapping("/organization/import/{id}/findings.xlsx")
  void findings(@PathVariable String id, Principal user, HttpServletResponse response)
      throws IOException {
    job(id, user);
    Workbooks.headers(response, "名册检查结果.xlsx");
    Workbooks.write(
        response.getOutputStream(),
        "检查结果",
        List.of("类别", "工作表", "行", "列", "说明"),
        imports.findings(id, ALL).stream().map(ImportPage::cells).toList());
  }

  @PostMapping("/organization/import/{id}/confirm")
  String confirm(@PathVariable String id, Principal user, RedirectAttributes flash) {
    job(id, user);
    Optional<String> refused = imports.confirm(id);
    refused.ifPresent(reason -> flash.addFlashAttribute("refused", reason));
    return "redirect:/organization/import/" + id;
  }

  @PostMapping("/organization/import/{id}/cancel")
  String cancel(@PathVariable String id, Principal user) {
    ImportJob job = job(id, user);
    if (job.state() == State.CHECKED) {
      imports.cancel(id);
    }
    return "redirect:/organization/import";
  }

  private ImportJob job(String id, Principal user) {
    access.requireManager(user.getName());
    return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static List<String> cells(Finding finding) {
    return List.of(
        finding.severity().label(),
        finding.sheet(),
        finding.row() == null ? "" : finding.row().toString(),
        finding.column() == null ? "" : finding.column(),
        finding.message());
  }
}
