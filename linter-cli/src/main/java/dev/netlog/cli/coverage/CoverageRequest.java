package dev.netlog.cli.coverage;

import dev.netlog.cli.input.InputRequest;
import dev.netlog.cli.input.Progress;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import dev.netlog.run.Severities;
import java.nio.file.Path;
import java.util.List;

/// The input and options of a `coverage` run.
///
/// @param workingDirectory absolute
/// @param paths as on the command line
/// @param targets the targets; empty to judge each platform that is detected
/// @param assumptions the assumptions if no target is named
/// @param complete whether the input is declared to be everything in the cluster, if no target is
///   named
/// @param rules the settings for files that belong to no target
/// @param folder the base folder for the paths of configured targets, absolute
/// @param base what to compare with
/// @param gates the gates
/// @param severities the severities of findings, and which rules are off
/// @param addresses the addresses that peers may have
/// @param jobs how many files are read at once, at least 1
/// @param bytes reads files
/// @param progress receives the progress
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
