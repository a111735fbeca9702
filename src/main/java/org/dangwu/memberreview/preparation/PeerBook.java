package org.dangwu.memberreview.preparation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.RosterMember;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the mutual review of a group: ticks in a table, words in the case file (B09). */
@Component
class PeerBook {

  private static final String TYPE = "peerReview";

  private final JdbcClient jdbc;
  private final Dossiers dossiers;

  PeerBook(JdbcClient jdbc, Dossiers dossiers) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
  }

  /** By person; without those for whom nothing was ticked yet. */
  Map<String, PeerMark> marks(String caseId, String group) {
    Map<String, PeerMark> marks = new LinkedHashMap<>();
    jdbc.sql("select * from memberreview_peer_mark where case_id = ? and group_name = ?")
        .params(caseId, group)
        .query(
            (RowCallbackHandler)
                row ->
                    marks.put(
                        row.getString("person_id"),
                        new PeerMark(
                            row.getString("person_id"),
                            row.getBoolean("present"),
                            row.getBoolean("presented"),
                            row.getBoolean("talk"))));
    return marks;
  }

  /** What was said of each member, by person. */
  Map<String, String> said(String caseId, String group, List<RosterMember> members, String user) {
    Map<String, String> labels = labels(members);
    Map<String, String> byLabel =
        dossiers
            .find(DocumentKey.about(caseId, TYPE, group))
            .map(document -> dossiers.read(document.id(), user).getOrDefault("record", ""))
            .map(text -> PeerRecord.read(text, List.copyOf(labels.values())))
            .orElse(Map.of());
    Map<String, String> said = new LinkedHashMap<>();
    labels.forEach((person, label) -> said.put(person, byLabel.getOrDefault(label, "")));
    return said;
  }

  @Transactional
  void save(
      String caseId,
      String group,
      List<RosterMember> members,
      Map<String, PeerMark> marks,
      Map<String, String> said,
      String user) {
    jdbc.sql("delete from memberreview_peer_mark where case_id = ? and group_name = ?")
        .params(caseId, group)
        .update();
    for (PeerMark mark : marks.values()) {
      jdbc.sql(
              "insert into memberreview_peer_mark (case_id, group_name, person_id, present,"
                  + " presented, talk) values (?, ?, ?, ?, ?, ?)")
          .params(caseId, group, mark.personId(), mark.present(), mark.presented(), mark.talk())
          .update();
    }
    Map<String, String> labels = labels(members);
    Map<String, String> byLabel = new LinkedHashMap<>();
    labels.forEach((person, label) -> byLabel.put(label, said.getOrDefault(person, "")));
    dossiers.write(
        DocumentKey.about(caseId, TYPE, group),
        Map.of(
            "attendance",
            attendance(members, marks),
            "record",
            PeerRecord.write(List.copyOf(labels.values()), byLabel)),
        user);
  }

  private static String attendance(List<RosterMember> members, Map<String, PeerMark> marks) {
    String present = names(members, marks, true);
    String absent = names(members, marks, false);
    return "到会：" + present + (absent.isEmpty() ? "" : "\n未到会：" + absent);
  }

  private static String names(
      List<RosterMember> members, Map<String, PeerMark> marks, boolean present) {
    return members.stream()
        .filter(
            member ->
                marks.containsKey(member.personId())
                    && marks.get(member.personId()).present() == present)
        .map(RosterMember::name)
        .collect(Collectors.joining("、"));
  }

  /** Names that tell two people of the same name apart, by person. */
  private static Map<String, String> labels(List<RosterMember> members) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (RosterMember member : members) {
      boolean shared =
          members.stream().filter(other -> other.name().equals(member.name())).count() > 1;
      labels.put(
          member.personId(),
          shared ? member.name() + "（" + member.personId() + "）" : member.name());
    }
    return labels;
  }
}
