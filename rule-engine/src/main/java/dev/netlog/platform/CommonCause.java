package dev.netlog.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The causes that every platform has.
public enum CommonCause implements Cause {
  /// The annotation that is asked says so.
  ANNOTATED("annotated", "the annotation that is asked switches it on", "annotation added"),
  /// The annotation that is asked is not there, or says off in a valid way.
  NOT_ANNOTATED("not annotated", "the annotation that is asked is missing or says off", null),
  /// The annotation that is asked has a value that means nothing, or may not be stored.
  INVALID_ANNOTATION(
      "invalid annotation",
      "the value of the annotation is invalid and so logs nothing",
      "annotation no longer valid"),
  /// The platform does not install the policy.
  NOT_PROGRAMMED("not programmed", "the platform does not install the policy", null),
  /// The pods run where the platform logs nothing.
  UNSUPPORTED_OS(
      "Windows nodes",
      "the pods run on Windows nodes, where nothing is logged",
      "moved to Windows nodes"),
  /// The Namespace object that is asked is not in the input.
  NAMESPACE_UNKNOWN(
      "Namespace unknown", "the Namespace object is not in the input", "Namespace removed"),
  /// A label whose value the cluster makes up decides.
  GENERATED_LABEL("generated label", "it depends on a label that the cluster makes up", null),
  /// A rule of the policy names a port that no workload of the namespace declares.
  NAMED_PORT_UNRESOLVED(
      "named port",
      "no workload of the namespace declares the port name, but an injected sidecar may",
      null),
  /// netlog does not work out policies of the kind.
  UNMODELLED_POLICY("not modelled", "netlog does not model policies of this kind", null),
  /// The policy is about another network than the default one.
  OTHER_NETWORK("other network", "the policy is about another network", null),
  /// An object of the point cannot be read at the head of a change, or a text may hold a policy.
  UNREADABLE(
      "unreadable",
      "nobody can read the object, which the base has, or the text, which may hold a policy",
      null),
  /// A tool changes an object of the point before the cluster gets it.
  TRANSFORMED(
      "transformed",
      "a tool such as kustomize changes the object before the cluster gets it",
      "changed by a tool such as kustomize");

  private final String label;
  private final String sentence;
  private final @Nullable String gained;

  CommonCause(String label, String sentence, @Nullable String gained) {
    this.label = label;
    this.sentence = sentence;
    this.gained = gained;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public @Nullable String gained() {
    return gained;
  }

  @Override
  public @Nullable String lost() {
    return null;
  }
}
