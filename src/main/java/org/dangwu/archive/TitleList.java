package org.dangwu.archive;

import java.util.List;

/** Titles as one short text that fits into a process variable. */
public final class TitleList {

  private static final int LONGEST = 500;

  private TitleList() {}

  /** A sentence about titles, cut where it would not fit. */
  static String shortened(String sentence) {
    return sentence.length() <= LONGEST * 2 ? sentence : sentence.substring(0, LONGEST * 2) + "……";
  }

  /** The titles joined by 、; what does not fit is counted. */
  public static String of(List<String> titles) {
    StringBuilder text = new StringBuilder();
    for (String title : titles) {
      if (text.length() + title.length() > LONGEST && !text.isEmpty()) {
        return text.append("等").append(titles.size()).append("项").toString();
      }
      text.append(text.isEmpty() ? "" : "、").append(title);
    }
    return text.toString();
  }
}
