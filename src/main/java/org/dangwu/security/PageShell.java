package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the layout shows around a page: the user's name, the navigation by role, the demo notice.
 */
@Component("pageShell")
public class PageShell {

  private static final Entry HOME = new Entry("工作台", "/home");
  private static final Entry INBOX = new Entry("收件箱", "/inbox");
  private static final Entry TASKLIST = new Entry("任务列表", "/camunda/app/tasklist/default/");
  private static final Entry COCKPIT = new Entry("驾驶舱", "/camunda/app/cockpit/default/");
  private static final Entry ADMIN = new Entry("系统管理", "/camunda/app/admin/default/");

  private final boolean demo;

  PageShell(Environment environment) {
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /** Whether the application runs with invented data, which every page then says. */
  public boolean demo() {
    return demo;
  }

  /** The name shown in the header. */
  public String userName() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null) {
      return "";
    }
    return login.getPrincipal() instanceof SignedInUser user ? user.name() : login.getName();
  }

  /** The entries that the current user may open. */
  public List<Entry> navigation() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    Set<String> groups =
        login == null
            ? Set.of()
            : login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    List<Entry> entries = new ArrayList<>(List.of(HOME, INBOX, TASKLIST));
    if (groups.contains(SystemGroups.ADMINISTRATORS)
        || groups.contains(SystemGroups.PROCESS_OWNERS)
        || groups.contains(SystemGroups.SUPERVISORS)) {
      entries.add(COCKPIT);
    }
    if (groups.contains(SystemGroups.ADMINISTRATORS)) {
      entries.add(ADMIN);
    }
    return List.copyOf(entries);
  }

  /** Whether the page being rendered belongs to this entry. */
  public boolean isCurrent(Entry entry) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      HttpServletRequest request = current.getRequest();
      String path = request.getRequestURI().substring(request.getContextPath().length());
      return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
    return false;
  }

  /**
   * One entry of the navigation.
   *
   * @param label Chinese label
   * @param path path inside the application
   */
  public record Entry(String label, String path) {}
}
