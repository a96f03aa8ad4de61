package dev.netlog.cli.coverage;

import dev.netlog.cli.input.InputRequest;
import dev.netlog.cli.input.Progress;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import dev.netlog.run.Severities;
import java.nio.file.Path;
import java.util.List;

/// What to work out the coverage of, and what it has to meet.
///
/// @param workingDirectory absolute
/// @param paths as on the command line
/// @param targets what to judge; empty where the platforms that show themselves are to be judged
/// @param assumptions what is taken for granted where no target is named
/// @param complete whether the input is declared to be all there is, where no target is named
/// @param rules what the settings say of files that belong to none of the targets
/// @param folder what the paths of configured targets are relative to, absolute
/// @param base what to compare with
/// @param gates what has to be met
/// @param severities what findings weigh, and which rules are off
/// @param addresses the addresses that peers may have
/// @param jobs how many files are read at once, at least 1
/// @param bytes how files are read
/// @param progress told how far reading has come
public record CoverageRequest(
    Path workingDirectory,
    List<String> paths,
    List<WantedTarget> targets,
    Assumptions assumptions,
    boolean complete,
    TargetRules rules,
    Path folder,
    Base base,
    GateSettings gates,
    Severities severities,
    Family addresses,
    int jobs,
    FileBytes bytes,
    Progress progress)
    implements InputRequest {
  /// The addresses that peers may have.
  public enum Family {
    IPV4,
    DUAL_STACK
  }

  public CoverageRequest {
    paths = List.copyOf(paths);
    targets = List.copyOf(targets);
  }
}
