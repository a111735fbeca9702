package org.dangwu.security;

/** The groups that the system itself knows; all others are roles in an organisation. */
public final class SystemGroups {

  /** Operators: may do everything in the engine. */
  public static final String ADMINISTRATORS = "camunda-admin";

  /** Process owners (流程负责人): deploy models with Camunda Modeler and watch them in Cockpit. */
  public static final String PROCESS_OWNERS = "process-owner";

  /** Other programs that call the engine's REST interface. */
  public static final String MACHINES = "machine";

  /** Supervisors (监督人员): read Cockpit within their own tenants. */
  public static final String SUPERVISORS = "supervisor";

  private SystemGroups() {}
}
