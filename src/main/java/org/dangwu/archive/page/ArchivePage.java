package org.dangwu.archive.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dangwu.archive.ArchiveProperties;
import org.dangwu.archive.FourPropertiesReport;
import org.dangwu.archive.fixity.Fixity;
import org.dangwu.archive.register.ArchiveLog;
import org.dangwu.archive.register.CheckEntry;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.archive.register.Register;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of the archive for archivists and offices. */
@Controller
@RequestMapping("/archive")
class ArchivePage {

  private static final int SHOWN_CHECKS = 10;

  private final Register register;
  private final ArchiveAccess access;
  private final ArchiveLog log;
  private final Fixity fixity;
  private final PersonLabels persons;
  private final ArchiveProperties properties;
  private final ObjectMapper json;

  ArchivePage(
      Register register,
      ArchiveAccess access,
      ArchiveLog log,
      Fixity fixity,
      PersonLabels persons,
      ArchiveProperties properties,
      ObjectMapper json) {
    this.register = register;
    this.access = access;
    this.log = log;
    this.fixity = fixity;
    this.persons = persons;
    this.properties = properties;
    this.json = json;
  }

  @GetMapping
  String list(
      @RequestParam Optional<Integer> year,
      @RequestParam Optional<String> organization,
      Principal user,
      Model model) {
    if (!access.isConcerned(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    List<PackageEntry> visible =
        register.ofOrganizations(access.visibleOrganizations(user.getName()));
    String wanted = organization.orElse("");
    model.addAttribute(
        "packages",
        visible.stream()
            .filter(entry -> year.isEmpty() || entry.year() == year.get())
            .filter(entry -> wanted.isEmpty() || entry.organization().equals(wanted))
            .toList());
    Map<String, String> organizations = new TreeMap<>();
    visible.forEach(entry -> organizations.put(entry.organization(), entry.organizationName()));
    model.addAttribute("organizations", organizations);
    model.addAttribute("years", visible.stream().map(PackageEntry::year).distinct().toList());
    model.addAttribute("year", year.orElse(null));
    model.addAttribute("organization", wanted);
    model.addAttribute("damaged", visible.stream().filter(entry -> !entry.checkPassed()).toList());
    return "archive/register";
  }

  @GetMapping("/{id}")
  String show(@PathVariable String id, Principal user, Model model) throws JsonProcessingException {
    PackageEntry entry = visible(id, user);
    List<CheckEntry> checks = register.checks(id, SHOWN_CHECKS);
    log.add(user.getName(), ArchiveLog.Action.VIEW, id);
    model.addAttribute("entry", entry);
    model.addAttribute("items", register.items(id));
    model.addAttribute("report", json.readValue(entry.report(), FourPropertiesReport.class));
    model.addAttribute("checks", checks);
    model.addAttribute("persons", persons.of(entry, checks));
    model.addAttribute("mayTakeOut", access.mayTakeOut(user.getName(), entry));
    return "archive/package";
  }

  @PostMapping("/{id}/check")
  String check(@PathVariable String id, Principal user, RedirectAttributes outcome) {
    PackageEntry entry = visible(id, user);
    CheckEntry check = fixity.check(entry, user.getName());
    log.add(user.getName(), ArchiveLog.Action.CHECK, id);
    outcome.addFlashAttribute("checkedNow", check);
    return "redirect:/archive/" + id;
  }

  @GetMapping("/{id}/package")
  ResponseEntity<Resource> download(@PathVariable String id, Principal user) {
    PackageEntry entry = visible(id, user);
    if (!access.mayTakeOut(user.getName(), entry)) {
      log.add(user.getName(), ArchiveLog.Action.REFUSED, id);
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Path file = properties.directory().resolve(entry.location());
    if (!Files.isRegularFile(file)) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    log.add(user.getName(), ArchiveLog.Action.DOWNLOAD, id);
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(entry.archiveNumber() + ".zip", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("application/zip"))
        .body(new FileSystemResource(file));
  }

  /** The same answer for a package that is not there and one that is not theirs. */
  private PackageEntry visible(String id, Principal user) {
    PackageEntry entry = register.byId(id).orElseThrow(ArchivePage::notFound);
    if (!access.maySee(user.getName(), entry)) {
      log.add(user.getName(), ArchiveLog.Action.REFUSED, id);
      throw notFound();
    }
    return entry;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
