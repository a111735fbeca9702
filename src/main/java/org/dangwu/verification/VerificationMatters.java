package org.dangwu.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.organization.Organizations;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.Matters;
import org.dangwu.worksheet.Overview;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What the pages show of a verification, and who has to keep out of it. */
@Component
class VerificationMatters implements Matters {

  private final VerificationRegister register;
  private final VerificationPeople people;
  private final Indicators indicators;
  private final Organizations organizations;
  private final Sentences sentences;

  VerificationMatters(
      VerificationRegister register,
      VerificationPeople people,
      Indicators indicators,
      Organizations organizations,
      Sentences sentences) {
    this.register = register;
    this.people = people;
    this.indicators = indicators;
    this.organizations = organizations;
    this.sentences = sentences;
  }

  @Override
  public String process() {
    return VerificationProcess.KEY;
  }

  @Override
  public String idVariable() {
    return VerificationProcess.VERIFICATION_ID;
  }

  @Override
  public boolean mayRead(String matterId, String user) {
    return register.find(matterId).filter(one -> people.mayRead(one, user)).isPresent();
  }

  @Override
  public List<String> readableBy(String user) {
    return register.all().stream()
        .filter(one -> people.mayRead(one, user))
        .map(Verification::id)
        .toList();
  }

  @Override
  public Overview overview(String matterId, String user) {
    Verification verification = register.get(matterId);
    List<Line> lines = new ArrayList<>();
    line(lines, "organization", organizations.get(verification.organization()).name());
    line(lines, "person", people.name(verification.personId()));
    line(lines, "matter", verification.matter());
    line(lines, "indicators", indicators.texts(verification.indicators()));
    line(lines, "investigators", people.names(register.investigators(matterId)));
    if (verification.state() == Verification.State.CLOSED) {
      line(lines, "conclusion", verification.conclusion().label());
      line(lines, "closedOn", verification.closedOn().toString());
    }
    return new Overview(
        sentences.say("overview.heading", String.valueOf(verification.year())),
        verification.state().label(),
        !verification.isClosed(),
        lines);
  }

  /** Nobody verifies his own matter; only the reply is the person's. */
  @Override
  public void requireFit(SheetTask task) {
    boolean himself = register.get(task.matterId()).personId().equals(task.user());
    if (himself != task.element().equals(VerificationProcess.Tasks.REPLY)) {
      throw sentences.refusal(himself ? "avoid.self" : "avoid.other");
    }
    if (task.element().equals(VerificationProcess.Tasks.REVIEW)
        && register.investigators(task.matterId()).contains(task.user())) {
      throw sentences.refusal("avoid.investigator");
    }
  }

  @Override
  public Optional<DocumentKey> document(String matterId) {
    return register.find(matterId).map(VerificationRecord::key);
  }

  private void line(List<Line> lines, String label, String text) {
    if (!text.isEmpty()) {
      lines.add(new Line(sentences.say("overview." + label), text));
    }
  }
}
