package dev.netlog.settings;

import dev.netlog.inventory.Assumptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One cluster of several in a repository.
///
/// @param name what reports call it; no other target has the same
/// @param platforms ids of its platforms, those of the whole file where it names none itself; may
///   be empty
/// @param paths files and folders below the folder of the settings file, `/`-separated, without `.`
///   and `..` as names; `.` alone is that folder
/// @param assumptions what is taken for granted about the cluster
/// @param complete whether its paths are declared to hold all that the cluster holds, null where
///   nothing is said
public record Target(
    String name,
    Set<String> platforms,
    List<String> paths,
    Assumptions assumptions,
    @Nullable Boolean complete) {
  /// The folder of the settings file itself.
  public static final String EVERYTHING = ".";

  public Target {
    platforms = Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    paths = List.copyOf(paths);
  }

  /// The same where someone knows better.
  ///
  /// @param better ids of platforms; empty where nothing is said
  /// @param assumed by name, as in the file: also `input`
  public Target with(Set<String> better, Map<String, String> assumed) {
    Map<String, String> values = new LinkedHashMap<>(assumptions.values());
    values.putAll(assumed);
    String input = values.remove("input");
    return new Target(
        name,
        better.isEmpty() ? platforms : better,
        paths,
        new Assumptions(values),
        input == null ? complete : Boolean.valueOf(input.equals("complete")));
  }

  /// Whether a file belongs to the target.
  ///
  /// @param path relative to the folder of the settings file, `/`-separated
  public boolean holds(String path) {
    return paths.stream().anyMatch(each -> isWithin(path, each));
  }

  /// Whether a path is a folder's, or one below it. Names, not characters, are compared.
  private static boolean isWithin(String path, String folder) {
    return folder.equals(EVERYTHING)
        || (path.startsWith(folder)
            && (path.length() == folder.length() || path.charAt(folder.length()) == '/'));
  }
}
