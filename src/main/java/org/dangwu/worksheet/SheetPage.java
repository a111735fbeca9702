package org.dangwu.worksheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.worksheet.SheetTasks.OpenSheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page inside Tasklist of every task with a sheet, and the files of its matter. */
@Controller
@RequestMapping("/worksheet")
class SheetPage {

  private final SheetTasks tasks;
  private final Sheets sheets;
  private final SheetStore store;
  private final FieldCheck fieldCheck;
  private final MatterViews views;
  private final MatterFiles files;
  private final Sentences sentences;

  SheetPage(
      SheetTasks tasks,
      Sheets sheets,
      SheetStore store,
      FieldCheck fieldCheck,
      MatterViews views,
      MatterFiles files,
      Sentences sentences) {
    this.tasks = tasks;
    this.sheets = sheets;
    this.store = store;
    this.fieldCheck = fieldCheck;
    this.views = views;
    this.files = files;
    this.sentences = sentences;
  }

  @GetMapping("/task/{taskId}")
  String show(@PathVariable String taskId, Principal user, Model model) {
    OpenSheet open = tasks.open(taskId, user.getName());
    // A draft belongs to him who wrote it; who takes the task over begins anew.
    Answers answers =
        store
            .draft(taskId)
            .filter(draft -> draft.writtenBy().equals(user.getName()))
            .map(SheetRecord::answers)
            .orElse(new Answers(Map.of()));
    return page(open, answers, model);
  }

  /** A refused sheet is shown again as it was typed; nothing of it is kept. */
  @PostMapping("/task/{taskId}")
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    OpenSheet open = tasks.open(taskId, user.getName());
    List<Field> fields = open.sheet().fields(open.task());
    Answers answers = fieldCheck.asked(fields, sent);
    try {
      tasks.openForWriting(taskId, user.getName());
      fieldCheck.check(open.sheet(), fields, answers);
      open.sheet().check(open.task(), answers);
      store.save(open.task(), open.title(), answers);
      answer.addFlashAttribute("saved", sentences.say("saved"));
      return "redirect:/worksheet/task/" + taskId;
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(open, answers, model);
    }
  }

  @PostMapping("/task/{taskId}/files")
  String attach(
      @PathVariable String taskId,
      @RequestParam(name = "file", required = false) MultipartFile file,
      Principal user,
      RedirectAttributes answer)
      throws IOException {
    try {
      OpenSheet open = tasks.openForWriting(taskId, user.getName());
      DocumentKey key =
          open.matters()
              .document(open.task().matterId())
              .filter(document -> open.sheet().takesFiles())
              .orElseThrow(tasks::gone);
      if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
        throw sentences.refusal("file.missing");
      }
      files.attach(key, file.getOriginalFilename(), file.getBytes(), user.getName());
      answer.addFlashAttribute("saved", sentences.say("file.saved"));
    } catch (SubmissionRefused | DossierRefused refused) {
      answer.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/worksheet/task/" + taskId;
  }

  /** Always as an attachment: nothing that was uploaded is ever shown as a page of this site. */
  @GetMapping("/{process}/{matterId}/files/{fileId}")
  ResponseEntity<byte[]> file(
      @PathVariable String process,
      @PathVariable String matterId,
      @PathVariable String fileId,
      Principal user,
      HttpServletResponse response) {
    DossierFile file =
        sheets
            .matters(process)
            .filter(matters -> matters.mayRead(matterId, user.getName()))
            .stream()
            .flatMap(matters -> files.of(matters, matterId).stream())
            .filter(found -> found.id().equals(fileId))
            .findFirst()
            .orElseThrow(tasks::gone);
    response.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(files.content(file, user.getName()));
  }

  private String page(OpenSheet open, Answers answers, Model model) {
    model.addAttribute("taskId", open.task().taskId());
    model.addAttribute("title", open.title());
    model.addAttribute("held", open.held());
    model.addAttribute("takesFiles", open.sheet().takesFiles());
    model.addAttribute("reading", open.sheet().reading(open.task(), answers));
    model.addAttribute(
        "view", views.view(open.matters(), open.task().matterId(), open.task().user()));
    model.addAttribute(
        "fields",
        open.sheet().fields(open.task()).stream()
            .map(field -> FieldView.of(open.sheet(), field, answers, sentences))
            .toList());
    return "worksheet/task";
  }
}
