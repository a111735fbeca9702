package org.dangwu.rectification;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.dossier.DossierFile;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All items that a person may see, with facts alone; and each with its whole history. */
@Controller
@RequestMapping("/rectification")
class OverviewPage {

  private final ItemRegister items;
  private final ItemAccess access;
  private final ItemViews views;
  private final Evidence evidence;
  private final Owners owners;
  private final HandOver handOver;
  private final Organizations organizations;
  private final People people;
  private final Sentences sentences;
  private final Clock clock;

  OverviewPage(
      ItemRegister items,
      ItemAccess access,
      ItemViews views,
      Evidence evidence,
      Owners owners,
      HandOver handOver,
      Organizations organizations,
      People people,
      Sentences sentences,
      Clock clock) {
    this.items = items;
    this.access = access;
    this.views = views;
    this.evidence = evidence;
    this.owners = owners;
    this.handOver = handOver;
    this.organizations = organizations;
    this.people = people;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** What part of the items the page shows. */
  enum Part {
    UNFINISHED("未销号"),
    OVERDUE("已逾期"),
    CLOSED("已销号"),
    ALL("全部");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    boolean contains(RectificationItem item, LocalDate today) {
      return switch (this) {
        case UNFINISHED -> item.state().isUnfinished();
        case OVERDUE -> item.isOverdue(today);
        case CLOSED -> item.state() == ItemState.CLOSED;
        case ALL -> true;
      };
    }
  }

  /** A body with its facts of a year. */
  record Facts(String organizationName, int year, ClosingRate rate) {}

  @GetMapping
  String overview(
      @RequestParam(defaultValue = "UNFINISHED") Part part,
      @RequestParam(defaultValue = "") String organization,
      Principal user,
      Model model) {
    LocalDate today = LocalDate.now(clock);
    Collection<Organization> bodies = access.bodies(user.getName());
    List<RectificationItem> visible = visible(bodies, user.getName());
    List<RectificationItem> chosen =
        visible.stream()
            .filter(item -> organization.isEmpty() || item.organization().equals(organization))
            .toList();
    Map<Part, Long> counts = new LinkedHashMap<>();
    for (Part each : Part.values()) {
      counts.put(each, chosen.stream().filter(item -> each.contains(item, today)).count());
    }
    model.addAttribute("part", part);
    model.addAttribute("parts", Part.values());
    model.addAttribute("counts", counts);
    model.addAttribute("organization", organization);
    model.addAttribute("bodies", bodies);
    model.addAttribute("facts", facts(bodies, visible));
    model.addAttribute("today", today);
    model.addAttribute(
        "items", chosen.stream().filter(item -> part.contains(item, today)).toList());
    model.addAttribute(
        "names",
        people.names(chosen.stream().map(RectificationItem::owner).collect(Collectors.toSet())));
    model.addAttribute("organizationNames", organizationNames(visible));
    return "rectification/overview";
  }

  @GetMapping("/item/{itemId}")
  String item(@PathVariable String itemId, Principal user, Model model) {
    return page(readable(itemId, user.getName()), user.getName(), Map.of(), model);
  }

  @PostMapping("/item/{itemId}/owner")
  String changeOwner(
      @PathVariable String itemId,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    RectificationItem item = readable(itemId, user.getName());
    try {
      answer.addFlashAttribute(
          "saved",
          handOver.handOver(item, typed.get("owner"), typed.get("reason"), user.getName()));
      return "redirect:/rectification/item/" + itemId;
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(readable(itemId, user.getName()), user.getName(), typed, model);
    }
  }

  /** Always as an attachment: nothing that was uploaded is ever shown as a page of this site. */
  @GetMapping("/item/{itemId}/files/{fileId}")
  ResponseEntity<byte[]> file(
      @PathVariable String itemId,
      @PathVariable String fileId,
      Principal user,
      HttpServletResponse response) {
    RectificationItem item = readable(itemId, user.getName());
    DossierFile file =
        evidence.of(item).stream()
            .filter(found -> found.id().equals(fileId))
            .findFirst()
            .orElseThrow(this::gone);
    response.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(evidence.content(file, user.getName()));
  }

  private String page(RectificationItem item, String user, Map<String, String> typed, Model model) {
    boolean mayHandOver = access.mayHandOver(user, item) && item.state().isUnfinished();
    model.addAttribute("view", views.of(item, user));
    model.addAttribute("typed", typed);
    model.addAttribute("mayHandOver", mayHandOver);
    model.addAttribute("owners", mayHandOver ? owners.of(item) : List.of());
    return "rectification/item";
  }

  private List<RectificationItem> visible(Collection<Organization> bodies, String user) {
    Map<String, RectificationItem> found = new LinkedHashMap<>();
    Stream.of(
            items.ofOrganizations(bodies.stream().map(Organization::code).toList()),
            items.followedBy(access.organizedBy(user)),
            items.concerning(user))
        .flatMap(List::stream)
        .forEach(item -> found.putIfAbsent(item.id(), item));
    return List.copyOf(found.values());
  }

  /** Facts by body and year, in the order of the tree: nothing is ranked. */
  private List<Facts> facts(Collection<Organization> bodies, List<RectificationItem> visible) {
    return bodies.stream()
        .flatMap(
            body ->
                visible.stream()
                    .filter(item -> item.organization().equals(body.code()))
                    .map(RectificationItem::year)
                    .distinct()
                    .map(
                        year -> new Facts(body.name(), year, items.closingRate(body.code(), year))))
        .toList();
  }

  private Map<String, String> organizationNames(List<RectificationItem> visible) {
    return visible.stream()
        .map(RectificationItem::organization)
        .distinct()
        .collect(Collectors.toMap(code -> code, code -> organizations.get(code).name()));
  }

  private RectificationItem readable(String itemId, String user) {
    return items.find(itemId).filter(item -> access.mayRead(user, item)).orElseThrow(this::gone);
  }

  private ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("item.gone"));
  }
}
