package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.model.GroupKind;
import dev.netlog.platform.Platform;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells whether a text that nobody can read as objects names one: by its name, and by its kind or
/// a logging key.
final class TextSearch {
  /// Texts for readers, which name objects in sentences. Only what is written like a manifest
  /// counts in them.
  private static final List<String> PROSE = List.of(".md", ".markdown", ".adoc", ".rst");

  private final Set<String> keys = new HashSet<>();

  TextSearch(RuleCatalog catalog) {
    for (Platform platform : catalog.platforms()) {
      keys.addAll(platform.keys());
    }
  }

  /// Whether a text may hold an object of a kind, under any name.
  boolean mayHold(String text, GroupKind kind) {
    return text.contains(kind.kind()) || text.contains(small(kind.kind())) || hasKey(text);
  }

  /// Whether a text names an object.
  ///
  /// @param before what stood there in the base, null where nothing did: a text that has not newly
  ///   got the name or the kind is no place where the object has gone
  boolean names(String path, String text, @Nullable String before, ObjectIdentity identity) {
    if (!UnreadableArea.holds(text, identity.name()) || !hasKindOrKey(path, text, identity)) {
      return false;
    }
    if (before == null) {
      return true;
    }
    Set<String> old = before.lines().map(String::strip).collect(Collectors.toSet());
    String added =
        text.lines().filter(line -> !old.contains(line.strip())).collect(Collectors.joining("\n"));
    return UnreadableArea.holds(added, identity.name()) || hasKindOrKey(path, added, identity);
  }

  private boolean hasKindOrKey(String path, String text, ObjectIdentity identity) {
    String kind = identity.kind().kind();
    String name = path.toLowerCase(Locale.ROOT);
    if (PROSE.stream().anyMatch(name::endsWith)) {
      return Pattern.compile("\\bkind[\"']?\\s*[:=]\\s*[\"']?" + Pattern.quote(kind) + "\\b")
          .matcher(text)
          .find();
    }
    return UnreadableArea.holds(text, kind)
        || UnreadableArea.holds(text, small(kind))
        || hasKey(text);
  }

  private boolean hasKey(String text) {
    return keys.stream().anyMatch(text::contains);
  }

  /// The kind as a function of Jsonnet or a type of CUE is called.
  private static String small(String kind) {
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }
}
