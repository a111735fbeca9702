package org.dangwu.publication;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where people read what was made known to them, and remark on it where that is asked for (C18).
 */
@Controller
@RequestMapping("/published")
class PublishedPage {

  private static final int SHOWN = 200;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 1000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Publications publications;
  private final Remarks remarks;
  private final Passages passages;
  private final Organizations organizations;
  private final PublicationSentences sentences;
  private final Clock clock;

  PublishedPage(
      Publications publications,
      Remarks remarks,
      Passages passages,
      Organizations organizations,
      PublicationSentences sentences,
      Clock clock) {
    this.publications = publications;
    this.remarks = remarks;
    this.passages = passages;
    this.organizations = organizations;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String list(Principal user, Model model) {
    model.addAttribute(
        "rows", publications.readableBy(user.getName(), SHOWN).stream().map(this::row).toList());
    return "publication/list";
  }

  @GetMapping("/{id}")
  String read(@PathVariable String id, Principal user, Model model) {
    return page(readable(id, user), user, "", model);
  }

  @PostMapping("/{id}/remarks")
  String remark(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam(defaultValue = "") String manner,
      Principal user,
      Model model) {
    Publication found = readable(id, user);
    String text = remark.replace("\r\n", "\n").strip();
    try {
      leave(found, text, manner, user.getName());
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(found, user, text, model);
    }
    model.addAttribute("saved", sentences.say("remark.saved." + manner));
    return page(found, user, "", model);
  }

  private void leave(Publication publication, String text, String manner, String user) {
    if (!publication.takesRemarks(LocalDate.now(clock))) {
      throw sentences.refusal("remark.closed");
    }
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw sentences.refusal("remark.text", String.valueOf(SHORTEST), String.valueOf(LONGEST));
    }
    switch (manner) {
      case "SIGNED" -> remarks.leave(publication, text, user);
      case "UNSIGNED" -> remarks.leave(publication, text, null);
      default -> throw sentences.refusal("remark.manner");
    }
  }

  private Publication readable(String id, Principal user) {
    return publications
        .readableBy(user.getName(), id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("gone")));
  }

  private String page(Publication found, Principal user, String remark, Model model) {
    model.addAttribute("row", row(found));
    model.addAttribute(
        "passages", passages.of(found.documentType(), found.documentId(), user.getName()));
    model.addAttribute("remark", remark);
    model.addAttribute("longest", LONGEST);
    return "publication/read";
  }

  private Row row(Publication found) {
    return new Row(
        found.id(),
        found.kind(),
        found.title(),
        organizations.get(found.organization()).name(),
        DAY.format(found.publishedAt().atZone(clock.getZone())),
        found.remarksUntil() == null ? "" : DAY.format(found.remarksUntil()),
        found.takesRemarks(LocalDate.now(clock)));
  }

  /**
   * One line of the list.
   *
   * @param remarksUntil last day for remarks, empty when there are none
   * @param open whether a remark may be left today
   */
  public record Row(
      String id,
      String kind,
      String title,
      String organization,
      String day,
      String remarksUntil,
      boolean open) {}
}
