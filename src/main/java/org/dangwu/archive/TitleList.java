package org.dangwu.archive;

import java.util.List;

/** Titles as one short text that fits into a process variable. */
public final class TitleList {

  private static final int LONGEST = 500;

  private TitleList() {}

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
