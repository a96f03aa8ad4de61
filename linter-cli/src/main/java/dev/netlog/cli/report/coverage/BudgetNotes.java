package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.SummaryText;

/// Words the note about comparisons that exceeded the search budget.
public final class BudgetNotes {
  private BudgetNotes() {}

  public static String sentence(long undecided) {
    return SummaryText.count(undecided, "comparison")
        + " of policies exceeded the budget; for each, the worst case is assumed:"
        + " a denial is possible, a connection is not logged";
  }
}
