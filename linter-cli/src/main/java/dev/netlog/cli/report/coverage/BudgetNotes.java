package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.SummaryText;

/// What a report says where questions were given up.
public final class BudgetNotes {
  private BudgetNotes() {}

  public static String sentence(long undecided) {
    return SummaryText.count(undecided, "comparison")
        + " of policies cost more than the budget; each was answered as if the worst were so:"
        + " a denial is possible, a connection is not logged";
  }
}
