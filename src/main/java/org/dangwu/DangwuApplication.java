package org.dangwu;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Dangwu Flow (党务流程): three annual party procedures on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class DangwuApplication {

  /** All rules count calendar days of Beijing time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public static void main(String[] args) {
    // The engine and the forms read dates without a zone; a server set to UTC would shift every
    // deadline.
    TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    SpringApplication.run(DangwuApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZONE);
  }
}
