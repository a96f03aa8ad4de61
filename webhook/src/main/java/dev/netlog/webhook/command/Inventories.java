package dev.netlog.webhook.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.platform.PlatformKind;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.cluster.ClusterInventory;
import dev.netlog.webhook.tls.TimeSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/// The source of the other objects of the cluster.
///
/// @param source returns the current inventory
/// @param end stops watching the cluster
record Inventories(Supplier<Inventory> source, Runnable end) {
  private static final Inventory UNKNOWN = ManifestInventory.of(List.of(), Set.of());

  /// Creates the inventory that the options select.
  static Inventories open(
      RuleCatalog catalog, ParseResult arguments, Cluster cluster, EventReports events)
      throws WebhookUsageException {
    String word = Options.text(arguments, "--inventory", "none");
    return switch (word) {
      case "none" -> new Inventories(() -> UNKNOWN, () -> {});
      case "cluster" -> {
        ClusterInventory watched =
            cluster
                .connection()
                .inventory(
                    catalog.kinds().stream()
                        .filter(kind -> kind.is(PlatformKind.Use.WATCHED))
                        .toList(),
                    catalog::concerns,
                    TimeSource.SYSTEM,
                    events.ofInventory());
        yield new Inventories(watched, watched::close);
      }
      default ->
          throw new WebhookUsageException(
              "--inventory " + Quoted.of(word) + " is unknown; use none or cluster");
    };
  }
}
