package org.dangwu.archive.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.archive.fixity.Fixity;
import org.dangwu.archive.register.CheckEntry;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** How the pages name those who filed and checked, the system among them. */
@Component
class PersonLabels {

  private static final Map<String, String> SYSTEM =
      Map.of("archive", "系统自动归档", Fixity.BY_SCHEDULE, "系统定期校验");

  private final People people;

  PersonLabels(People people) {
    this.people = people;
  }

  Map<String, String> of(PackageEntry entry, List<CheckEntry> checks) {
    Set<String> ids = new HashSet<>();
    ids.add(entry.filedBy());
    checks.forEach(check -> ids.add(check.checkedBy()));
    Map<String, String> labels = new HashMap<>(people.names(ids));
    labels.putAll(SYSTEM);
    return labels;
  }
}
