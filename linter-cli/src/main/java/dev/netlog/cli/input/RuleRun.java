package dev.netlog.cli.input;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.run.Finding;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import java.util.ArrayList;
import java.util.List;

/// Runs rules on many objects, on several threads.
///
/// @param engine the rules
/// @param inventory the other objects
/// @param resources the objects
public record RuleRun(RuleEngine engine, Inventory inventory, List<Resource> resources) {
  /// The number of objects per task.
  private static final int SLICE = 64;

  public RuleRun {
    resources = List.copyOf(resources);
  }

  /// The findings of rules.
  ///
  /// @param findings in the order of the objects
  /// @param failures rules that failed with an exception
  public record Checked(List<Finding> findings, List<RuleFailure> failures) {
    public Checked {
      findings = List.copyOf(findings);
      failures = List.copyOf(failures);
    }
  }

  /// Performs only this run.
  public Checked check(Workers workers) {
    return check(List.of(this), workers).getFirst();
  }

  /// Performs several runs at once.
  ///
  /// @return the result of each run, in their order
  public static List<Checked> check(List<RuleRun> runs, Workers workers) {
    List<RuleRun> slices = new ArrayList<>();
    for (RuleRun run : runs) {
      slices.addAll(run.slices());
    }
    List<Checked> parts = workers.map(slices, RuleRun::checked);
    List<Checked> results = new ArrayList<>();
    int next = 0;
    for (RuleRun run : runs) {
      int end = next + run.slices().size();
      results.add(joined(parts.subList(next, end)));
      next = end;
    }
    return results;
  }

  private List<RuleRun> slices() {
    List<RuleRun> slices = new ArrayList<>();
    for (int start = 0; start < resources.size(); start += SLICE) {
      int end = Math.min(start + SLICE, resources.size());
      slices.add(new RuleRun(engine, inventory, resources.subList(start, end)));
    }
    return slices;
  }

  private Checked checked() {
    List<Finding> findings = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>();
    for (Resource resource : resources) {
      findings.addAll(engine.check(resource, inventory, failures::add));
    }
    return new Checked(findings, failures);
  }

  private static Checked joined(List<Checked> parts) {
    return new Checked(
        parts.stream().flatMap(part -> part.findings().stream()).toList(),
        parts.stream().flatMap(part -> part.failures().stream()).toList());
  }
}
