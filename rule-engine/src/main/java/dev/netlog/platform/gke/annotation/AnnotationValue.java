package dev.netlog.platform.gke.annotation;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.Effect;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.SwitchText;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A logging annotation whose value is neither `true` nor `false`.
public final class AnnotationValue implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-annotation-value", "gke", Severity.ERROR)
          .code("invalid-annotation-value")
          .title("the annotation's value is neither \"true\" nor \"false\"")
          .explanation(
              """
              GKE compares the value with the four letters `true` and nothing else. `True`, `TRUE`, `1`, \
              `yes`, `on`, an empty value, a blank at either end, the line break that a YAML block scalar \
              (`|` or `>`) leaves at the end, and quotes inside quotes (`"'true'"`) all read as off. There \
              is no event and no log line that says so.

              Write `"false"` to say off: any other text reads as off too, but nobody can tell whether that \
              was meant.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Write `"true"` or `"false"`, in quotes. The safe fix corrects case, blanks, line breaks and \
              quotes, and words that YAML or Go take for booleans (`yes`, `on`, `1`, `t`).
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    LogSection half = LogSection.readFrom(subject.id().groupKind());
    if (half != null
        && subject.annotations().get(half.key()) instanceof Value.Text(String text)
        && !text.equals("true")
        && !text.equals("false")) {
      return List.of(violation(half, text, subject, inventory));
    }
    return List.of();
  }

  private static Violation violation(
      LogSection half, String text, Resource subject, Inventory inventory) {
    JsonPointer pointer = Resource.annotationPointer(half.key());
    SwitchText meant = SwitchText.of(text);
    boolean off = meant != null && meant.text().equals("false");
    String message =
        "value "
            + Quoted.of(text)
            + " reads as off, since only exactly \"true\" enables logging; write "
            + (meant == null ? "\"true\" or \"false\"" : Quoted.of(meant.text()));
    return Violation.at(Place.value(pointer), message)
        .withEffect(off ? null : Effect.notEnabled(half, subject, inventory))
        .withFix(fix(pointer, meant));
  }

  private static Fix fix(JsonPointer pointer, @Nullable SwitchText meant) {
    if (meant == null) {
      return Fix.manual("write \"true\" or \"false\"");
    }
    String title = "write " + Quoted.of(meant.text());
    Edit edit = new Edit.Set(pointer, new Value.Text(meant.text()));
    return new Fix(title, meant.safety(), List.of(edit));
  }
}
