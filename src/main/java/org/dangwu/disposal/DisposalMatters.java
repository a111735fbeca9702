package org.dangwu.disposal;

import java.util.Optional;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.organization.Organizations;
import org.dangwu.verification.Verification;
import org.dangwu.verification.Verifications;
import org.dangwu.worksheet.Lines;
import org.dangwu.worksheet.Overview;
import org.dangwu.worksheet.RegisteredMatters;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What the pages show of a disposal, and who has to keep out of it. */
@Component
class DisposalMatters extends RegisteredMatters<Disposal> {

  private final DisposalRegister register;
  private final DisposalPeople people;
  private final AppealBook appeals;
  private final ProposalBook proposals;
  private final Verifications verifications;
  private final Organizations organizations;
  private final Sentences sentences;

  DisposalMatters(
      DisposalRegister register,
      DisposalPeople people,
      AppealBook appeals,
      ProposalBook proposals,
      Verifications verifications,
      Organizations organizations,
      Sentences sentences) {
    super(DisposalProcess.KEY, DisposalProcess.DISPOSAL_ID, register, Disposal::id, sentences);
    this.register = register;
    this.people = people;
    this.appeals = appeals;
    this.proposals = proposals;
    this.verifications = verifications;
    this.organizations = organizations;
    this.sentences = sentences;
  }

  /** The person reads it where he can appeal. */
  @Override
  public String page(String matterId, String user) {
    return "/disposal/" + matterId;
  }

  @Override
  protected boolean mayRead(Disposal disposal, String user) {
    return people.mayRead(disposal, user);
  }

  @Override
  public Overview overview(String matterId, String user) {
    Disposal disposal = register.get(matterId);
    return new Overview(
        sentences.say("overview.heading", String.valueOf(disposal.year())),
        disposal.state().label(),
        !disposal.isClosed(),
        lines(disposal));
  }

  @Override
  protected void describe(Disposal disposal, Lines lines) {
    lines.add("organization", organizations.get(disposal.organization()).name());
    lines.add("person", people.name(disposal.personId()));
    verified(disposal).ifPresent(text -> lines.add("verification", text));
    if (disposal.measure() != null) {
      lines.add(disposal.decidedOn() == null ? "proposed" : "decided", measure(disposal));
    }
    if (disposal.decidedOn() != null) {
      lines.add("decidedOn", disposal.decidedOn().toString());
    }
    if (disposal.correctUntil() != null) {
      lines.add("correctUntil", disposal.correctUntil().toString());
    }
    appeals.of(disposal.id()).forEach(appeal -> lines.add("appeal", text(appeal)));
    if (disposal.closedOn() != null) {
      lines.add("closedOn", disposal.closedOn().toString());
    }
  }

  /** Nobody handles his own matter, and who talked with the person does not approve. */
  @Override
  public void requireFit(SheetTask task) {
    if (register.get(task.matterId()).personId().equals(task.user())) {
      throw sentences.refusal("avoid.self");
    }
    boolean decides =
        task.element().equals(Tasks.DECIDE_APPEAL) || task.element().equals(Tasks.REPLY_SUPERIOR);
    if (decides && proposals.talks(task.matterId(), task.user())) {
      throw sentences.refusal("avoid.talker");
    }
  }

  @Override
  public Optional<DocumentKey> document(String matterId) {
    return register.find(matterId).map(DisposalForm::key);
  }

  private Optional<String> verified(Disposal disposal) {
    return Optional.ofNullable(disposal.verificationId())
        .flatMap(verifications::find)
        .filter(one -> one.state() == Verification.State.CLOSED)
        .map(one -> one.matter() + "\n" + one.conclusion().label() + "：" + one.conclusionText());
  }

  private String measure(Disposal disposal) {
    return proposals
        .newest(disposal.id())
        .filter(terms -> terms.months() != null)
        .map(terms -> sentences.say("overview.months", disposal.measure().label(), terms.months()))
        .orElse(disposal.measure().label());
  }

  private String text(AppealBook.Appeal appeal) {
    String outcome =
        appeal.result() == null
            ? sentences.say(appeal.suspended() ? "appeal.suspended" : "appeal.open")
            : appeal.result().label() + "。" + appeal.reason();
    return appeal.appealedAt().toLocalDate() + "　" + appeal.statement() + "\n" + outcome;
  }
}
