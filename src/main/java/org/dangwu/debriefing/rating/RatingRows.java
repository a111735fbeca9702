package org.dangwu.debriefing.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.PaperRows;
import org.springframework.stereotype.Component;

/** The figures of the picture as a table of the official summary, with the groups of classes. */
@Component("debriefRatingRows")
class RatingRows implements PaperRows {

  private final DebriefRatings ratings;

  RatingRows(DebriefRatings ratings) {
    this.ratings = ratings;
  }

  @Override
  public String documentType() {
    return RatingPicture.PAPER;
  }

  @Override
  public String placeholder() {
    return "评议结果";
  }

  @Override
  public List<Map<String, String>> rows(DocumentKey key) {
    List<Map<String, String>> rows = new ArrayList<>();
    int number = 0;
    for (DebriefRating rating : ratings.of(key.caseId())) {
      number++;
      Map<String, String> row = votes(rating.votes().orElse(null));
      row.put("序号", String.valueOf(number));
      row.put("姓名", rating.name());
      row.put("单位", rating.organizationName());
      row.put("评议人", rating.votes().isPresent() ? "全部" : rating.state().label());
      row.put("加权得分", RatingSummary.printed(rating.index()));
      rows.add(row);
      for (GroupResult group : rating.groups()) {
        Map<String, String> part = votes(group.distribution());
        part.putAll(Map.of("序号", "", "姓名", "", "单位", "", "加权得分", ""));
        part.put("评议人", group.label());
        rows.add(part);
      }
    }
    return rows;
  }

  private static Map<String, String> votes(Distribution votes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("票数", votes == null ? "" : String.valueOf(votes.ballots()));
    for (Grade grade : RatingSummary.scale()) {
      row.put(
          grade.label(),
          votes == null ? "" : String.valueOf(votes.votes().getOrDefault(grade.code(), 0)));
    }
    return row;
  }
}
