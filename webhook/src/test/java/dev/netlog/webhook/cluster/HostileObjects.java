package dev.netlog.webhook.cluster;

import dev.netlog.platform.PlatformKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Fills a store with objects that take as much memory as they can, in a heap of its own. Ends with
/// an error where they do not fit into the heap, or take more than was counted.
final class HostileObjects {
  private HostileObjects() {}

  /// Each makes the `spec` of one object, of up to some 60 KB of JSON.
  private static final Map<String, IntFunction<Object>> SPECS =
      Map.of(
          "small", i -> Map.of("name", "n" + i),
          "long text", i -> i + "x".repeat(50_000),
          "wide text", i -> i + "\u4e00".repeat(30_000),
          "numbers", i -> IntStream.range(4_000 * i, 4_000 * i + 4_000).boxed().toList(),
          "flags",
              i -> List.of(i, IntStream.range(0, 3_000).mapToObj(j -> j == i % 3_000).toList()),
          "empty lists",
              i ->
                  List.of(
                      i,
                      IntStream.range(0, 3_000)
                          .mapToObj(j -> j == i % 3_000 ? List.of(i) : List.of())
                          .toList()),
          "ports",
              i -> IntStream.range(0, 1_500).mapToObj(j -> Map.of("port", 1_500 * i + j)).toList(),
          "keys", HostileObjects::keys,
          "depth", HostileObjects::deep);

  public static void main(String[] arguments) {
    for (Map.Entry<String, IntFunction<Object>> each : SPECS.entrySet()) {
      fill(each.getKey(), each.getValue());
    }
  }

  private static void fill(String what, IntFunction<Object> spec) {
    CacheBudget budget = new CacheBudget(Runtime.getRuntime().maxMemory() / 2);
    KindStore store =
        new KindStore(PlatformKind.NETWORK_POLICY, new Condenser(_ -> true), budget, _ -> {});
    int added = 0;
    // Some of them change and go meanwhile.
    while (store.isComplete() || added % 100 != 0) {
      put(store, added, spec.apply(added));
      put(store, added / 2, spec.apply(-added));
      store.remove(key(added / 3));
      added++;
    }
    long counted = budget.used();
    long full = heapInUse();
    int size = store.size();
    store.clear();
    long taken = full - heapInUse();
    System.out.printf(
        "%s: %d of %d objects, %d KiB counted, %d KiB taken%n",
        what, size, added, counted / 1024, taken / 1024);
    // A collection may leave a twentieth of the heap as it is, with garbage in it.
    if (taken > counted + counted / 10 || budget.used() != 0) {
      throw new IllegalStateException("more was taken than counted, or not given back");
    }
  }

  private static long heapInUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void put(KindStore store, int number, Object spec) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion("networking.k8s.io/v1");
    object.setKind("NetworkPolicy");
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace("ns" + number % 500).withName("n" + number).build());
    object.setAdditionalProperty("spec", spec);
    store.put(key(number), object);
  }

  private static String key(int number) {
    return "ns" + number % 500 + "/n" + number;
  }

  private static Object keys(int seed) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      all.put("k" + seed + i, true);
    }
    return all;
  }

  private static Object deep(int seed) {
    List<Object> branches = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Object inner = "t" + seed + i;
      for (int depth = 0; depth < 100; depth++) {
        inner = Map.of("a", inner);
      }
      branches.add(inner);
    }
    return branches;
  }
}
