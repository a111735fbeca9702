package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dangwu.organization.People;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The superior reads who asks for leave. */
class LeaveTitleTest {

  @Test
  void saysWhoAsksForLeaveForEveryReasonOfTheForm() throws Exception {
    People people = mock(People.class);
    when(people.name("zhang")).thenReturn("张三");
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/lifemeeting");
    messages.setDefaultEncoding("UTF-8");
    LeaveTitle title = new LeaveTitle(people, new Sentences(messages));

    String form = Files.readString(Path.of("forms/life-meeting/request-leave.form"));
    String reasons = form.substring(form.indexOf("leaveReason"), form.indexOf("specialCase"));
    assertThat(
            Pattern.compile("\"value\": \"([A-Z]+)\",\\s+\"label\": \"([^\"]+)\"")
                .matcher(reasons)
                .results()
                .toList())
        .hasSize(6)
        .allSatisfy(
            reason ->
                assertThat(title.of("zhang", reason.group(1)))
                    .isEqualTo("关于张三同志请假的请示（事由：%s）", reason.group(2)));
  }
}
