package org.dangwu.disposal;

import org.camunda.bpm.engine.RuntimeService;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the appeal of the person concerned (申诉, D09); nothing stops by it alone. */
@Component
class AppealDesk {

  private static final int LONGEST = 2000;

  private final DisposalRegister register;
  private final AppealBook appeals;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;
  private final Sentences sentences;

  AppealDesk(
      DisposalRegister register,
      AppealBook appeals,
      RuntimeService runtime,
      Unrestricted unrestricted,
      Sentences sentences) {
    this.register = register;
    this.appeals = appeals;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
    this.sentences = sentences;
  }

  /** Only the person, only against a decision, only while it is being carried out. */
  boolean mayAppeal(Disposal disposal, String user) {
    return user.equals(disposal.personId())
        && disposal.decidedOn() != null
        && !disposal.isClosed()
        && appeals.openOne(disposal.id()).isEmpty();
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when it is empty, too long or not the time
   */
  @Transactional
  void appeal(Disposal disposal, String statement, String user) {
    String text = statement == null ? "" : statement.strip();
    int length = text.codePointCount(0, text.length());
    if (text.isEmpty()) {
      throw sentences.refusal("appeal.missing");
    }
    if (length > LONGEST) {
      throw sentences.refusal("appeal.long", LONGEST, length);
    }
    if (user.equals(disposal.personId()) && appeals.openOne(disposal.id()).isPresent()) {
      throw sentences.refusal("appeal.already");
    }
    if (!mayAppeal(disposal, user)) {
      throw sentences.refusal("appeal.notNow");
    }
    if (!appeals.open(disposal.id(), text)) {
      throw sentences.refusal("appeal.already");
    }
    String instance =
        register
            .processInstance(disposal.id())
            .orElseThrow(() -> sentences.refusal("appeal.notNow"));
    unrestricted.run(
        () ->
            runtime
                .createMessageCorrelation(DisposalProcess.APPEALED)
                .processInstanceId(instance)
                .correlate());
  }
}
