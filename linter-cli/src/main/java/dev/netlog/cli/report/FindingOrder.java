package dev.netlog.cli.report;

import dev.netlog.io.text.PathOrder;
import java.util.Comparator;

/// Orders findings by path, line, column, rule and message.
///
/// Written by hand: a chain of `Comparator.comparing` would be built at each start.
public enum FindingOrder implements Comparator<LocatedFinding> {
  INSTANCE;

  @Override
  public int compare(LocatedFinding a, LocatedFinding b) {
    int order = PathOrder.INSTANCE.compare(a.path(), b.path());
    if (order == 0) {
      order = Integer.compare(a.region().startLine(), b.region().startLine());
    }
    if (order == 0) {
      order = Integer.compare(a.region().startColumn(), b.region().startColumn());
    }
    if (order == 0) {
      order = PathOrder.INSTANCE.compare(a.rule().id(), b.rule().id());
    }
    return order == 0 ? PathOrder.INSTANCE.compare(a.message(), b.message()) : order;
  }
}
