package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.UnreadPart;
import dev.netlog.cli.input.ManifestLoader;
import dev.netlog.coverage.input.UnreadText;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.io.files.ManifestNames;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.kustomize.BuildReader;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds texts that may hold policies or logging settings and that cannot be read as objects:
/// templates, invalid YAML, other encodings, and objects inside other objects.
public final class UnreadTexts {
  private static final int DIGEST = 12;

  private final ManifestReader reader;
  private final Set<GroupKind> plain = new HashSet<>(Set.of(KubernetesKinds.NAMESPACE));
  private final Set<String> words = new TreeSet<>();

  public UnreadTexts(RuleCatalog catalog) {
    this.reader = new ManifestReader(catalog);
    for (Platform platform : catalog.platforms()) {
      plain.addAll(platform.enforcement().policyKinds());
      words.addAll(words(platform));
    }
  }

  private static Set<String> words(Platform platform) {
    Set<String> words = new TreeSet<>(platform.keys());
    platform.enforcement().policyKinds().forEach(kind -> words.add(kind.kind()));
    return words;
  }

  /// The parts of a file that name a policy kind or a logging key and cannot be read. A file that
  /// cannot be read entirely has none here.
  ///
  /// @param manifest with its text
  public List<UnreadPart> search(Manifest manifest) {
    if (words.stream().noneMatch(manifest.text()::contains) || isPlain(manifest)) {
      return List.of();
    }
    FileEvidence evidence = FileEvidence.of(manifest, reader);
    List<UnreadPart> parts = new ArrayList<>();
    for (UnreadableArea area : evidence.areas()) {
      if (isWanted(area.where(), manifest)) {
        add(area.where(), area.text(), parts);
      }
    }
    for (CarriedObject object : evidence.carried()) {
      if (isWanted(object.where(), manifest) && !object.sent()) {
        add(object.where(), object.value().toString(), parts);
      }
    }
    return parts;
  }

  /// Whether the file holds nothing but policies and Namespaces that can be read.
  private boolean isPlain(Manifest manifest) {
    Set<Integer> read = new HashSet<>();
    manifest.resources().stream()
        .filter(object -> object.origin().within().equals(JsonPointer.ROOT))
        .filter(object -> plain.contains(object.id().groupKind()))
        .filter(object -> !PlaceholderMatch.isIn(object.id().name()))
        .forEach(object -> read.add(object.origin().document()));
    return manifest.documents().stream()
        .map(Document::index)
        .allMatch(index -> read.contains(index) || manifest.documents().get(index).isEmpty());
  }

  /// Whether it is text that a cluster may get. What kubectl drops is not; patches are judged where
  /// a build uses them.
  private static boolean isWanted(Unreadable where, Manifest manifest) {
    return switch (where.reason()) {
      case "template", "yaml", "placeholder" -> true;
      case "carried" -> !isBuild(manifest) && !BuildReader.onlyWatches(manifest);
      default -> false;
    };
  }

  private static boolean isBuild(Manifest manifest) {
    String name = manifest.path().substring(manifest.path().lastIndexOf('/') + 1);
    return ManifestNames.isKustomization(name) || !BuildReader.of(manifest).isEmpty();
  }

  private void add(Unreadable where, String text, List<UnreadPart> parts) {
    Set<String> found = new TreeSet<>();
    String searched = where.reason().equals("template") ? withoutComments(text) : text;
    for (String word : words) {
      if (UnreadableArea.holds(searched, word)) {
        found.add(word);
      }
    }
    if (!found.isEmpty()) {
      parts.add(new UnreadPart(where, digest(text), found));
    }
  }

  /// The text without lines that are comments in whatever a template renders to. An action in a
  /// comment may end it: a value of several lines goes on behind it.
  private static String withoutComments(String text) {
    return text.lines()
        .filter(line -> !line.strip().startsWith("#") || line.contains("{{"))
        .collect(Collectors.joining("\n"));
  }

