package dev.netlog.webhook.admission;

import dev.netlog.fix.Edit;
import dev.netlog.fix.JsonPatch;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Selector;
import dev.netlog.network.Truth;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.settings.Injection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Adds annotations to new objects that have no logging settings.
///
/// That does not depend on the mode: whoever configures `inject` wants the annotations. The mode
/// decides whether the user sees errors.
final class Mutator {
  /// The API server sets this label on each Namespace, whatever the user writes.
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final List<Platform> platforms;
  private final Injection injection;
  private final Mode mode;
  private final JudgedKinds kinds;
  private final Supplier<Inventory> cluster;

  Mutator(
      List<Platform> platforms,
      JudgedKinds kinds,
      Injection injection,
      Mode mode,
      Supplier<Inventory> cluster) {
    this.platforms = List.copyOf(platforms);
    this.injection = injection;
    this.mode = mode;
    this.cluster = cluster;
    this.kinds = kinds;
  }

  /// The answer to a review.
  ///
  /// @throws BadReviewException if the review contradicts itself
  Outcome answer(Review review) throws BadReviewException {
    if (!injection.isOn()
        || !review.operation().equals("CREATE")
        || !review.subResource().isEmpty()) {
      return unchanged(review, ReviewDecision.SKIPPED);
    }
    KindAndResource.check(review, kinds);
    if (!kinds.areInjected(review.kind().groupKind())) {
      return unchanged(review, ReviewDecision.SKIPPED);
    }
    Resource subject = ReviewedObject.of(review, review.object().read());
    if (ReviewedObject.isBeingDeleted(subject) || !isSelected(subject)) {
      return unchanged(review, ReviewDecision.SKIPPED);
    }
    List<Edit> edits = edits(subject);
    if (edits.isEmpty()) {
      return unchanged(review, ReviewDecision.ALLOWED);
    }
    Value.Sequence patch = JsonPatch.of(subject.content(), edits);
    String keys = String.join(",", edits.stream().map(edit -> edit.pointer().last()).toList());
    Answer answer =
        new Answer(review.uid(), true, null, List.of(), Map.of("injected", keys), patch);
    return new Outcome(review, answer, ReviewDecision.PATCHED);
  }

  private static Outcome unchanged(Review review, ReviewDecision decision) {
    return new Outcome(review, Answer.allow(review.uid()), decision);
  }

  private List<Edit> edits(Resource subject) {
    List<Edit> edits = new ArrayList<>();
    for (Platform platform : platforms) {
      Map<String, String> wanted = injection.of(platform.id());
      boolean able =
          platform.kinds().stream()
              .anyMatch(
                  kind ->
                      kind.kind().equals(subject.id().groupKind())
                          && kind.is(PlatformKind.Use.INJECTED));
      Edit.Set edit = able && !wanted.isEmpty() ? platform.inject(subject, wanted) : null;
      if (edit != null) {
        edits.add(edit);
      }
    }
    return edits;
  }

  /// Whether the selector certainly matches the object's namespace.
  private boolean isSelected(Resource subject) {
    Selector selector = injection.namespaceSelector();
    if (selector.isEverything()) {
      return true;
    }
    if (subject.is(KubernetesKinds.NAMESPACE)) {
      return selector.matches(labels(subject)) == Truth.TRUE;
    }
    String namespace = subject.id().namespace();
    return namespace != null
        && cluster.get().find(KubernetesKinds.NAMESPACE, null, namespace)
            instanceof Lookup.Found(Resource holder)
        && selector.matches(labels(holder)) == Truth.TRUE;
  }

  private static KnownLabels labels(Resource namespace) {
    Map<String, String> known = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    namespace
        .labels()
        .members()
        .forEach(
            (key, value) -> {
              if (value instanceof Value.Text(String text)) {
                known.put(key, text);
              } else {
                unknown.add(key);
              }
            });
    unknown.remove(NAME_LABEL);
    known.put(NAME_LABEL, namespace.id().name());
    return new KnownLabels(known, unknown, false);
  }

  /// The answer after an error: the object is still validated afterwards.
  Outcome unchanged(
      Review review, ReviewDecision decision, String why, List<RuntimeException> causes) {
    String warning = WarningLines.cut("netlog adds no annotation: " + why, WarningLines.LINE);
    List<String> warnings = mode == Mode.OBSERVE ? List.of() : List.of(warning);
    return Outcome.unjudged(
        review, Answer.allow(review.uid(), warnings, Map.of()), decision, why, causes);
  }
}
