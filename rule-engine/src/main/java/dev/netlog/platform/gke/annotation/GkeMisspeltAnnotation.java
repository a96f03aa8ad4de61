package dev.netlog.platform.gke.annotation;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key that is nearly one of the two logging annotations.
public final class GkeMisspeltAnnotation implements Rule {
  private static final Set<Value> RIGHT_VALUES =
      Set.of(new Value.Text("true"), new Value.Text("false"));

  private static final RuleInfo INFO =
      RuleInfo.of("gke-misspelt-annotation", "gke", Severity.ERROR)
          .title("a misspelt logging annotation, which nothing reads")
          .explanation(
              """
              Annotations have no schema: a misspelt key is stored like any other, and nothing reads it. GKE \
              reads these two, exactly as written here:

              - `policy.network.gke.io/enable-logging` on network policies
              - `policy.network.gke.io/enable-deny-logging` on Namespaces

              The usual slip is the prefix: the API group of NetworkLogging is `networking.gke.io`, the \
              annotations say `policy.network.gke.io`. Others are `enable_logging`, \
              `enable-denied-logging` and `Enable-Logging`. `flow.network.gke.io/enable-logging` is read by \
              nothing either.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Rename the key. The safe fix does so where the right key is read from this kind of object, is \
              not there yet, and the value is `"true"` or `"false"`.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<Violation> violations = new ArrayList<>();
    for (KeyPlace place : KeyPlace.in(subject)) {
      Misspelling misspelling = Misspelling.of(place.key());
      if (misspelling != null) {
        violations.add(violation(place, misspelling, subject));
      }
    }
    return violations;
  }

  private static Violation violation(KeyPlace place, Misspelling misspelling, Resource subject) {
    LogSection here = LogSection.readFrom(subject.id().groupKind());
    LogSection meant = misspelling.vague() && here != null ? here : misspelling.meant();
    String start = "nothing reads " + place.spot().word() + " " + Quoted.of(place.key());
    boolean readHere = meant == here && place.spot() == KeyPlace.Spot.ANNOTATIONS;
    String message =
        readHere
            ? start + "; write " + Quoted.of(meant.key())
            : start
                + "; GKE reads "
                + Quoted.of(meant.key())
                + " from annotations of "
                + meant.readers()
                + other(here, meant, subject);
    return Violation.at(Place.key(place.pointer()), message)
        .withFix(readHere ? fix(place, meant, subject) : null);
  }

  private static String other(@Nullable LogSection here, LogSection meant, Resource subject) {
    return here == null || here == meant
        ? ""
        : ", and from a " + subject.id().kind() + " only " + Quoted.of(here.key());
  }

  private static Fix fix(KeyPlace place, LogSection meant, Resource subject) {
    if (subject.annotations().get(meant.key()) != null) {
      return Fix.unsafe("delete it, the right key is there", new Edit.Remove(place.pointer()));
    }
    String title = "rename it to " + meant.key();
    if (!RIGHT_VALUES.contains(place.value())) {
      return Fix.manual(title + " and write \"true\" or \"false\"");
    }
    return Fix.safe(
        title,
        new Edit.Set(Resource.annotationPointer(meant.key()), place.value()),
        new Edit.Remove(place.pointer()));
  }
}
