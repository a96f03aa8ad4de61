package dev.netlog.webhook.cluster;

import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.PlatformKind;
import dev.netlog.rule.Quoted;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stores the objects of a kind for an informer. They are condensed on arrival, so that the
/// client's own objects can be freed at once.
///
/// It returns only names to the informer. Safe for use by several threads.
final class KindStore implements ItemStore<GenericKubernetesResource> {
  private final PlatformKind kind;
  private final Condenser condenser;
  private final CacheBudget budget;
  private final Consumer<String> problems;
  private volatile KindContent content = KindContent.EMPTY;
  private volatile boolean complete = true;
  private boolean cleared;

  /// @param problems receives one message when objects are left out
  KindStore(PlatformKind kind, Condenser condenser, CacheBudget budget, Consumer<String> problems) {
    this.kind = kind;
    this.condenser = condenser;
    this.budget = budget;
    this.problems = problems;
  }

  KindContent content() {
    return content;
  }

  /// Whether no object had to be left out.
  boolean isComplete() {
    return complete;
  }

  /// Releases the memory of all objects, and stores none from now on.
  synchronized void clear() {
    cleared = true;
    content.stream().forEach(budget::remove);
    content = KindContent.EMPTY;
  }

  @Override
  public String getKey(GenericKubernetesResource object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public synchronized @Nullable GenericKubernetesResource put(
      String key, GenericKubernetesResource object) {
    if (cleared) {
      return null;
    }
    Resource before = known(key);
    KindContent next = content;
    if (before != null) {
      budget.remove(before);
      next = next.without(before.id().namespace(), before.id().name());
    }
    Resource resource = condensed(object);
    Resource kept = resource == null ? null : budget.add(resource);
    if (kept != null) {
      next = next.with(kept);
    } else {
      leaveOut(key);
    }
    content = next;
    return before == null ? null : named(before.id());
  }

  @Override
  public synchronized @Nullable GenericKubernetesResource remove(String key) {
    Resource before = known(key);
    if (before == null) {
      return null;
    }
    budget.remove(before);
    content = content.without(before.id().namespace(), before.id().name());
    return named(before.id());
  }

  @Override
  public Stream<String> keySet() {
    return content.stream().map(each -> key(each.id()));
  }

  @Override
  public Stream<GenericKubernetesResource> values() {
    return content.stream().map(each -> named(each.id()));
  }

  @Override
  public int size() {
    return Math.toIntExact(content.stream().count());
  }

  @Override
  public @Nullable GenericKubernetesResource get(String key) {
    Resource found = known(key);
    return found == null ? null : named(found.id());
  }

  @Override
  public boolean isFullState() {
    return false;
  }

  private @Nullable Resource condensed(GenericKubernetesResource object) {
    try {
      return condenser.condensed(kind.kind(), object);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private void leaveOut(String key) {
    if (complete) {
      complete = false;
      problems.accept(
          kind.name()
              + " do not fit into memory, "
              + Quoted.of(key)
              + " was the first one left out; rules treat them as unknown; give this server a larger heap,"
              + " as in NETLOG_JAVA_OPTIONS=-Xmx512m");
    }
  }

  private @Nullable Resource known(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? content.get(null, key)
        : content.get(key.substring(0, slash), key.substring(slash + 1));
  }

  private static String key(ResourceId id) {
    return ResourceId.local(id.namespace(), id.name());
  }

  private static GenericKubernetesResource named(ResourceId id) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(id.apiVersion());
    object.setKind(id.kind());
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace(id.namespace()).withName(id.name()).build());
    return object;
  }
}
