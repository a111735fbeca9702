package org.dangwu.organization;

/** There is no organisation with this code, or what was asked for is not in the roster. */
public class UnknownOrganization extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownOrganization(String message) {
    super(message);
  }
}
