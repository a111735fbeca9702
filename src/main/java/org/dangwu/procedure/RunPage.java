package org.dangwu.procedure;

import java.util.List;

/** A page of its own that a procedure has beside diagram and case file, offered with each run. */
public interface RunPage {

  ProcedureKind kind();

  /** What the link says, such as 各支部进展. */
  String label();

  /** Path of the page for a run; the page itself decides who may see it. */
  String path(ProcedureCase run);

  /** Further pages that are offered to a person on the home page whatever runs he answers for. */
  default List<Link> linksFor(String userId) {
    return List.of();
  }

  /** A link as it stands on the home page. */
  record Link(String label, String path) {}
}
