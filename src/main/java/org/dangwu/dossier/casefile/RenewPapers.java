package org.dangwu.dossier.casefile;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.TaskModels;

/**
 * Step 重新准备材料 of the model: the documents of the types in property {@code dossier.renew} are to be
 * written anew (A37).
 */
@ModelBean("renewPapers")
class RenewPapers implements JavaDelegate {

  private static final String PROPERTY = "dossier.renew";

  private final Renewals renewals;
  private final Drafts drafts;
  private final TaskModels models;
  private final Sentences sentences;

  RenewPapers(Renewals renewals, Drafts drafts, TaskModels models, Sentences sentences) {
    this.renewals = renewals;
    this.drafts = drafts;
    this.models = models;
    this.sentences = sentences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Set<String> types =
        HeldTask.names(
            models
                .properties(execution.getProcessDefinitionId(), execution.getCurrentActivityId())
                .get(PROPERTY));
    if (types.isEmpty()) {
      throw new DossierRefused(sentences.say("renewal.nothing"));
    }
    types.forEach(drafts::type);
    renewals.renew((String) execution.getVariable("caseId"), types);
  }
}
