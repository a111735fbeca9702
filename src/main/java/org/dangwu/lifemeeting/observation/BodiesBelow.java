package org.dangwu.lifemeeting.observation;

import java.util.List;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/** The leading bodies directly below a superior, which hold a life meeting each (A01, A15). */
@Component
public class BodiesBelow {

  private final Organizations organizations;

  BodiesBelow(Organizations organizations) {
    this.organizations = organizations;
  }

  /** In the order of the roster. */
  public List<Organization> of(String superior) {
    return organizations.children(superior).stream()
        .filter(child -> child.kind().hasLeadingBody())
        .filter(child -> !organizations.leadingBody(child.code()).isEmpty())
        .toList();
  }
}
