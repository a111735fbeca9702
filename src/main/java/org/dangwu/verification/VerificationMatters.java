package org.dangwu.verification;

import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.organization.Organizations;
import org.dangwu.worksheet.Lines;
import org.dangwu.worksheet.Overview;
import org.dangwu.worksheet.RegisteredMatters;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What the pages show of a verification, and who has to keep out of it. */
@Component
class VerificationMatters extends RegisteredMatters<Verification> {

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
    super(
        VerificationProcess.KEY,
        VerificationProcess.VERIFICATION_ID,
        register,
        Verification::id,
        sentences);
    this.register = register;
    this.people = people;
    this.indicators = indicators;
    this.organizations = organizations;
    this.sentences = sentences;
  }

  @Override
  protected boolean mayRead(Verification verification, String user) {
    return people.mayRead(verification, user);
  }

  @Override
  public Overview overview(String matterId, String user) {
    Verification verification = register.get(matterId);
    return new Overview(
        sentences.say("overview.heading", String.valueOf(verification.year())),
        verification.state().label(),
        !verification.isClosed(),
        lines(verification));
  }

  @Override
  protected void describe(Verification verification, Lines lines) {
    lines.add("organization", organizations.get(verification.organization()).name());
    lines.add("person", people.name(verification.personId()));
    lines.add("matter", verification.matter());
    lines.add("indicators", indicators.texts(verification.indicators()));
    lines.add("investigators", people.names(register.investigators(verification.id())));
    if (verification.state() == Verification.State.CLOSED) {
      lines.add("conclusion", verification.conclusion().label());
      lines.add("closedOn", verification.closedOn().toString());
    }
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
}
