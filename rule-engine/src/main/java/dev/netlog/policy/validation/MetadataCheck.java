package dev.netlog.policy.validation;

import static dev.netlog.policy.validation.Schema.TEXT;
import static dev.netlog.policy.validation.Schema.fields;
import static dev.netlog.policy.validation.Schema.list;
import static dev.netlog.policy.validation.Schema.struct;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.WorkloadKinds;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds errors in the metadata of an object for which the API server refuses it: values that its
/// decoder cannot put into an
/// [ObjectMeta](https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/),
/// and errors of `ValidateObjectMeta`, except for a missing name.
///
/// A value with a placeholder is not checked, since its final value is unknown.
public final class MetadataCheck {
  private static final JsonPointer METADATA = JsonPointer.of("metadata");
  private static final JsonPointer KIND = JsonPointer.of("kind");
  private static final String ANNOTATIONS = "annotations";

  private static final Schema OBJECT_META = objectMeta();

  private MetadataCheck() {}

  /// The errors, in the order of the members; empty if the metadata is accepted.
  ///
  /// @param passedOver annotation keys whose values are not checked here
  public static List<InputProblem> of(Resource resource, Set<String> passedOver) {
    List<InputProblem> problems = new ArrayList<>();
    problems.addAll(Schema.problems(resource, METADATA, OBJECT_META));
    MetadataValues values = new MetadataValues(resource, problems);
    values.own(METADATA);
    names(resource, problems);
    GroupKind kind = resource.id().groupKind();
    JsonPointer template = WorkloadKinds.template(kind);
    if (WorkloadKinds.all().contains(kind) && !template.isRoot()) {
      JsonPointer at = template.append(METADATA);
      problems.addAll(Schema.problems(resource, at, OBJECT_META));
      values.labelsAndAnnotations(at);
    }
    JsonPointer annotations = METADATA.child(ANNOTATIONS);
    problems.removeIf(
        problem ->
            (problem.at().parent().equals(annotations)
                    && passedOver.contains(problem.at().last())
                    && !(resource.content().at(problem.at()) instanceof Value.Text))
                || PlaceholderSyntax.areIn(resource, problem.at()));
    return List.copyOf(problems);
  }

  private static void names(Resource resource, List<InputProblem> problems) {
    Value metadata = resource.content().at(METADATA);
    if (metadata != null
        && !(metadata instanceof Value.Null || metadata instanceof Value.Mapping)) {
      return;
    }
    GroupKind kind = resource.id().groupKind();
    NameSyntax names = NameSyntax.of(kind);
    String name = text(resource, "name");
    String beginning = text(resource, "generateName");
    if (!name.isEmpty() && (!names.take(name) || name.length() > NameSyntax.longest(kind))) {
      String words =
          names.take(name)
              ? "at most " + NameSyntax.longest(kind) + " characters, as a CronJob needs"
              : names.words();
      add(resource, "name", "name " + Quoted.of(name) + refused(words), problems);
    }
    if (!beginning.isEmpty()
        && !(names.takeBeginning(beginning)
            && (!name.isEmpty() || names.takeGenerated(beginning)))) {
      String message = "generateName " + Quoted.of(beginning) + " gives no name";
      add(
          resource,
          "generateName",
          message + " that the API server takes; use " + names.words(),
          problems);
    }
    String namespace = text(resource, "namespace");
    if (NameSyntax.areInNamespaces(kind)
        && !namespace.isEmpty()
        && !NameSyntax.LABEL.take(namespace)) {
      String message = "namespace " + Quoted.of(namespace) + refused(NameSyntax.LABEL.words());
      add(resource, "namespace", message, problems);
    }
  }

  /// The error of an object without a name. Some tools use such objects to match others, so it is
  /// reported separately.
  static List<InputProblem> nameless(Resource resource) {
    Value name = resource.content().at(METADATA.child("name"));
    Value beginning = resource.content().at(METADATA.child("generateName"));
    if (!isEmpty(name) || !isEmpty(beginning)) {
      return List.of();
    }
    JsonPointer at =
        name != null
            ? METADATA.child("name")
            : resource.content().at(METADATA) == null ? KIND : METADATA;
    return List.of(
        new InputProblem(
            resource, at, "the object has no name, without which it is refused; write one"));
  }

  private static boolean isEmpty(@Nullable Value value) {
    return value == null
        || value instanceof Value.Null
        || (value instanceof Value.Text(String text) && text.isEmpty());
  }

  private static String refused(String words) {
    return " is refused by the API server; use " + words;
  }

  private static void add(
      Resource resource, String member, String message, List<InputProblem> problems) {
    problems.add(new InputProblem(resource, METADATA.child(member), message));
  }

  private static String text(Resource resource, String member) {
    String text = resource.content().textAt(METADATA.child(member));
    return text == null ? "" : text;
  }

  private static Schema objectMeta() {
    Schema number = new Schema.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    Schema time = new Schema.Text(Rfc3339::isTime, "a time as in \"2026-01-31T12:00:00Z\"");
    Map<String, Schema> owner =
        fields(
            "apiVersion", TEXT,
            "kind", TEXT,
            "name", TEXT,
            "uid", TEXT,
            "controller", new Schema.Flag(),
            "blockOwnerDeletion", new Schema.Flag());
    Map<String, Schema> manager =
        fields(
            "manager", TEXT,
            "operation", TEXT,
            "apiVersion", TEXT,
            "time", time,
            "fieldsType", TEXT,
            "subresource", TEXT);
    return struct(
        fields(
            "name",
            TEXT,
            "generateName",
            TEXT,
            "namespace",
            TEXT,
            "selfLink",
            TEXT,
            "uid",
            TEXT,
            "resourceVersion",
            TEXT,
            "generation",
            number,
            "creationTimestamp",
            time,
            "deletionTimestamp",
            time,
            "deletionGracePeriodSeconds",
            number,
            "labels",
            new Schema.MapOf(TEXT),
            ANNOTATIONS,
            new Schema.MapOf(TEXT),
            "ownerReferences",
            list(new Schema.OrNull(struct(owner))),
            "finalizers",
            list(new Schema.OrNull(TEXT)),
            "managedFields",
            list(new Schema.OrNull(struct(manager)))));
  }
}
