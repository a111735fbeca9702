package org.dangwu.lifemeeting;

import org.dangwu.engine.ModelBean;
import org.dangwu.organization.People;

/** Says in one line who asks the superior for leave, and for which kind of reason (E01). */
@ModelBean("leaveTitle")
public class LeaveTitle {

  private final People people;
  private final Sentences sentences;

  LeaveTitle(People people, Sentences sentences) {
    this.people = people;
    this.sentences = sentences;
  }

  /**
   * @param reason the choice on the form; what was written about it stays in the dossier
   */
  public String of(String member, String reason) {
    return sentences.say(
        "leave.title", people.name(member), sentences.say("leave.reason." + reason));
  }
}
