package org.dangwu.dossier.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** The case file on its own: table of contents, documents, downloads. */
@Controller
@RequestMapping("/dossier")
class CasePageController {

  private final CaseDesk desk;
  private final PageViews views;

  CasePageController(CaseDesk desk, PageViews views) {
    this.desk = desk;
    this.views = views;
  }

  @GetMapping("/case/{caseId}")
  String contents(@PathVariable String caseId, Principal user, Model model) {
    model.addAttribute("contents", views.contents(desk.contents(user.getName(), caseId)));
    return "dossier/case";
  }

  @GetMapping("/document/{documentId}")
  String document(@PathVariable String documentId, Principal user, Model model) {
    model.addAttribute("paper", views.paper(desk.read(user.getName(), documentId)));
    return "dossier/document";
  }

  /** Always as an attachment: nothing that was uploaded is ever shown as a page of this site. */
  @GetMapping("/file/{fileId}")
  ResponseEntity<byte[]> file(
      @PathVariable String fileId, Principal user, HttpServletResponse response) {
    Taken taken = desk.download(user.getName(), fileId);
    // Set here and not on the entity: the policy of ordinary pages was set before and is replaced.
    response.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(taken.file().mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(taken.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(taken.content());
  }
}
