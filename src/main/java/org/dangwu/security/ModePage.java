package org.dangwu.security;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the webapps whether the data are invented, so that they say so as every page does. */
@RestController
class ModePage {

  private final PageShell shell;

  ModePage(PageShell shell) {
    this.shell = shell;
  }

  @GetMapping("/mode")
  Map<String, Boolean> mode() {
    return Map.of("demo", shell.demo());
  }
}
