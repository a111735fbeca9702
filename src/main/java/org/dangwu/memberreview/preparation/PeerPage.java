package org.dangwu.memberreview.preparation;

import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.DraftReply;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.roster.GroupBook;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The record of a group's mutual review: leaders first, what is unsuited for the meeting goes to a
 * private talk (B09). What was said is shown to him alone who holds the task.
 */
@Controller
@RequestMapping("/member-review/task/{taskId}/peer")
class PeerPage {

  private static final int LONGEST = 2000;

  private final ReviewTasks tasks;
  private final ReviewRosters rosters;
  private final GroupBook groups;
  private final PeerBook book;
  private final ReviewSentences sentences;
  private final Clock clock;

  PeerPage(
      ReviewTasks tasks,
      ReviewRosters rosters,
      GroupBook groups,
      PeerBook book,
      ReviewSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.groups = groups;
    this.book = book;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, PreparationSteps.HOLD_PEER_REVIEW, user.getName());
    String group = group(task);
    List<RosterMember> members = members(task, group);
    return task.held()
        ? page(
            task,
            book.marks(task.caseId(), group),
            book.said(task.caseId(), group, members, user.getName()),
            model)
        : page(task, Map.of(), Map.of(), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, PreparationSteps.HOLD_PEER_REVIEW, user.getName());
    List<RosterMember> members = members(task, group(task));
    Typed typed = new Typed(form);
    try {
      keep(taskId, members, typed, user.getName());
      model.addAttribute("saved", sentences.say("peer.saved"));
    } catch (SubmissionRefused | DossierRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, marks(members, typed), said(members, typed), model);
  }

  /** What the page sends by itself while the recorder types. */
  @PostMapping("/draft")
  @ResponseBody
  ResponseEntity<Map<String, String>> draft(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user) {
    DeskTask task = tasks.open(taskId, PreparationSteps.HOLD_PEER_REVIEW, user.getName());
    List<RosterMember> members = members(task, group(task));
    return DraftReply.to(() -> keep(taskId, members, new Typed(form), user.getName()), clock);
  }

  private void keep(String taskId, List<RosterMember> members, Typed typed, String user) {
    DeskTask task = tasks.openForWriting(taskId, PreparationSteps.HOLD_PEER_REVIEW, user);
    Map<String, String> said = said(members, typed);
    for (RosterMember member : members) {
      if (said.get(member.personId()).length() > LONGEST) {
        throw sentences.refusal("peer.long", member.name(), LONGEST);
      }
    }
    book.save(task.caseId(), group(task), members, marks(members, typed), said, user);
  }

  private String page(
      DeskTask task, Map<String, PeerMark> marks, Map<String, String> said, Model model) {
    String group = group(task);
    model.addAttribute("task", task);
    model.addAttribute("group", group);
    model.addAttribute("longest", LONGEST);
    model.addAttribute(
        "leader", groups.find(task.caseId(), group).map(ReviewGroup::leaderId).orElse(""));
    model.addAttribute(
        "rows",
        members(task, group).stream()
            .map(
                member ->
                    new Row(
                        member,
                        marks.get(member.personId()),
                        said.getOrDefault(member.personId(), "")))
            .toList());
    return "memberreview/peer";
  }

  private static String group(DeskTask task) {
    return task.fact("memberGroup");
  }

  private List<RosterMember> members(DeskTask task, String group) {
    return rosters.of(task.caseId()).stream()
        .filter(member -> member.participates() && member.group().equals(group))
        .toList();
  }

  private static Map<String, PeerMark> marks(List<RosterMember> members, Typed typed) {
    Map<String, PeerMark> marks = new LinkedHashMap<>();
    for (RosterMember member : members) {
      String id = member.personId();
      marks.put(
          id,
          new PeerMark(
              id,
              typed.checked("present-" + id),
              typed.checked("presented-" + id),
              typed.checked("talk-" + id)));
    }
    return marks;
  }

  private static Map<String, String> said(List<RosterMember> members, Typed typed) {
    Map<String, String> said = new LinkedHashMap<>();
    members.forEach(
        member ->
            said.put(
                member.personId(), typed.text("said-" + member.personId()).replace("\r\n", "\n")));
    return said;
  }

  /** A member with what is ticked and noted for him so far. */
  public record Row(RosterMember member, PeerMark mark, String said) {

    public boolean present() {
      return mark != null && mark.present();
    }

    public boolean presented() {
      return mark != null && mark.presented();
    }

    public boolean talk() {
      return mark != null && mark.talk();
    }
  }
}
