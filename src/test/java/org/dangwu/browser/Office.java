package org.dangwu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;

/** The desks of all who take part in a story: each person has a browser of his own. */
final class Office implements AutoCloseable {

  private static final Path LAST = Path.of("target", "pictures", "last");
  private static final int WIDTH = 1366;
  private static final int TELEPHONE = 360;
  private static final int HEIGHT = 768;

  private final Browser browser;
  private final String address;
  private final Organizations organizations;
  private final MovableClock clock;
  private final Map<String, Desk> desks = new LinkedHashMap<>();
  private final Set<Picture> taken = EnumSet.noneOf(Picture.class);
  private final Set<Picture> wanted;

  Office(Browser browser, int port, Organizations organizations, MovableClock clock) {
    this(browser, port, organizations, clock, EnumSet.allOf(Picture.class));
  }

  /** An office that keeps only the wanted pictures; the other screens are checked all the same. */
  Office(
      Browser browser,
      int port,
      Organizations organizations,
      MovableClock clock,
      Set<Picture> wanted) {
    this.wanted = wanted;
    this.clock = clock;
    this.browser = browser;
    this.address = "http://localhost:" + port;
    this.organizations = organizations;
  }

  /** The desk of the person, who has signed in. */
  Desk of(String userId) {
    return desks.computeIfAbsent(userId, this::signIn);
  }

  /** The desk of the first who holds the role. */
  Desk of(Role role, String organization) {
    return of(organizations.holders(role, organization).get(0));
  }

  /** A browser in which nobody has signed in. */
  Desk ofNobody() {
    return desks.computeIfAbsent("", nobody -> desk(WIDTH));
  }

  private Desk signIn(String userId) {
    Desk desk = desk(WIDTH);
    desk.signsIn(userId, "demo");
    return desk;
  }

  /** The person at his telephone. */
  Desk atTelephone(String userId) {
    return desks.computeIfAbsent(
        userId + " telephone",
        person -> {
          Desk desk = desk(TELEPHONE);
          desk.signsIn(userId, "demo");
          return desk;
        });
  }

  /** Somebody without an account, at a telephone. */
  Desk ofVisitor() {
    return desks.computeIfAbsent("visitor", visitor -> desk(TELEPHONE));
  }

  private Desk desk(int width) {
    return new Desk(context(width).newPage(), address, taken, wanted, clock);
  }

  private BrowserContext context(int width) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setLocale("zh-CN")
            .setTimezoneId("Asia/Shanghai")
            .setViewportSize(width, HEIGHT)
            .setAcceptDownloads(true));
  }

  /** Pictures taken so far. */
  Set<Picture> taken() {
    return taken;
  }

  /** What the browsers complained about in their consoles. */
  List<String> complaints() {
    List<String> all = new ArrayList<>();
    desks.forEach((user, desk) -> desk.complaints().forEach(text -> all.add(user + ": " + text)));
    return all;
  }

  /** The last screens stay in the build's folder: where a story stopped, they tell why. */
  @Override
  public void close() {
    desks.forEach((user, desk) -> desk.keepsLastScreen(LAST, user.isEmpty() ? "nobody" : user));
    desks.values().forEach(Desk::leave);
  }
}
