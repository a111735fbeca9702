package org.dangwu.lifemeeting.observation;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.CurrentPerson;
import org.dangwu.engine.ModelBean;

/** Stores the candidates and a random seed before anything is drawn from them (A17). */
@ModelBean("freezeDraw")
class FreezeDraw implements JavaDelegate {

  private static final int SEED_BYTES = 32;

  private final Draws draws;
  private final BodiesBelow bodies;
  private final CurrentPerson person;
  private final SecureRandom random = new SecureRandom();

  FreezeDraw(Draws draws, BodiesBelow bodies, CurrentPerson person) {
    this.draws = draws;
    this.bodies = bodies;
    this.person = person;
  }

  @Override
  public void execute(DelegateExecution execution) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    String superior = (String) execution.getVariable("organization");
    draws.freeze(
        (String) execution.getVariable("caseId"),
        superior,
        (Integer) execution.getVariable("year"),
        ((Number) execution.getVariable("drawCount")).intValue(),
        HexFormat.of().formatHex(seed),
        bodies.of(superior),
        person.id().orElse("system"));
  }
}
