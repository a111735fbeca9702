package org.dangwu.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    String here = path();
    Set<String> groups = groups();
    boolean administrator = groups.contains(SystemGroups.ADMINISTRATORS);
    boolean watches =
        administrator
            || groups.contains(SystemGroups.PROCESS_OWNERS)
            || groups.contains(SystemGroups.SUPERVISORS);
    boolean archive =
        groups.stream().anyMatch(g -> g.startsWith("archivist-") || g.startsWith("office-"));
    return Stream.of(
            entry("工作台", "/home", true, here),
            entry("收件箱", "/inbox", true, here),
            entry("通报", "/published", true, here),
            entry("任务列表", "/camunda/app/tasklist/default/", true, here),
            entry("档案", "/archive", archive, here),
            entry("组织名册", "/organization", true, here),
            entry("参数", "/parameters", watches || parameters(groups), here),
            entry("驾驶舱", "/camunda/app/cockpit/default/", watches, here),
            entry("系统管理", "/camunda/app/admin/default/", administrator, here),
            entry("发件箱", "/notification/outbox", administrator, here))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean parameters(Set<String> groups) {
    return groups.stream()
        .anyMatch(
            group ->
                Stream.of("staff-", "head-", "office-", "recorder-", "principal-")
                    .anyMatch(group::startsWith));
  }

  private static List<Entry> entry(String label, String path, boolean allowed, String here) {
    boolean current = here.equals(path) || here.startsWith(path + "/");
    return allowed ? List.of(new Entry(label, path, current ? "page" : null)) : List.of();
  }

  private static Set<String> groups() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login == null
        ? Set.of()
        : login.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String path() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? Requests.path(current.getRequest())
        : "";
  }

  /**
   * One entry of the navigation.
   *
   * @param label Chinese label
   * @param path path inside the application
   * @param marker value of {@code aria-current}: {@code page} where one is, else null
   */
  public record Entry(String label, String path, String marker) {}
}
