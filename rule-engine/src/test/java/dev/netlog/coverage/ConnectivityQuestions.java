package dev.netlog.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.connectivity.Corpus;
import dev.netlog.coverage.connectivity.Lines;
import dev.netlog.coverage.connectivity.Scene;
import dev.netlog.coverage.connectivity.SceneMaker;
import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.platform.gke.Json;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.validation.ApiRefusals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Writes questions about single connections with netlog's answers, for the judge of
/// `verification/conformance/connectivity`. `verification/conformance/run` starts it.
public final class ConnectivityQuestions {
  /// Far enough apart that two seeds share no world.
  private static final long STRIDE = 1_000_000_007;

  private static final int OF_GENERATED = 25;
  private static final int OF_REAL = 60;

  private ConnectivityQuestions() {}

  /// Arguments: the file to write, a seed, how many worlds to generate, and a file of the lines of
  /// `kubectl-view`, which may be empty.
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[1]) * STRIDE;
    int worlds = Integer.parseInt(arguments[2]);
    Corpus corpus = new Corpus();
    try (Stream<String> files = Files.lines(Path.of(arguments[3]), StandardCharsets.UTF_8)) {
      files.forEach(file -> corpus.add(Json.value(file)));
    }
    List<Scene> real = corpus.scenes();
    List<String> lines = new ArrayList<>();
    IntStream.range(0, real.size())
        .parallel()
        .mapToObj(i -> line(real.get(i), new Dice(seed + i), OF_REAL))
        .forEachOrdered(lines::add);
    LongStream.range(seed, seed + worlds)
        .parallel()
        .mapToObj(each -> line(generated(each), new Dice(~each), OF_GENERATED))
        .forEachOrdered(lines::add);
    Files.write(Path.of(arguments[0]), lines);
  }

  private static String line(Scene blank, Dice dice, int each) {
    Scene scene = SceneMaker.of(accepted(blank), dice, each);
    List<Map<String, Lines.Sides>> answers = new ArrayList<>();
    scene.questions().forEach(_ -> answers.add(new LinkedHashMap<>()));
    for (Platform platform : RuleCatalog.standard().platforms()) {
      ConnectivityAnswers engine = new ConnectivityAnswers(scene, platform);
      for (int i = 0; i < answers.size(); i++) {
        Scene.Question question = scene.questions().get(i);
        answers.get(i).put(platform.id() + " predict", engine.predicted(question));
        answers.get(i).put(platform.id() + " sets", engine.bySets(question));
        answers.get(i).put(platform.id() + " points", engine.byPoints(question));
      }
    }
    return Lines.of(scene, answers);
  }

  /// The policies and namespaces of a generated world.
  private static Scene generated(long seed) {
    World world = WorldMaker.world(seed);
    List<Value.Mapping> policies = new ArrayList<>();
    SortedMap<String, Map<String, String>> namespaces = new TreeMap<>();
    for (Resource resource : world.resources()) {
      if (resource.id().groupKind().equals(KubernetesKinds.NETWORK_POLICY)) {
        policies.add(resource.content());
      } else if (resource.id().groupKind().equals(KubernetesKinds.NAMESPACE)) {
        Map<String, String> labels = new TreeMap<>();
        resource
            .labels()
            .members()
            .forEach(
                (key, value) -> {
                  if (value instanceof Value.Text(String text)) {
                    labels.put(key, text);
                  }
                });
        namespaces.put(resource.id().name(), labels);
      }
    }
    return new Scene("generated " + seed, false, 0, policies, namespaces, List.of(), List.of());
  }

  /// Without the policies that no API server takes.
  private static Scene accepted(Scene all) {
    List<Value.Mapping> policies = new ArrayList<>();
    for (int i = 0; i < all.policies().size(); i++) {
      Value.Mapping policy = bare(all.policies().get(i));
      List<InputProblem> problems = refusals(policy, all.name());
      if (problems.isEmpty()) {
        policies.add(policy);
      } else {
        System.out.println("left out of " + all.name() + ": " + problems.getFirst().message());
      }
    }
    SortedMap<String, Map<String, String>> namespaces = new TreeMap<>(all.namespaces());
    namespaces
        .entrySet()
        .removeIf(
            entry -> !refusals(namespace(entry.getKey(), entry.getValue()), all.name()).isEmpty());
    int refused = all.policies().size() - policies.size();
    return new Scene(all.name(), all.corpus(), refused, policies, namespaces, List.of(), List.of());
  }

  private static List<InputProblem> refusals(Value.Mapping object, String scene) {
    Origin origin = new Origin(scene, 0, JsonPointer.ROOT);
    return ApiRefusals.of(Objects.requireNonNull(Resource.of(object, origin)), Set.of());
  }

  private static Value.Mapping namespace(String name, Map<String, String> labels) {
    Map<String, Value> texts = new LinkedHashMap<>();
    labels.forEach((key, value) -> texts.put(key, new Value.Text(value)));
    Map<String, Value> metadata =
        Map.of("name", new Value.Text(name), "labels", new Value.Mapping(texts));
    return new Value.Mapping(
        Map.of(
            "apiVersion", new Value.Text("v1"),
            "kind", new Value.Text("Namespace"),
            "metadata", new Value.Mapping(metadata)));
  }

  /// What decides about connections, and the name. What logging is asked for may be no string,
  /// which is another matter.
  private static Value.Mapping bare(Value.Mapping policy) {
    Map<String, Value> members = new LinkedHashMap<>(policy.members());
    if (members.get("metadata") instanceof Value.Mapping metadata) {
      Map<String, Value> names = new LinkedHashMap<>(metadata.members());
      names.keySet().retainAll(Set.of("name", "namespace"));
      members.put("metadata", new Value.Mapping(names));
    }
    members.keySet().retainAll(Set.of("apiVersion", "kind", "metadata", "spec"));
    return new Value.Mapping(members);
  }
}
