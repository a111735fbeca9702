package org.dangwu.procedure;

import java.util.List;

/** Pages that are offered to a person on the home page whatever runs he answers for. */
public interface HomeLinks {

  List<Link> linksFor(String userId);

  /** A link as it stands on the home page. */
  record Link(String label, String path) {}
}
