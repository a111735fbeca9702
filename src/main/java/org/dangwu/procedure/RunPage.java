package org.dangwu.procedure;

import java.util.List;

/** A page of its own that a procedure has beside diagram and case file, offered with each run. */
public interface RunPage extends HomeLinks {

  ProcedureKind kind();

  /** What the link says, such as 各支部进展. */
  String label();

  /** Path of the page for a run; the page itself decides who may see it. */
  String path(ProcedureCase run);

  /** Most have none. */
  @Override
  default List<Link> linksFor(String userId) {
    return List.of();
  }
}
