package org.dangwu.memberreview.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.junit.jupiter.api.Test;

class GroupsTest {

  @Test
  void membersAreDealtEvenlyAndEachLeaderStaysInHisGroup() {
    Groups groups =
        new Groups(List.of(new ReviewGroup("一组", "b"), new ReviewGroup("二组", "a")), Map.of());
    Map<String, String> members = groups.dealt(List.of("a", "b", "c", "d", "e", "f")).members();
    assertThat(members).hasSize(6).containsEntry("a", "二组").containsEntry("b", "一组");
    assertThat(members.values()).filteredOn("一组"::equals).hasSize(3);
    assertThat(members.values()).filteredOn("二组"::equals).hasSize(3);
  }

  @Test
  void undividedBranchIsOneGroupOfAll() {
    Groups whole = Groups.undivided("a", List.of("a", "b"));
    assertThat(whole.list()).containsExactly(new ReviewGroup("全体党员", "a"));
    assertThat(whole.members()).containsOnlyKeys("a", "b").containsValue("全体党员");
  }
}
