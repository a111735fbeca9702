package org.dangwu.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;

/** Makes users that no other test knows. */
@TestComponent
class TestUsers {

  static final String PASSWORD = "Quiet-River-7";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final IdentityService identity;

  TestUsers(IdentityService identity) {
    this.identity = identity;
  }

  /** A new user who is member of these groups. */
  String with(String... groups) {
    String id = "t" + String.format("%04d", COUNT.incrementAndGet());
    User user = identity.newUser(id);
    user.setFirstName("陈测试");
    user.setLastName("");
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    for (String group : groups) {
      identity.createMembership(id, group);
    }
    return id;
  }
}
