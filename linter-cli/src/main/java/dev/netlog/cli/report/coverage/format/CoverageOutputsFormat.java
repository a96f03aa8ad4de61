package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageGates;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Writes the outputs of the GitHub Action, as lines for the runner's output file. Percentages have
/// one decimal, rounded down; of several targets the lowest is used.
final class CoverageOutputsFormat implements CoverageFormat {
  @Override
  public String id() {
    return "github-outputs";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    Lowest project = new Lowest();
    Lowest patch = new Lowest();
    for (TargetReport target : report.targets()) {
      CoverageGates gates = new CoverageGates(target.settings());
      project.add(gates, target.coverage().tally(Counter.VERDICT));
      if (target.comparison() != null) {
        patch.add(gates, target.comparison().diff().patch());
      }
    }
    out.append("coverage-project=").append(project.text).append('\n');
    out.append("coverage-patch=").append(patch.text).append('\n');
    out.append("gate=").append(report.passes() ? "pass" : "fail").append('\n');
  }

  /// The lowest share, empty if there is none.
  private static final class Lowest {
    private @Nullable Ratio ratio;
    private String text = "";

    private void add(CoverageGates gates, Tally tally) {
      Ratio next = gates.ratio(tally);
      if (next != null && (ratio == null || !next.isAtLeast(ratio, BigDecimal.ZERO))) {
        ratio = next;
        text = next.percent().replace(" %", "");
      }
    }
  }
}
