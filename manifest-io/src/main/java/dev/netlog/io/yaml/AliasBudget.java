package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;

/// Refuses documents whose aliases expand to too many nodes, with the limits of the Go library.
///
/// Source: `allowedAliasRatio` of [go-yaml v2
/// `decode.go`](https://github.com/yaml/go-yaml/blob/v2.4.4/decode.go): of up to 400,000 nodes 99 %
/// may come from aliases, of 4,000,000 and more 10 %.
final class AliasBudget {
  private static final int LOW = 400_000;
  private static final int HIGH = 4_000_000;

  private long nodes;
  private long aliased;

  /// Counts one node.
  ///
  /// @param inAlias whether it is reached through an alias
  void count(Node node, boolean inAlias) throws RefusedDocumentException {
    nodes++;
    if (!inAlias) {
      return;
    }
    aliased++;
    if (aliased > 100 && nodes > 1000 && (double) aliased / nodes > allowed(nodes)) {
      throw new RefusedDocumentException(
          node.start(), node.start(), "the document's aliases stand for too many nodes");
    }
  }

  private static double allowed(long nodes) {
    if (nodes <= LOW) {
      return 0.99;
    }
    return nodes >= HIGH ? 0.10 : 0.99 - 0.89 * ((double) (nodes - LOW) / (HIGH - LOW));
  }
}
