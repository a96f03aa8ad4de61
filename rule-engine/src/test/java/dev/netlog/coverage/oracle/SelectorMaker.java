package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes selectors out of few words, so that they often meet.
final class SelectorMaker {
  private static final String NAME = "kubernetes.io/metadata.name";

  private final Dice dice;

  SelectorMaker(Dice dice) {
    this.dice = dice;
  }

  /// Of pods that policies select.
  Map<String, @Nullable Object> ofSubjects() {
    if (dice.percent(8)) {
      return Tree.map("matchLabels", Tree.map("app", dice.one("nobody", "x", "x"), "tier", "9"));
    }
    return dice.percent(45) ? Map.of() : selector(this::subjectKey);
  }

  /// Of pods at the other end.
  Map<String, @Nullable Object> ofPeers() {
    return dice.percent(35) ? Map.of() : selector(() -> dice.one("app", "app", "tier"));
  }

  Map<String, @Nullable Object> ofNamespaces() {
    return dice.percent(25)
        ? Map.of()
        : selector(() -> dice.one("team", "team", "env", NAME, NAME));
  }

  private String subjectKey() {
    return dice.percent(90)
        ? dice.one("app", "app", "tier")
        : dice.one(
            "pod-template-hash",
            "controller-revision-hash",
            "controller-uid",
            "batch.kubernetes.io/job-name",
            "job-name",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "pod-template-generation");
  }

  static List<String> values(String key) {
    return switch (key) {
      case "app" -> List.of("x", "y", "");
      case "tier" -> List.of("1", "2");
      case "team" -> List.of("t", "u");
      case "env" -> List.of("dev", "");
      case NAME -> List.of("a", "b", "default", "other");
      case "job-name", "batch.kubernetes.io/job-name" -> List.of("w0", "w1", "owner");
      default -> List.of("h1", "h2");
    };
  }

  private Map<String, @Nullable Object> selector(java.util.function.Supplier<String> keys) {
    Map<String, @Nullable Object> selector = new LinkedHashMap<>();
    if (dice.percent(55)) {
      Map<String, @Nullable Object> labels = new LinkedHashMap<>();
      for (String key : dice.some(1, dice.percent(85) ? 1 : 2, keys)) {
        labels.put(key, dice.one(values(key)));
      }
      selector.put("matchLabels", labels);
    }
    if (selector.isEmpty() || dice.percent(12)) {
      selector.put(
          "matchExpressions", dice.some(1, dice.percent(85) ? 1 : 2, () -> expression(keys.get())));
    }
    if (dice.percent(2)) {
      selector.putIfAbsent("matchLabels", dice.one(null, Map.of()));
    }
    return selector;
  }

  private Map<String, @Nullable Object> expression(String key) {
    String operator = dice.one("In", "In", "NotIn", "NotIn", "Exists", "DoesNotExist");
    Map<String, @Nullable Object> expression = Tree.map("key", key, "operator", operator);
    if (operator.endsWith("In")) {
      List<String> values = new ArrayList<>(values(key));
      while (values.size() > 1 && dice.percent(60)) {
        values.remove(dice.below(values.size()));
      }
      expression.put("values", values);
    }
    return expression;
  }
}
