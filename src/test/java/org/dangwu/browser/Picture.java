package org.dangwu.browser;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pictures that stories take, most of them for the user guide. */
enum Picture {
  LOGIN(Story.LIFE_MEETING),
  HOME_START(Story.LIFE_MEETING),
  HOME_RUNNING(Story.LIFE_MEETING),
  DECIDE_THEME(Story.LIFE_MEETING),
  HOME_TASKS(Story.LIFE_MEETING),
  MAKE_PLAN(Story.LIFE_MEETING),
  REVIEW_PLAN(Story.LIFE_MEETING),
  INBOX(Story.LIFE_MEETING),
  PROGRESS(Story.LIFE_MEETING),
  OPINIONS(Story.LIFE_MEETING),
  QUESTIONNAIRE_LINK(Story.LIFE_MEETING),
  QUESTIONNAIRE(Story.LIFE_MEETING),
  OBSERVERS(Story.LIFE_MEETING),
  CASE_ACTIONS(Story.LIFE_MEETING),
  REQUEST_LEAVE(Story.LIFE_MEETING),
  REVIEW_REQUEST(Story.LIFE_MEETING, false),
  AGENDA(Story.LIFE_MEETING),
  FEEDBACK(Story.LIFE_MEETING),
  FLAGGED_MEMBERS(Story.LIFE_MEETING),
  EXPLANATION(Story.LIFE_MEETING),
  TALKS(Story.LIFE_MEETING),
  OUTLINE(Story.LIFE_MEETING),
  ATTENDANCE(Story.LIFE_MEETING),
  MINUTES_OPENING(Story.LIFE_MEETING),
  MINUTES_MEMBER(Story.LIFE_MEETING),
  TELL_ABSENTEE(Story.LIFE_MEETING),
  CONFIRM_TOLD(Story.LIFE_MEETING),
  REPORT(Story.LIFE_MEETING),
  RECEIPT_SUPERIOR(Story.LIFE_MEETING),
  RECEIPT_DISCIPLINE(Story.LIFE_MEETING),
  RECEIPT_ORGANIZATION(Story.LIFE_MEETING),
  OBSERVER_REPORT(Story.LIFE_MEETING),
  REDACTION(Story.LIFE_MEETING),
  APPROVE_NOTICE(Story.LIFE_MEETING, false),
  PUBLISH_MEASURES(Story.LIFE_MEETING),
  RECTIFICATION_LIST(Story.LIFE_MEETING),
  ANSWER_HELP(Story.LIFE_MEETING),
  RECTIFY(Story.LIFE_MEETING),
  RECTIFY_MORE(Story.LIFE_MEETING, false),
  VERIFY(Story.LIFE_MEETING),
  RECTIFICATION_OVERVIEW(Story.LIFE_MEETING),
  DOSSIER(Story.LIFE_MEETING),
  ARCHIVE_REGISTER(Story.LIFE_MEETING),
  ARCHIVE_PACKAGE(Story.LIFE_MEETING),
  TASKLIST(Story.REFUSALS),
  MISSING_SECTION(Story.REFUSALS),
  ADJUST_DATE(Story.REFUSALS),
  SECOND_START(Story.REFUSALS),
  SPECIAL_OFFER(Story.SPECIAL_MEETING),
  SPECIAL_REGISTER(Story.SPECIAL_MEETING),
  REPORT_TRIGGER(Story.SPECIAL_MEETING),
  DECIDE_SPECIAL(Story.SPECIAL_MEETING),
  SPECIAL_RUNS(Story.SPECIAL_MEETING, false),
  DEPLOY_YEAR(Story.YEAR),
  YEAR_OVERVIEW(Story.YEAR),
  YEAR_BLOCKED(Story.YEAR, false),
  HANDLE_NOT_HELD(Story.YEAR),
  ROSTER_TREE(Story.KEEPERS),
  ROSTER_FINDINGS(Story.KEEPERS),
  COCKPIT(Story.KEEPERS),
  OUTBOX(Story.KEEPERS),
  ADMIN_USERS(Story.KEEPERS),
  BALLOT_VOTE(Story.BALLOT),
  BALLOT_CHECK(Story.BALLOT),
  BALLOT_DESK(Story.BALLOT),
  BALLOT_TURNOUT(Story.BALLOT),
  BALLOT_COUNT(Story.BALLOT),
  REVIEW_DEPLOY(Story.MEMBER_REVIEW),
  BRANCH_PLAN(Story.MEMBER_REVIEW),
  REVIEW_SUMMARY(Story.MEMBER_REVIEW),
  REVIEW_VOTE(Story.MEMBER_REVIEW, false),
  REVIEW_TELLER(Story.MEMBER_REVIEW, false),
  REVIEW_ANALYSIS(Story.MEMBER_REVIEW, false),
  REVIEW_MEMBER(Story.MEMBER_REVIEW),
  REVIEW_VERIFICATION(Story.MEMBER_REVIEW, false),
  REVIEW_ASSEMBLY(Story.MEMBER_REVIEW),
  REVIEW_APPROVAL(Story.MEMBER_REVIEW),
  REVIEW_RESULT(Story.MEMBER_REVIEW),
  REVIEW_DISPOSAL(Story.MEMBER_REVIEW, false),
  DEBRIEF_SHARE(Story.DEBRIEFING),
  DEBRIEF_PLAN(Story.DEBRIEFING),
  DEBRIEF_APPROVE(Story.DEBRIEFING, false),
  DEBRIEF_REPORT(Story.DEBRIEFING),
  DEBRIEF_REPORT_AGAIN(Story.DEBRIEFING, false),
  DEBRIEF_REVIEW(Story.DEBRIEFING),
  DEBRIEF_FIELD(Story.DEBRIEFING),
  DEBRIEF_ATTENDANCE(Story.DEBRIEFING),
  DEBRIEF_ABSENT(Story.DEBRIEFING),
  DEBRIEF_SESSION(Story.DEBRIEFING),
  DEBRIEF_ARRANGE(Story.DEBRIEFING, false),
  DEBRIEF_VOTE(Story.DEBRIEFING),
  DEBRIEF_TELLER(Story.DEBRIEFING, false),
  DEBRIEF_RATING(Story.DEBRIEFING),
  DEBRIEF_OVERVIEW(Story.DEBRIEFING),
  DEBRIEF_OPINIONS(Story.DEBRIEFING),
  DEBRIEF_OPINION(Story.DEBRIEFING),
  DEBRIEF_STUDY(Story.DEBRIEFING),
  DEBRIEF_RESULT(Story.DEBRIEFING),
  DEBRIEF_LIST(Story.DEBRIEFING, false),
  DEBRIEF_MEASURES(Story.DEBRIEFING, false),
  DEBRIEF_NOTICE(Story.DEBRIEFING),
  DEBRIEF_PUBLISH(Story.DEBRIEFING),
  DEBRIEF_PUBLISHED(Story.DEBRIEFING, false),
  DEBRIEF_FILES(Story.DEBRIEFING),
  DEBRIEF_ARCHIVE(Story.DEBRIEFING, false);

  /** The test class that takes the picture. */
  enum Story {
    LIFE_MEETING,
    SPECIAL_MEETING,
    YEAR,
    REFUSALS,
    KEEPERS,
    BALLOT,
    MEMBER_REVIEW,
    DEBRIEFING
  }

  /** Where the guide keeps its pictures. */
  static final Path GUIDE = Path.of("docs", "guide", "pictures");

  private final Story story;
  private final boolean inGuide;

  Picture(Story story) {
    this(story, true);
  }

  /**
   * @param inGuide false for a screen that is checked, but that the guide does not show
   */
  Picture(Story story, boolean inGuide) {
    this.story = story;
    this.inGuide = inGuide;
  }

  static List<Picture> ofGuide() {
    return Stream.of(values()).filter(picture -> picture.inGuide).toList();
  }

  static Set<Picture> of(Story story) {
    return Stream.of(values())
        .filter(picture -> picture.story == story)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Picture.class)));
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
  }

  /** Renewed in the guide on demand only, so that an ordinary test run leaves the sources alone. */
  Path file() {
    Path folder =
        inGuide && Boolean.getBoolean("guide.pictures") ? GUIDE : Path.of("target", "pictures");
    return folder.resolve(fileName());
  }
}
