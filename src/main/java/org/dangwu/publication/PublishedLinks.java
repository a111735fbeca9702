package org.dangwu.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.procedure.HomeLinks;
import org.springframework.stereotype.Component;

/** Leads readers from the home page to what they may remark on today. */
@Component
class PublishedLinks implements HomeLinks {

  private final Publications publications;
  private final PublicationSentences sentences;
  private final Clock clock;

  PublishedLinks(Publications publications, PublicationSentences sentences, Clock clock) {
    this.publications = publications;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public List<Link> linksFor(String userId) {
    return publications.takesRemarksOf(userId, LocalDate.now(clock))
        ? List.of(new Link(sentences.say("home"), "/published"))
        : List.of();
  }
}
