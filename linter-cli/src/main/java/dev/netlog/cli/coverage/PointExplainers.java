package dev.netlog.cli.coverage;

import dev.netlog.cli.input.Places;
import dev.netlog.cli.report.coverage.PointExplainer;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.PointExplanation.At;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.witness.Witness;
import dev.netlog.coverage.witness.WitnessFinder;
import dev.netlog.io.text.Region;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.text.Phrase;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explains the points of a coverage, with places in the files that it was read from. Not safe for
/// use by several threads.
final class PointExplainers implements PointExplainer {
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final Coverage coverage;
  private final Places places;
  private final boolean base;
  private final WitnessFinder witnesses;

  private PointExplainers(Coverage coverage, Places places, boolean base) {
    this.coverage = coverage;
    this.places = places;
    this.base = base;
    this.witnesses = new WitnessFinder(coverage);
  }

  static PointExplainers ofHead(Coverage coverage, Places places) {
    return new PointExplainers(coverage, places, false);
  }

  static PointExplainers ofBase(Coverage coverage, Places places) {
    return new PointExplainers(coverage, places, true);
  }

  @Override
  public PointExplanation of(SubjectPoint point) {
    LoggingState.Unknown unknown =
        point.state() instanceof LoggingState.Unknown state ? state : null;
    Unreadable where = unknown == null ? null : unknown.unreadable();
    if (unknown != null && where != null) {
      // The place of a text is its own, that of an object is a part of the reason.
      At at = at(where);
      boolean isText = point.point().point().reason() instanceof Reason.UnreadText;
      return new PointExplanation(
          at, List.of(why(unknown, isText ? null : at)), null, null, null, null);
    }
    Point of = point.point().point();
    At at = at(of);
    if (unknown != null && isEnginesOwn(unknown)) {
      return new PointExplanation(at, List.of(why(unknown, at)), null, null, null, null);
    }
    Decision decision = coverage.target().platform().decisionOf(of, coverage.target().inventory());
    List<PointExplanation.Step> steps = new ArrayList<>();
    for (Decision.Step step : decision.steps()) {
      steps.add(
          new PointExplanation.Step(
              step.parts(), step.meaning(), at(step.resource(), step.place())));
    }
    Decision.Remedy remedy = decision.remedy();
    Witness witness = witnesses.find(point);
    return new PointExplanation(
        at,
        steps,
        remedy == null ? null : remedy.text(),
        remedy == null ? null : remedy.line(),
        remedy == null ? null : at(remedy),
        witness == null ? null : witness.sentence());
  }

  @Override
  public @Nullable Phrase lost(CoverageDiff.Change change) {
    Witness witness = witnesses.find(change.after(), change.lostConnections());
    Witness any = witness == null ? witnesses.find(change.after()) : witness;
    return any == null ? null : any.sentence();
  }

  @Override
  public @Nullable At at(Resource resource) {
    return at(resource, Place.value(NAME));
  }

  private static At at(Unreadable where) {
    return new At(where.path(), new Region(where.line(), 1, where.line(), 1), false);
  }

  /// The engine sets these unknown states itself, so the platform cannot explain them.
  private static boolean isEnginesOwn(LoggingState.Unknown state) {
    return state.cause() == CommonCause.GENERATED_LABEL
        || state.cause() == CommonCause.NAMED_PORT_UNRESOLVED
        || state.cause() == CommonCause.OTHER_NETWORK
        || state.cause() == CommonCause.UNMODELLED_POLICY;
  }

  private static PointExplanation.Step why(LoggingState.Unknown state, @Nullable At at) {
    return new PointExplanation.Step(List.of(state.why()), Meaning.CONSEQUENCE, at);
  }

  private @Nullable At at(Decision.Remedy remedy) {
    Resource resource = remedy.resource();
    return resource == null || remedy.edit() == null
        ? null
        : at(resource, Place.key(remedy.edit().pointer()));
  }

  private @Nullable At at(@Nullable Resource resource, @Nullable Place place) {
    return resource == null
            || place == null
            || resource.origin().path().isEmpty()
            || !places.has(resource.origin())
        ? null
        : new At(resource.origin().path(), places.region(resource.origin(), place), base);
  }

  /// The place of the policy or rule that a point comes from.
  private @Nullable At at(Point point) {
    return switch (point.reason()) {
      case Reason.Allowing(Resource policy, _) -> at(policy, Place.value(NAME));
      case Reason.DefaultDeny _ -> {
        List<Resource> applied = new ArrayList<>(point.applied().policies());
        applied.addAll(point.applied().possible());
        yield applied.isEmpty() ? null : at(applied.getFirst(), Place.value(NAME));
      }
      case Reason.AdminRule(Resource policy, var direction, int index) ->
          at(policy, Place.value(SPEC.child(direction.word()).child(index)));
      case Reason.NamespaceRule(Resource policy, int index, _) ->
          at(policy, Place.value(SPEC.child("egress").child(index)));
      case Reason.Unmodelled(Resource policy, _) -> at(policy, Place.value(NAME));
      case Reason.UnreadText _ -> null;
    };
  }
}
