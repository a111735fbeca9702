package org.dangwu.lifemeeting.observation;

import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;

/** The start of a run that a superior leads for all bodies below it. */
public abstract class GuidingRule implements StartRule {

  private final ProcedureKind kind;
  private final String hint;
  private final GuidingStart guiding;

  /**
   * @param hint what a person is told before the start
   */
  protected GuidingRule(ProcedureKind kind, String hint, GuidingStart guiding) {
    this.kind = kind;
    this.hint = hint;
    this.guiding = guiding;
  }

  @Override
  public final ProcedureKind kind() {
    return kind;
  }

  @Override
  public final StartCheck check(Organization superior, int year, String userId) {
    return guiding.check(superior, userId);
  }

  @Override
  public final List<Organization> offeredTo(String userId) {
    return guiding.offeredTo(userId);
  }

  @Override
  public final Set<String> facts(Organization superior, String userId) {
    return Set.of();
  }

  @Override
  public final String hint(Organization superior, int year) {
    return hint;
  }
}
