package org.dangwu.supervision;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * The filters (筛选) that everybody finds in Tasklist. Only administrators may make others: a stored
 * filter may hold expressions.
 */
@Component
class PresetFilters implements ApplicationRunner {

  private static final String ME = "${currentUser()}";
  private static final String MY_GROUPS = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  PresetFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    preset(0, "我的待办", "指定由我办理和我已签收的任务", tasks.createTaskQuery().taskAssigneeExpression(ME));
    preset(
        10,
        "本单位待办",
        "本单位同岗位人员都可以签收的任务",
        tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression(MY_GROUPS));
    preset(
        20,
        "即将到期",
        "三天之内到期的任务",
        mine().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}"));
    preset(30, "已逾期", "已经超过办理期限的任务", mine().dueBeforeExpression("${now()}"));
  }

  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression(ME)
        .taskCandidateGroupInExpression(MY_GROUPS)
        .endOr();
  }

  private void preset(int priority, String name, String description, TaskQuery query) {
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of(
            "description",
            description,
            "priority",
            priority,
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            List.of(
                Map.of("name", "organizationName", "label", "单位"),
                Map.of("name", "year", "label", "年度"))));
    filters.saveFilter(filter);
    Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybody.setResource(Resources.FILTER);
    everybody.setResourceId(filter.getId());
    everybody.addPermission(Permissions.READ);
    authorizations.saveAuthorization(everybody);
  }
}
