package org.dangwu.organization.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.DemoPersons;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.roster.ImportJob;
import org.dangwu.organization.roster.RosterImports;
import org.dangwu.organization.roster.RosterTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with the demo county, by the same import that a clerk uses, and gives
 * everybody the password of the demonstration. Does nothing when a roster is there already.
 */
@Component
@Profile("demo")
@Order(0)
class DemoLoader implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final String PASSWORD = "demo";

  private final Organizations organizations;
  private final RosterTemplate template;
  private final RosterImports imports;
  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final DemoPersons persons;

  DemoLoader(
      Organizations organizations,
      RosterTemplate template,
      RosterImports imports,
      IdentityService identity,
      Unrestricted unrestricted,
      DemoPersons persons) {
    this.organizations = organizations;
    this.template = template;
    this.imports = imports;
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.persons = persons;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (organizations.all().isEmpty()) {
      ImportJob job = imports.importNow("云岭县演示名册.xlsx", workbook(), "演示数据");
      if (job.state() != ImportJob.State.DONE) {
        throw new IllegalStateException(
            "演示名册没有导入：" + job.message() + " " + imports.findings(job.id(), 20));
      }
      LOG.info("Demo county loaded: {}", job.summary());
    }
    unrestricted.run(this::openAccounts);
  }

  private byte[] workbook() throws IOException {
    DemoCounty county = new DemoCounty();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    template.write(out, county.organizations(), county.people(), county.positions());
    return out.toByteArray();
  }

  /** A start that was interrupted between import and passwords is made good by the next one. */
  private void openAccounts() {
    List<User> users = identity.createUserQuery().unlimitedList();
    for (User user : users) {
      if (user.getPassword() == null) {
        user.setPassword(PASSWORD);
        identity.saveUser(user);
      }
    }
    persons.withSystemGroup().forEach((group, person) -> join(group, person));
  }

  private void join(String group, String person) {
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      Group created = identity.newGroup(group);
      created.setName(group);
      created.setType("SYSTEM");
      identity.saveGroup(created);
    }
    if (identity.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
      identity.createMembership(person, group);
    }
  }
}
