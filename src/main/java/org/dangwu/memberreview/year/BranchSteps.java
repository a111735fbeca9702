package org.dangwu.memberreview.year;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.dangwu.engine.Unrestricted;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * The stage in which a run is, as its main diagram names it. Tasks inside a stage are not named:
 * they would tell what befell whom.
 */
@Component
class BranchSteps {

  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  BranchSteps(RuntimeService runtime, Unrestricted unrestricted) {
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  /** Null when the run has ended. */
  String of(ProcedureCase run) {
    if (run.state() != ProcedureCase.State.RUNNING) {
      return null;
    }
    List<String> stages =
        unrestricted.call(() -> Optional.ofNullable(tree(run))).stream()
            .flatMap(tree -> Arrays.stream(tree.getChildActivityInstances()))
            .filter(stage -> !stage.getActivityType().startsWith("eventSubprocess"))
            .map(ActivityInstance::getActivityName)
            .filter(name -> name != null && !name.isBlank())
            .map(name -> name.replace("\n", ""))
            .distinct()
            .toList();
    return stages.isEmpty() ? null : String.join("、", stages);
  }

  private ActivityInstance tree(ProcedureCase run) {
    return runtime.getActivityInstance(run.processInstanceId());
  }
}
