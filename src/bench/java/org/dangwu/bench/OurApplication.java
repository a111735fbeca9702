package org.dangwu.bench;

import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.dangwu.DangwuApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole application on PostgreSQL. A completion takes the way of a submitted Tasklist form
 * below the servlet: the member is the authenticated user, with the groups and tenants of the
 * session.
 */
final class OurApplication implements Contestant {

  static final String NAME = "The application";

  private final SwitchableDataSource dataSource;
  private final ConfigurableApplicationContext context;
  private final RuntimeService runtime;
  private final FormService forms;
  private final IdentityService identity;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /** Groups cost access checks, so a person whom the roster does not know gets some as well. */
  private static final List<String> UNKNOWN_MEMBERS_GROUPS =
      List.of("member-0000", "partymember-0000", "recorder-0000");

  /** What the web application keeps of a login. */
  private record Session(List<String> groups, List<String> tenants) {}

  OurApplication(SwitchableDataSource dataSource) throws Exception {
    this.dataSource = dataSource;
    TimeZone.setDefault(TimeZone.getTimeZone(DangwuApplication.ZONE));
    context =
        new SpringApplicationBuilder(DangwuApplication.class)
            .initializers(
                fresh ->
                    ((GenericApplicationContext) fresh)
                        .registerBean("dataSource", DataSource.class, () -> dataSource))
            .profiles("demo")
            .properties(
                Map.of(
                    "server.port", "0",
                    "spring.main.banner-mode", "off",
                    "logging.level.root", "warn"))
            .run(
                // arguments, because the application's own files would win over defaults
                "--camunda.bpm.job-execution.enabled=false",
                "--dangwu.security.admin-password=Only-for-measuring-2026");
    runtime = context.getBean(RuntimeService.class);
    forms = context.getBean(FormService.class);
    identity = context.getBean(IdentityService.class);
    context
        .getBean(RepositoryService.class)
        .createDeployment()
        .name("comparison")
        .addString("comparison.bpmn", ComparisonModel.xml())
        .deploy();
    // logging in is not part of what is measured
    ComparisonModel.members().forEach(member -> sessions.put(member, logIn(member)));
  }

  /** How the application's engine dates the removal of history. */
  String removalTimeStrategy() {
    return ((ProcessEngineConfigurationImpl)
            context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
        .getHistoryRemovalTimeStrategy();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SwitchableDataSource dataSource() {
    return dataSource;
  }

  @Override
  public String start(int number) {
    return runtime
        .startProcessInstanceByKey(ComparisonModel.KEY, ComparisonModel.startVariables(number))
        .getId();
  }

  @Override
  public void complete(OpenTask task) {
    Session session = sessions.get(task.assignee());
    identity.setAuthentication(task.assignee(), session.groups(), session.tenants());
    try {
      forms.submitTaskForm(task.id(), ComparisonModel.completionVariables());
    } finally {
      identity.clearAuthentication();
    }
  }

  private Session logIn(String member) {
    List<String> groups =
        identity.createGroupQuery().groupMember(member).list().stream().map(Group::getId).toList();
    return new Session(
        groups.isEmpty() ? UNKNOWN_MEMBERS_GROUPS : groups,
        identity.createTenantQuery().userMember(member).includingGroupsOfUser(true).list().stream()
            .map(Tenant::getId)
            .toList());
  }

  @Override
  public void close() {
    context.close();
  }
}
