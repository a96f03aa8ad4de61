package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.SideFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.unreadable.WideText;
import dev.netlog.cli.input.ManifestLoader;
import dev.netlog.coverage.compare.NotMeasured;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds files that were not understood and may contain policies: a gate with nothing to measure
/// must not pass because of them.
///
/// Reads such files again, so it is used only if a gate has nothing to measure.
final class NotMeasuredFiles {
  private final Set<String> words;

  NotMeasuredFiles(RuleCatalog catalog) {
    Set<String> found = new TreeSet<>();
    for (Platform platform : catalog.platforms()) {
      platform.enforcement().policyKinds().forEach(kind -> found.add(kind.kind()));
      found.addAll(platform.keys());
    }
    this.words = Set.copyOf(found);
  }

  /// The files of a target's head whose text names a policy kind or a logging key, or cannot be
  /// searched.
  ///
  /// @param holds whether a file belongs to the target
  NotMeasured of(State head, @Nullable State base, Predicate<String> holds) {
    Map<String, String> before = new HashMap<>();
    if (base != null) {
      base.manifests()
          .forEach(file -> before.put(base.files().atHead(file.path()), text(file, base.files())));
    }
    List<String> all = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Manifest file : head.manifests()) {
      if (!holds.test(file.path()) || file.notJudged().isEmpty()) {
        continue;
      }
      String text = text(file, head.files());
      if (text.isEmpty() || words.stream().anyMatch(text::contains)) {
        all.add(file.path());
        if (!text.equals(Objects.requireNonNullElse(before.get(file.path()), "?"))) {
          changed.add(file.path());
        }
      }
    }
    return new NotMeasured(all, base == null ? all : changed);
  }

  /// The text of a file that was not understood; empty if it cannot be searched.
  private static String text(Manifest file, SideFiles files) {
    if (file.notJudged().isEmpty()) {
      return "-";
    }
    try {
      byte[] bytes = files.read(file.path());
      if (ManifestLoader.isLfsPointer(bytes)) {
        return "";
      }
      boolean encoded = WideText.isLikely(bytes);
      return encoded ? WideText.of(bytes) : new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return file.text();
    }
  }
}
