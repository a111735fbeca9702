package org.dangwu.organization.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives and takes groups on the day a term of office (任期) begins or has ended. */
@Component
class TermCalendar {

  private static final Logger LOG = LoggerFactory.getLogger(TermCalendar.class);

  private static final String DUE =
      "granted <> (term_from <= :today and (term_to is null or term_to >= :today))";

  private final RosterAccounts accounts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TermCalendar(
      RosterAccounts accounts, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A minute past midnight, and at start for the days on which the system was down. */
  @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Shanghai")
  @EventListener(ApplicationReadyEvent.class)
  void turnOfDay() {
    List<String> people =
        jdbc.sql("select distinct person_id from organization_position where " + DUE)
            .param("today", LocalDate.now(clock))
            .query(String.class)
            .list();
    for (String person : people) {
      transaction.executeWithoutResult(
          status -> {
            // The lock on the person's row makes a second node wait and then find nothing to do.
            jdbc.sql("select id from organization_person where id = :id for update")
                .param("id", person)
                .query(String.class)
                .single();
            Integer due =
                jdbc.sql(
                        "select count(*) from organization_position where person_id = :id and "
                            + DUE)
                    .param("id", person)
                    .param("today", LocalDate.now(clock))
                    .query(Integer.class)
                    .single();
            if (due > 0) {
              accounts.synchronizePeople(List.of(person), done -> {});
            }
          });
    }
    if (!people.isEmpty()) {
      LOG.info("Terms of office changed the groups of {} people", people.size());
    }
  }
}
