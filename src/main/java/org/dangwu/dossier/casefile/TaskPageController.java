package org.dangwu.dossier.casefile;

import java.io.IOException;
import java.security.Principal;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.Drafts.SaveResult;
import org.dangwu.dossier.casefile.PageViews.FileView;
import org.dangwu.dossier.file.UploadCheck;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** The page inside Tasklist on which the documents of a task are written and read. */
@Controller
@RequestMapping("/dossier/task/{taskId}")
class TaskPageController {

  private final TaskDesk desk;
  private final PageViews views;
  private final UploadCheck uploads;
  private final Sentences sentences;

  TaskPageController(TaskDesk desk, PageViews views, UploadCheck uploads, Sentences sentences) {
    this.desk = desk;
    this.views = views;
    this.uploads = uploads;
    this.sentences = sentences;
  }

  @GetMapping
  String page(@PathVariable String taskId, Principal user, Model model) {
    model.addAttribute("sheet", views.sheet(desk.sheet(user.getName(), taskId)));
    model.addAttribute("maxMegabytes", uploads.maxMegabytes());
    return "dossier/task";
  }

  @PutMapping("/documents/{type}/sections/{section}")
  @ResponseBody
  ResponseEntity<SavedView> save(
      @PathVariable String taskId,
      @PathVariable String type,
      @PathVariable String section,
      @RequestBody Typed typed,
      Principal user) {
    SaveResult result =
        desk.save(user.getName(), taskId, type, section, typed.text(), typed.revision());
    var current = result.current();
    String time = views.clockTime(current.updatedAt());
    if (result.saved()) {
      return ResponseEntity.ok(new SavedView(current.revision(), time, null, null));
    }
    String message = sentences.say("text.conflict", views.name(current.updatedBy()), time);
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new SavedView(current.revision(), time, message, current.text()));
  }

  @PostMapping("/documents/{type}/files")
  @ResponseBody
  FileView attach(
      @PathVariable String taskId,
      @PathVariable String type,
      @RequestParam(name = "file", required = false) MultipartFile file,
      Principal user)
      throws IOException {
    if (file == null || file.getOriginalFilename() == null) {
      throw new DossierRefused(sentences.say("upload.missing"));
    }
    return views.file(
        desk.attach(user.getName(), taskId, type, file.getOriginalFilename(), file.getBytes()));
  }

  @DeleteMapping("/documents/{type}/files/{fileId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void detach(
      @PathVariable String taskId,
      @PathVariable String type,
      @PathVariable String fileId,
      Principal user) {
    desk.detach(user.getName(), taskId, type, fileId);
  }

  @PostMapping("/documents/{type}/paper")
  @ResponseBody
  FileView generate(@PathVariable String taskId, @PathVariable String type, Principal user) {
    return views.file(desk.generate(user.getName(), taskId, type));
  }

  /**
   * @param text what was typed
   * @param revision the revision the writer saw, 0 for none
   */
  record Typed(String text, int revision) {}

  /**
   * @param message null when saved
   * @param text the text of somebody else when not saved
   */
  record SavedView(int revision, String savedAt, String message, String text) {}
}
