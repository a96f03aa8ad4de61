package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.model.GroupKind;
import dev.netlog.platform.Platform;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out whether an unreadable text names an object: by its name, and by its kind or a logging
/// key.
final class TextSearch {
  /// Documentation, scripts and source code, which name objects in sentences and arguments. Only
  /// text that looks like a manifest counts there.
  private static final Set<String> PROSE =
      Set.of(
          "md",
          "markdown",
          "adoc",
          "rst",
          "txt",
          "html",
          "htm",
          "css",
          "svg",
          "xml",
          "csv",
          "sh",
          "bash",
          "bat",
          "ps1",
          "py",
          "go",
          "java",
          "kt",
          "rb",
          "rs",
          "js",
          "jsx",
          "ts",
          "tsx",
          "c",
          "h",
          "cpp",
          "cs",
          "php",
          "sql",
          "tf",
          "toml",
          "ini",
          "cfg",
          "conf",
          "properties",
          "lock",
          "sum",
          "mod",
          "gradle",
          "mk",
          "dockerfile",
          "makefile",
          "jenkinsfile",
          "codeowners",
          "owners",
          "license",
          "readme");

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
  /// @param before the text at this place in the base, null if there was none; a text that does not
  ///   newly contain the name or the kind cannot be the new place of the object
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
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (PROSE.contains(name.substring(name.lastIndexOf('.') + 1))) {
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

  /// The kind in the form of a Jsonnet function or a CUE type.
  private static String small(String kind) {
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }
}
