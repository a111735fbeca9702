package org.dangwu.publication;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may read what was made known (公开范围). It names posts and organisations, so that whoever comes
 * later reads too and whoever has left does not.
 */
public record Readership(Set<Part> parts) {

  public Readership {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("nobody could read it");
    }
    parts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(parts));
  }

  /** Everybody who has a login. */
  public static Readership everybody() {
    return of(new Part(Circle.EVERYBODY, "*"));
  }

  /** Everybody in the organisation and in all below it. */
  public static Readership inside(String organization) {
    return of(new Part(Circle.INSIDE, organization));
  }

  /** Those who lead these organisations. */
  public static Readership leaders(java.util.Collection<String> organizations) {
    return new Readership(
        organizations.stream()
            .map(code -> new Part(Circle.LEADERS, code))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  public Readership and(Readership other) {
    return new Readership(
        Stream.concat(parts.stream(), other.parts.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static Readership of(Part... parts) {
    return new Readership(new LinkedHashSet<>(Arrays.asList(parts)));
  }

  /** Which people of an organisation. */
  public enum Circle {
    EVERYBODY,
    /** Everybody of the organisation and of all below it. */
    INSIDE,
    /** Members of the leading body, heads of a department, secretary and committee of a branch. */
    LEADERS
  }

  /**
   * @param organization code, {@code *} for everybody
   */
  public record Part(Circle circle, String organization) {

    /** As it is stored and compared. */
    String key() {
      return circle + ":" + organization;
    }
  }
}
