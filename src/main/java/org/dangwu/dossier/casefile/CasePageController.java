package org.dangwu.dossier.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.casefile.CaseDesk.Cover;
import org.dangwu.dossier.casefile.CaseDesk.Printed;
import org.dangwu.dossier.casefile.CaseDesk.Taken;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The case file on its own: table of contents, documents, downloads. */
@Controller
@RequestMapping("/dossier")
class CasePageController {

  private final CaseDesk desk;
  private final PageViews views;
  private final Watermark watermark;

  CasePageController(CaseDesk desk, PageViews views, Watermark watermark) {
    this.desk = desk;
    this.views = views;
    this.watermark = watermark;
  }

  @GetMapping("/case/{caseId}")
  String contents(@PathVariable String caseId, Principal user, Model model) {
    model.addAttribute("contents", views.contents(desk.contents(user.getName(), caseId)));
    return "dossier/case";
  }

  @GetMapping("/case/{caseId}/log")
  String log(@PathVariable String caseId, Principal user, Model model) {
    model.addAttribute("log", views.log(desk.log(user.getName(), caseId)));
    return "dossier/log";
  }

  @GetMapping("/document/{documentId}")
  String document(@PathVariable String documentId, Principal user, Model model) {
    Optional<Cover> cover = desk.cover(user.getName(), documentId);
    if (cover.isPresent()) {
      return cover(cover.get(), null, model);
    }
    model.addAttribute("paper", views.paper(desk.read(user.getName(), documentId)));
    return "dossier/document";
  }

  /** Each time a sealed document is opened, the reason is asked for and logged (A25). */
  @PostMapping("/document/{documentId}")
  String open(
      @PathVariable String documentId, @RequestParam String reason, Principal user, Model model) {
    try {
      model.addAttribute("paper", views.paper(desk.open(user.getName(), documentId, reason)));
      return "dossier/document";
    } catch (DossierRefused refused) {
      Cover cover = desk.cover(user.getName(), documentId).orElseThrow(() -> refused);
      return cover(cover, refused.getMessage(), model);
    }
  }

  private String cover(Cover cover, String refused, Model model) {
    model.addAttribute("cover", views.cover(cover));
    model.addAttribute("refused", refused);
    return "dossier/cover";
  }

  /** The reader's watermark, which the style sheet lays over pages of sealed documents. */
  @GetMapping(path = "/watermark.svg", produces = "image/svg+xml")
  @ResponseBody
  String watermark(Principal user) {
    return watermark.svg(user.getName());
  }

  /** Always as an attachment: nothing that was uploaded is ever shown as a page of this site. */
  @GetMapping("/file/{fileId}")
  ResponseEntity<byte[]> file(
      @PathVariable String fileId,
      @RequestParam(required = false) String opening,
      Principal user,
      HttpServletResponse response) {
    Taken taken = desk.download(user.getName(), fileId, opening);
    return out(
        taken.file().name(),
        MediaType.parseMediaType(taken.file().mediaType()),
        taken.content(),
        response);
  }

  /** The document as Word, in the form of the office. */
  @GetMapping("/document/{documentId}/word")
  ResponseEntity<byte[]> word(
      @PathVariable String documentId,
      @RequestParam(required = false) String opening,
      Principal user,
      HttpServletResponse response) {
    Printed printed = desk.print(user.getName(), documentId, opening);
    return out(
        printed.name(), MediaType.parseMediaType(OfficialPapers.DOCX), printed.content(), response);
  }

  private static ResponseEntity<byte[]> out(
      String name, MediaType type, byte[] content, HttpServletResponse response) {
    // Set here and not on the entity: the policy of ordinary pages was set before and is replaced.
    response.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
