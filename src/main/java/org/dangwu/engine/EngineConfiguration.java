package org.dangwu.engine;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What the properties file cannot express: guarded services, tenants, visible beans, password
 * hashing.
 */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

  private final ApplicationContext context;
  private final ObjectProvider<TenantResolver> tenants;
  private final ObjectProvider<PasswordEncryptor> encryptor;
  private final CompletionListener completionListener;
  private final DueUntilEvening dueUntilEvening;
  private final SubmissionGate gate;

  EngineConfiguration(
      ApplicationContext context,
      ObjectProvider<TenantResolver> tenants,
      ObjectProvider<PasswordEncryptor> encryptor,
      CompletionListener completionListener,
      DueUntilEvening dueUntilEvening,
      SubmissionGate gate) {
    this.context = context;
    this.tenants = tenants;
    this.encryptor = encryptor;
    this.completionListener = completionListener;
    this.dueUntilEvening = dueUntilEvening;
    this.gate = gate;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    configuration.setBeans(new VisibleBeans(context));
    configuration.setTenantIdProvider(new OrganizationTenants(tenants));
    configuration.setTaskService(new GuardedTaskService(gate));
    configuration.setFormService(new GuardedFormService(gate));
    configuration
        .getCustomPreBPMNParseListeners()
        .add((BpmnParseListener) new ModelParseListener(completionListener, dueUntilEvening));
    configuration.setCustomSessionFactories(List.of(new LeanAuthorizations.Factory()));
    // the engine's own list, with one of them knowing that an assignee may do his task
    configuration.setCommandCheckers(
        new ArrayList<>(List.of(new TenantCommandChecker(), new AssigneeMayWork())));
    encryptor.ifAvailable(configuration::setPasswordEncryptor);
  }

  /** The beans marked as {@link ModelBean}, looked up when an expression first names them. */
  private static final class VisibleBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    VisibleBeans(ApplicationContext context) {
      this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
      return name instanceof String bean
          && context.containsBean(bean)
          && context.findAnnotationOnBean(bean, ModelBean.class, false) != null;
    }

    @Override
    public Object get(Object name) {
      return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
      Map<Object, Object> all = new LinkedHashMap<>();
      context.getBeansWithAnnotation(ModelBean.class).forEach(all::put);
      return all.entrySet();
    }
  }
}
