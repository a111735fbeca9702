package org.dangwu.bench;

/** A process engine, bare or inside the application, that starts and completes the same model. */
interface Contestant extends AutoCloseable {

  String name();

  /** The connections it uses; its target is exchanged to count statements or to change tables. */
  SwitchableDataSource dataSource();

  /** Called before each of its turns; the right moment to get onto the right database. */
  default void takeTurn() {}

  /**
   * Starts one instance, which then waits in one user task of one member.
   *
   * @param number running number, from which the member and the variables are taken
   * @return id of the process instance
   */
  String start(int number) throws Exception;

  /** Completes the member's task with one variable, in a transaction of its own. */
  void complete(OpenTask task) throws Exception;

  @Override
  void close();
}