  /// All such texts of one target on one side.
  ///
  /// @param holds whether a file belongs to the target, by its path at the head
  public List<UnreadText> of(State state, Platform platform, Predicate<String> holds) {
    List<UnreadPart> parts = new ArrayList<>(state.unread());
    for (Manifest manifest : state.manifests()) {
      if (FileEvidence.isUnreadable(manifest)) {
        UnreadPart whole = whole(manifest.notUnderstood().getFirst(), state);
        if (whole != null) {
          parts.add(whole);
        }
      }
    }
    Set<String> own = words(platform);
    Map<String, UnreadText> texts = new LinkedHashMap<>();
    for (UnreadPart part : parts) {
      String path = state.files().atHead(part.where().path());
      boolean isNamed = part.words().isEmpty() || part.words().stream().anyMatch(own::contains);
      if (isNamed && holds.test(path)) {
        String key = path + "#" + part.digest();
        texts.putIfAbsent(key, new UnreadText(part.where(), key, part.digest()));
      }
    }
    return List.copyOf(texts.values());
  }

  /// The texts of a head that count. One that moved or changed has the key that it has at the base.
  /// A new one that holds objects of the base does not count: their points are retained.
  public static List<UnreadText> counted(
      List<UnreadText> head, List<UnreadText> base, List<UnreadableObject> retained) {
    Set<Unreadable> places = new HashSet<>();
    retained.forEach(object -> places.add(object.where()));
    Map<String, UnreadText> gone = new LinkedHashMap<>();
    base.forEach(text -> gone.put(text.key(), text));
    List<UnreadText> counted = new ArrayList<>();
    List<UnreadText> others = new ArrayList<>();
    for (UnreadText text : head) {
      (gone.remove(text.key()) == null ? others : counted).add(text);
    }
    others = paired(others, gone, UnreadText::digest, counted);
    others = paired(others, gone, UnreadTexts::path, counted);
    others.removeIf(text -> places.contains(text.where()));
    counted.addAll(others);
    return counted;
  }

  /// Gives texts the keys of gone texts of the base that have something in common.
  ///
  /// @param counted receives them
  /// @return the texts for which there is none
  private static List<UnreadText> paired(
      List<UnreadText> texts,
      Map<String, UnreadText> gone,
      Function<UnreadText, String> common,
      List<UnreadText> counted) {
    List<UnreadText> left = new ArrayList<>();
    for (UnreadText text : texts) {
      String key =
          gone.values().stream()
              .filter(old -> common.apply(old).equals(common.apply(text)))
              .map(UnreadText::key)
              .findFirst()
              .orElse(null);
      if (key == null) {
        left.add(text);
      } else {
        gone.remove(key);
        counted.add(new UnreadText(text.where(), key, text.digest()));
      }
    }
    return left;
  }

  private static String path(UnreadText text) {
    return text.key().substring(0, text.key().lastIndexOf('#'));
  }

  /// A file that cannot be read entirely; null if its text names nothing of a policy.
  private @Nullable UnreadPart whole(NotUnderstood why, State state) {
    Unreadable where = new Unreadable(why.path(), why.line(), UnreadableReasons.of(why));
    try {
      byte[] bytes = state.files().read(why.path());
      if (!ManifestLoader.isLfsPointer(bytes)) {
        List<UnreadPart> parts = new ArrayList<>();
        boolean wide = WideText.isLikely(bytes);
        add(where, wide ? WideText.of(bytes) : new String(bytes, StandardCharsets.UTF_8), parts);
        return parts.isEmpty() ? null : parts.getFirst();
      }
      return new UnreadPart(where, digest(new String(bytes, StandardCharsets.UTF_8)), Set.of());
    } catch (IOException e) {
      String content = state.files().content(why.path());
      return new UnreadPart(where, digest(content == null ? "" : content), Set.of());
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
