package org.dangwu.debriefing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.ComponentWeights;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.DebriefPlan.Participant;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.plan.PlanCatalogue.VoterClass;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Component;

/** Between a plan and the fields of its page. */
@Component("debriefPlanForm")
class DebriefPlanForm {

  static final int MOST_TEAMS = 20;
  static final int LONGEST_KEY = 1000;
  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_REMARK = 2000;
  private static final int LONGEST_REASON = 500;

  private final NameList names;
  private final DebriefSentences sentences;

  DebriefPlanForm(NameList names, DebriefSentences sentences) {
    this.names = names;
    this.sentences = sentences;
  }

  /** What the page says about one secretary besides the plan. */
  record EntrySetting(
      String entryId, DebriefMode mode, String reason, ManagementAuthority authority) {}

  /**
   * @param mistakes what cannot be kept as it was typed
   */
  record Reading(DebriefPlan plan, List<EntrySetting> settings, List<String> mistakes) {}

  /**
   * What the plan is made for.
   *
   * @param entries those who give an account
   * @param lastList key contents that come from the lists of last year
   */
  record Context(
      String caseId,
      int year,
      List<DebriefEntry> entries,
      List<VoterClass> classes,
      List<Criterion> criteria,
      List<KeyContent> lastList) {}

  /** The fields of a plan as it was saved or proposed. */
  Map<String, String> fields(DebriefPlan plan, Context context) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "reportDue", plan.reportDueDate());
    put(fields, "fieldDue", plan.fieldDueDate());
    put(fields, "sessionOn", plan.sessionDate());
    put(fields, "studyOn", plan.studyDate());
    put(fields, "reportUpDue", plan.reportUpDueDate());
    fields.put("place", plan.place());
    put(fields, "commentMode", plan.commentMode());
    fields.put("rateWritten", plan.rateWritten() ? "YES" : "NO");
    fields.put("maxGood", number(plan.maxGoodPercent()));
    plan.weights()
        .ifPresent(
            weights -> {
              fields.put("weight-session", number(weights.session()));
              fields.put("weight-field", number(weights.field()));
              fields.put("weight-daily", number(weights.daily()));
            });
    fields.put("remark", plan.remark());
    fields.put("keys", typedKeys(plan, ""));
    plan.criteria().forEach(criterion -> fields.put("criterion-" + criterion.code(), "on"));
    for (VoterClassWeight voters : plan.classes()) {
      fields.put("class-weight-" + voters.code(), number(voters.weight()));
      fields.put("class-sheets-" + voters.code(), number(voters.sheets()));
      fields.put("class-names-" + voters.code(), names.write(plan.personsOf(voters.code())));
    }
    teams(plan, fields);
    for (DebriefEntry entry : context.entries()) {
      fields.put("mode-" + entry.entryId(), entry.mode().name());
      put(fields, "reason-" + entry.entryId(), entry.exceptionReason());
      fields.put("authority-" + entry.entryId(), entry.authority().name());
      fields.put("key-" + entry.entryId(), typedKeys(plan, entry.entryId()));
    }
    return fields;
  }

  /** The fields as they were typed. */
  Map<String, String> fields(Typed typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    typed.form().keySet().forEach(name -> fields.put(name, typed.text(name)));
    return fields;
  }

  Reading read(Typed typed, Context context) {
    List<String> mistakes = new ArrayList<>();
    List<EntrySetting> settings = settings(typed, context, mistakes);
    List<VoterClassWeight> classes = new ArrayList<>();
    List<Participant> participants = voters(typed, context, settings, classes, mistakes);
    tooLong(typed.text("place"), LONGEST_PLACE, "plan.placeLong", mistakes);
    tooLong(typed.text("remark"), LONGEST_REMARK, "plan.remarkLong", mistakes);
    return new Reading(
        new DebriefPlan(
            context.caseId(),
            context.year(),
            typed.day("reportDue"),
            typed.day("fieldDue"),
            typed.day("sessionOn"),
            typed.day("studyOn"),
            typed.day("reportUpDue"),
            typed.text("place"),
            typed.choice(CommentMode.class, "commentMode"),
            "YES".equals(typed.text("rateWritten")),
            typed.number("maxGood"),
            classes,
            participants,
            weights(typed),
            keys(typed, context, mistakes),
            context.criteria().stream()
                .filter(criterion -> typed.checked("criterion-" + criterion.code()))
                .toList(),
            teams(typed, context, mistakes),
            typed.text("remark"),
            false),
        settings,
        mistakes);
  }

  private List<EntrySetting> settings(Typed typed, Context context, List<String> mistakes) {
    return context.entries().stream()
        .map(
            entry -> {
              String reason = typed.text("reason-" + entry.entryId());
              tooLong(reason, LONGEST_REASON, "plan.reasonLong", mistakes);
              DebriefMode mode = typed.choice(DebriefMode.class, "mode-" + entry.entryId());
              ManagementAuthority authority =
                  typed.choice(ManagementAuthority.class, "authority-" + entry.entryId());
              return new EntrySetting(
                  entry.entryId(),
                  mode == null ? entry.mode() : mode,
                  reason.isEmpty() ? null : reason,
                  authority == null ? entry.authority() : authority);
            })
        .toList();
  }

  /** Nobody votes in two classes: the first one counts, peers come last. */
  private List<Participant> voters(
      Typed typed,
      Context context,
      List<EntrySetting> settings,
      List<VoterClassWeight> classes,
      List<String> mistakes) {
    Map<String, Participant> participants = new LinkedHashMap<>();
    for (VoterClass voters : context.classes()) {
      String code = voters.code();
      List<String> persons;
      if (voters.peers()) {
        persons =
            typed.text("class-weight-" + code).isEmpty() ? List.of() : speakers(context, settings);
      } else {
        NameList.Named named = names.read(typed.text("class-names-" + code));
        named.mistakes().forEach(mistake -> mistakes.add(voters.label() + "：" + mistake));
        persons = named.persons();
      }
      int sheets = voters.peers() ? 0 : count(typed, "class-sheets-" + code);
      int weight = voters.weight() == null ? count(typed, "class-weight-" + code) : voters.weight();
      if (!persons.isEmpty() || sheets != 0 || !typed.text("class-weight-" + code).isEmpty()) {
        classes.add(new VoterClassWeight(code, voters.label(), weight, sheets));
        persons.forEach(person -> participants.putIfAbsent(person, new Participant(person, code)));
      }
    }
    return List.copyOf(participants.values());
  }

  private static List<String> speakers(Context context, List<EntrySetting> settings) {
    Set<String> onSite =
        settings.stream()
            .filter(setting -> setting.mode() == DebriefMode.ONSITE)
            .map(EntrySetting::entryId)
            .collect(Collectors.toSet());
    return context.entries().stream()
        .filter(entry -> onSite.contains(entry.entryId()))
        .map(DebriefEntry::personId)
        .distinct()
        .toList();
  }

  private static Optional<ComponentWeights> weights(Typed typed) {
    boolean none =
        List.of("weight-session", "weight-field", "weight-daily").stream()
            .allMatch(name -> typed.text(name).isEmpty());
    return none
        ? Optional.empty()
        : Optional.of(
            new ComponentWeights(
                count(typed, "weight-session"),
                count(typed, "weight-field"),
                count(typed, "weight-daily")));
  }

  private List<KeyContent> keys(Typed typed, Context context, List<String> mistakes) {
    List<KeyContent> keys = new ArrayList<>();
    lines(typed.text("keys")).forEach(line -> keys.add(new KeyContent("", "", line)));
    keys.addAll(context.lastList());
    for (DebriefEntry entry : context.entries()) {
      lines(typed.text("key-" + entry.entryId()))
          .forEach(line -> keys.add(new KeyContent(entry.entryId(), "", line)));
    }
    if (keys.stream().anyMatch(key -> key.text().length() > LONGEST_KEY)) {
      mistakes.add(sentences.say("plan.keyLong", LONGEST_KEY));
    }
    return keys;
  }

  private List<FieldTeam> teams(Typed typed, Context context, List<String> mistakes) {
    List<FieldTeam> teams = new ArrayList<>();
    for (int slot = 1; slot <= MOST_TEAMS; slot++) {
      String number = String.valueOf(slot);
      NameList.Named leader = names.read(typed.text("team-leader-" + number));
      NameList.Named members = names.read(typed.text("team-members-" + number));
      List<String> entries =
          context.entries().stream()
              .map(DebriefEntry::entryId)
              .filter(entry -> typed.text("team-" + entry).equals(number))
              .toList();
      leader
          .mistakes()
          .forEach(mistake -> mistakes.add(sentences.say("plan.team", number) + mistake));
      members
          .mistakes()
          .forEach(mistake -> mistakes.add(sentences.say("plan.team", number) + mistake));
      if (leader.persons().size() > 1) {
        mistakes.add(sentences.say("plan.oneLeader", number));
      }
      if (!leader.persons().isEmpty() || !members.persons().isEmpty() || !entries.isEmpty()) {
        String id = typed.text("team-id-" + number);
        String leading = leader.persons().isEmpty() ? "" : leader.persons().get(0);
        Set<String> others = new LinkedHashSet<>(members.persons());
        others.remove(leading);
        teams.add(
            new FieldTeam(
                id.matches("[0-9a-f-]{36}") ? id : UUID.randomUUID().toString(),
                leading,
                List.copyOf(others),
                entries));
      }
    }
    return teams;
  }

  private void teams(DebriefPlan plan, Map<String, String> fields) {
    int slot = 0;
    for (FieldTeam team : plan.teams()) {
      slot++;
      fields.put("team-id-" + slot, team.fieldCheckId());
      fields.put(
          "team-leader-" + slot,
          team.leader().isEmpty() ? "" : names.write(List.of(team.leader())));
      fields.put("team-members-" + slot, names.write(team.members()));
      for (String entry : team.entryIds()) {
        fields.put("team-" + entry, String.valueOf(slot));
      }
    }
  }

  private static String typedKeys(DebriefPlan plan, String entryId) {
    return plan.keyContents().stream()
        .filter(key -> key.entryId().equals(entryId) && key.source().isEmpty())
        .map(KeyContent::text)
        .collect(Collectors.joining("\n"));
  }

  private void tooLong(String text, int longest, String key, List<String> mistakes) {
    if (text.length() > longest) {
      mistakes.add(sentences.say(key, longest));
    }
  }

  private static List<String> lines(String typed) {
    return Arrays.stream(typed.split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  /** 0 when nothing was typed, -1 when no whole number was. */
  private static int count(Typed typed, String name) {
    return typed.text(name).isEmpty() ? 0 : typed.number(name);
  }

  private static String number(int number) {
    return number <= 0 ? "" : String.valueOf(number);
  }

  private static void put(Map<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
  }
}
