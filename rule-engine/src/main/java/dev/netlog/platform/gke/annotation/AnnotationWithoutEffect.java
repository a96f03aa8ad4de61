package dev.netlog.platform.gke.annotation;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogMode;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.NetworkLogging;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Related;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// A correct logging annotation that the NetworkLogging beside it keeps from being read.
public final class AnnotationWithoutEffect implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-annotation-without-effect", "gke", Severity.WARNING)
          .code("annotation-without-effect")
          .title("the NetworkLogging does not ask for this annotation")
          .explanation(
              """
              The annotations count only where the NetworkLogging delegates to them: \
              `policy.network.gke.io/enable-logging` where `spec.cluster.allow` has both `log` and `delegate` \
              true, `policy.network.gke.io/enable-deny-logging` where `spec.cluster.deny` has.

              With `log` false nothing is logged, annotated or not. With `log` true and `delegate` false \
              everything is logged and annotations are not read: `"false"` is then no way to opt out. An \
              invalid NetworkLogging is rejected as a whole.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Set `log` and `delegate` of that half to true in the NetworkLogging, or delete the \
              annotation.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    LogSection half = LogSection.readFrom(subject.id().groupKind());
    if (half == null
        || !(subject.annotations().get(half.key()) instanceof Value.Text(String text))
        || !(text.equals("true") || text.equals("false"))) {
      return List.of();
    }
    NetworkLogging.Found found = NetworkLogging.in(inventory);
    if (found == null
        || (found.logging().isValid() && found.logging().mode(half) == LogMode.ANNOTATED)) {
      return List.of();
    }
    Related setting =
        new Related(
            found.resource(),
            Place.value(found.logging().decisive(half)),
            "the setting of the NetworkLogging");
    return List.of(
        Violation.at(Place.key(Resource.annotationPointer(half.key())), message(half, text, found))
            .withRelated(List.of(setting))
            .withFix(Fix.manual("delegate " + half.field() + ", or delete the annotation")));
  }

  private static String message(LogSection half, String text, NetworkLogging.Found found) {
    String start = "annotation " + Quoted.of(half.key()) + " is not read: ";
    String field = half.field();
    if (!found.logging().isValid()) {
      return start + "the NetworkLogging \"default\" is invalid as a whole; fix that first";
    }
    boolean optOut = text.equals("false");
    return start
        + switch (found.logging().mode(half)) {
          case OFF -> field + ".log is not true in the NetworkLogging; set it and ";
          case ALL ->
              "the NetworkLogging logs all connections without asking"
                  + (optOut ? ", so \"false\" is no opt-out; set " : "; set ");
          case ANNOTATED -> throw new IllegalArgumentException("the annotation is read");
        }
        + field
        + ".delegate to true, or delete the annotation";
  }
}
