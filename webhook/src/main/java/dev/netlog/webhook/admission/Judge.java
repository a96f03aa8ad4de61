package dev.netlog.webhook.admission;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.rule.HarmDone;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs the rules on one object. The findings are those of the linter on a file with only this
/// object, plus those that depend on other objects of the cluster, as far as these are known.
///
/// Rules about the coverage of a whole target only run in the linter. Safe for use by several
/// threads.
final class Judge {
  /// The API server's limit for all annotations of an object, in bytes.
  static final int MOST_ANNOTATIONS = 256 * 1024;

  private final RuleCatalog catalog;
  private final List<Platform> platforms;
  private final Set<String> named;

  /// The engines by the set of platforms seen in an object, one bit for each platform.
  private final List<RuleEngine> engines;

  /// @param named ids of the platforms that the settings name
  Judge(RuleCatalog catalog, Severities severities, Set<String> named) {
    this.catalog = catalog;
    this.platforms = catalog.platforms();
    this.named = Set.copyOf(named);
    Severities here = admitted(severities, catalog);
    List<Rule> rules =
        catalog.rules().stream()
            .filter(rule -> rule.info().harm() != HarmDone.BY_THE_API_SERVER)
            .toList();
    this.engines =
        IntStream.range(0, 1 << platforms.size())
            .mapToObj(seen -> new PlatformUse(named, ids(seen)))
            .map(use -> new RuleEngine(rules, use, here))
            .toList();
  }

  /// The findings, and the rules that failed with an exception.
  record Judgement(List<Finding> findings, List<RuleFailure> failures) {}

  /// Refuses objects that the API server would not store, and whose findings would fill the memory.
  ///
  /// @throws BadReviewException if the logging annotations alone are too large
  void refuseUnstorable(Resource subject) throws BadReviewException {
    Map<String, Value> annotations = subject.annotations().members();
    // A fast path: nearly all objects are small.
    if (length(annotations, _ -> true) <= MOST_ANNOTATIONS) {
      return;
    }
    long length = length(annotations, catalog::concerns);
    if (length > MOST_ANNOTATIONS) {
      throw new BadReviewException(
          "logging annotations of "
              + length
              + " characters; the API server stores at most "
              + MOST_ANNOTATIONS);
    }
  }

  private static long length(Map<String, Value> annotations, Predicate<String> wanted) {
    long length = 0;
    for (Map.Entry<String, Value> each : annotations.entrySet()) {
      if (each.getValue() instanceof Value.Text(String text) && wanted.test(each.getKey())) {
        length += text.length();
      }
    }
    return length;
  }

  /// The findings on an object, in the order of the rules.
  ///
  /// @param cluster the other objects
  /// @param inTime called before each rule
  /// @throws OutOfTimeException if it returned false
  Judgement judge(Resource subject, Inventory cluster, BooleanSupplier inTime) {
    int seen = 0;
    for (int i = 0; i < platforms.size(); i++) {
      if (platforms.get(i).isSeenIn(subject)) {
        seen |= 1 << i;
      }
    }
    RuleEngine engine = engines.get(seen);
    List<RuleFailure> failures = new ArrayList<>();
    List<Finding> findings =
        engine.check(
            subject,
            new ReviewedInventory(cluster, subject, named),
            failures::add,
            () -> goOn(inTime));
    return new Judgement(findings, failures);
  }

  private static void goOn(BooleanSupplier inTime) {
    if (!inTime.getAsBoolean()) {
      throw new OutOfTimeException();
    }
  }

  /// Lowers the severity of rules whose damage happens in the client: what arrives here has lost
  /// nothing.
  private static Severities admitted(Severities severities, RuleCatalog catalog) {
    Map<String, Severity> changed = new LinkedHashMap<>(severities.changed());
    for (RuleInfo rule : catalog.infos()) {
      if (rule.harm() == HarmDone.BY_THE_CLIENT && severities.of(rule) == Severity.ERROR) {
        changed.put(rule.id(), Severity.WARNING);
      }
    }
    return new Severities(changed, severities.off());
  }

  private Set<String> ids(int seen) {
    return IntStream.range(0, platforms.size())
        .filter(i -> (seen >> i & 1) == 1)
        .mapToObj(i -> platforms.get(i).id())
        .collect(Collectors.toUnmodifiableSet());
  }
}
