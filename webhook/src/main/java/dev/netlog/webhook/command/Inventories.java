package dev.netlog.webhook.command;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.rule.Quoted;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/// What is known of the other objects of the cluster.
final class Inventories {
  private static final Inventory UNKNOWN = ManifestInventory.of(List.of(), Set.of());

  private Inventories() {}

  /// The inventory that the options ask for.
  static Supplier<Inventory> open(ParseResult arguments) throws UsageException {
    String word = Options.text(arguments, "--inventory", "none");
    return switch (word) {
      case "none" -> () -> UNKNOWN;
      default ->
          throw new UsageException("--inventory " + Quoted.of(word) + " is unknown; use none");
    };
  }
}
