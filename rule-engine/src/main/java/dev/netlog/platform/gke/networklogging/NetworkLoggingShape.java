package dev.netlog.platform.gke.networklogging;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.GkeKinds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields and types of a NetworkLogging, as the API server checks them.
///
/// The shape is that of the custom resource's schema and of Kubernetes'
/// [ObjectMeta](https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/);
/// `schemas/networking.gke.io/networklogging_v1alpha1.json` says the same to editors, and a test
/// holds the two together. A null is nowhere wrong: the API server drops it.
sealed interface NetworkLoggingShape {
  /// An object with these fields and no others.
  record Fields(Map<String, NetworkLoggingShape> fields) implements NetworkLoggingShape {}

  /// An object of strings under any keys.
  record Texts() implements NetworkLoggingShape {}

  /// A boolean.
  record Flag() implements NetworkLoggingShape {}

  /// A string.
  record Text() implements NetworkLoggingShape {}

  /// The name of the one object there may be.
  record Name() implements NetworkLoggingShape {}

  /// What is not looked into: nobody writes it by hand.
  record Anything() implements NetworkLoggingShape {}

  /// A whole NetworkLogging.
  NetworkLoggingShape NETWORK_LOGGING = networkLogging();

  /// Collects what is wrong with a value, in the order of its members.
  static void check(
      Value value, NetworkLoggingShape shape, JsonPointer at, List<Problem> problems) {
    if (value instanceof Value.Null) {
      return;
    }
    switch (shape) {
      case Fields(Map<String, NetworkLoggingShape> fields)
          when value instanceof Value.Mapping(var members) ->
          members.forEach(
              (name, member) -> field(member, fields.get(name), at.child(name), problems));
      case Texts _ when value instanceof Value.Mapping(var members) ->
          members.forEach((name, member) -> check(member, new Text(), at.child(name), problems));
      case Flag _ when value instanceof Value.Bool -> {}
      case Text _ when value instanceof Value.Text -> {}
      case Name _ when value instanceof Value.Text(String name) -> {
        if (!name.equals(GkeKinds.NETWORK_LOGGING_NAME)) {
          problems.add(new Problem.WrongName(at, name));
        }
      }
      case Anything _ -> {}
      case Fields _, Texts _ -> problems.add(new Problem.WrongType(at, value, "object"));
      case Flag _ -> problems.add(new Problem.WrongType(at, value, "boolean"));
      case Text _, Name _ -> problems.add(new Problem.WrongType(at, value, "string"));
    }
  }

  private static void field(
      Value member, @Nullable NetworkLoggingShape shape, JsonPointer at, List<Problem> problems) {
    if (shape == null) {
      problems.add(new Problem.UnknownField(at));
    } else {
      check(member, shape, at, problems);
    }
  }

  /// The fields that an object at a pointer may have, sorted; empty where the shape has none there.
  static List<String> fieldsAt(JsonPointer pointer) {
    NetworkLoggingShape here = NETWORK_LOGGING;
    for (String token : pointer.tokens()) {
      here = here instanceof Fields(var fields) ? fields.get(token) : null;
    }
    return here instanceof Fields(var fields)
        ? fields.keySet().stream().sorted().toList()
        : List.of();
  }

  private static NetworkLoggingShape networkLogging() {
    NetworkLoggingShape half = new Fields(Map.of("log", new Flag(), "delegate", new Flag()));
    NetworkLoggingShape cluster = new Fields(Map.of("allow", half, "deny", half));
    return new Fields(
        Map.of(
            "apiVersion", new Text(),
            "kind", new Text(),
            "metadata", metadata(),
            "spec", new Fields(Map.of("cluster", cluster))));
  }

  private static NetworkLoggingShape metadata() {
    Stream<String> texts =
        Stream.of("generateName", "namespace", "resourceVersion", "selfLink", "uid");
    Stream<String> unread =
        Stream.of(
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generation",
            "managedFields",
            "ownerReferences");
    Map<String, NetworkLoggingShape> fields =
        Stream.concat(
                texts.map(name -> Map.entry(name, (NetworkLoggingShape) new Text())),
                unread.map(name -> Map.entry(name, (NetworkLoggingShape) new Anything())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    fields.put("name", new Name());
    fields.put("labels", new Texts());
    fields.put("annotations", new Texts());
    return new Fields(Map.copyOf(fields));
  }
}
