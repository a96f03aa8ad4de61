package dev.netlog.platform.gke.networklogging;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.GkeKinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A NetworkLogging as the API server and the agents take it.
///
/// Two gates stand one behind the other. The API server refuses wrong types and names, and drops
/// nulls and unknown fields without a word. What it stores, the controller of every node then
/// checks again, and rejects as a whole where one half has `delegate` without `log`.
///
/// @param content the object as written
/// @param problems what is wrong with it, in the order of the object; the halves last
public record NetworkLogging(Value.Mapping content, List<Problem> problems) {
  private static final JsonPointer METADATA = JsonPointer.of("metadata");

  public NetworkLogging {
    problems = List.copyOf(problems);
  }

  /// The object as a NetworkLogging of the one known version, or null where it is none.
  public static @Nullable NetworkLogging of(Resource resource) {
    return resource.is(GkeKinds.NETWORK_LOGGING) && resource.id().version().equals(GkeKinds.VERSION)
        ? of(resource.content())
        : null;
  }

  /// Reads an object whose kind and version are known to be right.
  public static NetworkLogging of(Value.Mapping content) {
    List<Problem> problems = new ArrayList<>();
    nameless(content, problems);
    NetworkLoggingShape.check(
        content, NetworkLoggingShape.NETWORK_LOGGING, JsonPointer.ROOT, problems);
    Arrays.stream(LogSection.values())
        .filter(half -> isDelegatedWithoutLog(content.mappingAt(half.pointer())))
        .map(Problem.DelegateWithoutLog::new)
        .forEach(problems::add);
    return new NetworkLogging(content, problems);
  }

  /// The cluster's NetworkLogging, or null where it is not known to be there or is of no known
  /// version.
  public static @Nullable Found in(Inventory inventory) {
    Lookup lookup = inventory.find(GkeKinds.NETWORK_LOGGING, null, GkeKinds.NETWORK_LOGGING_NAME);
    if (lookup instanceof Lookup.Found(Resource resource)) {
      NetworkLogging logging = of(resource);
      return logging == null ? null : new Found(resource, logging);
    }
    return null;
  }

  /// The cluster's NetworkLogging with the object it was read from.
  public record Found(Resource resource, NetworkLogging logging) {}

  /// Whether the API server takes it.
  public boolean isStored() {
    return problems.stream().noneMatch(Problem::isRefused);
  }

  /// Whether the API server and the controller take it.
  public boolean isValid() {
    return isStored()
        && problems.stream().noneMatch(problem -> problem instanceof Problem.DelegateWithoutLog);
  }

  /// What an agent that starts with only this object logs.
  public LogMode mode(LogSection half) {
    Value.Mapping settings = content.mappingAt(half.pointer());
    if (!isValid() || !isTrue(settings.get("log"))) {
      return LogMode.OFF;
    }
    return isTrue(settings.get("delegate")) ? LogMode.ANNOTATED : LogMode.ALL;
  }

  /// What keeps agents from obeying it, the API server's objection first; null where nothing does.
  public @Nullable Problem rejection() {
    return problems.stream()
        .filter(Problem::isRefused)
        .findFirst()
        .or(
            () ->
                problems.stream()
                    .filter(problem -> problem instanceof Problem.DelegateWithoutLog)
                    .findFirst())
        .orElse(null);
  }

  /// A half as it is read: `log=true delegate=false`.
  public String flags(LogSection half) {
    Value.Mapping settings = content.mappingAt(half.pointer());
    return "log=" + isTrue(settings.get("log")) + " delegate=" + isTrue(settings.get("delegate"));
  }

  /// The place of the setting that decides a half, or of the nearest thing that is there.
  public JsonPointer decisive(LogSection half) {
    String field = mode(half) == LogMode.OFF ? "log" : "delegate";
    return nearest(half.pointer().child(field));
  }

  /// The place that all settings stand at, or of the kind where there is none.
  JsonPointer root() {
    return nearest(JsonPointer.of("spec", "cluster"));
  }

  private JsonPointer nearest(JsonPointer wanted) {
    JsonPointer pointer = wanted;
    while (content.at(pointer) == null) {
      pointer = pointer.parent();
    }
    return pointer.isRoot() ? JsonPointer.of("kind") : pointer;
  }

  private static void nameless(Value.Mapping content, List<Problem> problems) {
    Value metadata = content.at(METADATA);
    if (metadata instanceof Value.Mapping(var members)) {
      if (members.getOrDefault("name", Value.Null.NULL) instanceof Value.Null) {
        problems.add(new Problem.NoName(METADATA));
      }
    } else if (metadata == null || metadata instanceof Value.Null) {
      problems.add(new Problem.NoName(JsonPointer.of("kind")));
    }
  }

  private static boolean isDelegatedWithoutLog(Value.Mapping half) {
    Value log = half.get("log");
    boolean unlogged =
        log == null || log instanceof Value.Null || log.equals(new Value.Bool(false));
    return isTrue(half.get("delegate")) && unlogged;
  }

  private static boolean isTrue(@Nullable Value value) {
    return value instanceof Value.Bool(boolean flag) && flag;
  }
}
