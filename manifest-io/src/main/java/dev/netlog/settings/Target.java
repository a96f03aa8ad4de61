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
/// @param others the paths of the other targets, where this one takes the rest; empty where it
///   names its paths
/// @param assumptions what is taken for granted about the cluster
/// @param complete whether its paths are declared to hold all that the cluster holds, null where
///   nothing is said
public record Target(
    String name,
    Set<String> platforms,
    List<String> paths,
    List<String> others,
    Assumptions assumptions,
    @Nullable Boolean complete) {
  /// The folder of the settings file itself.
  public static final String EVERYTHING = ".";

  public Target {
    platforms = Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    paths = List.copyOf(paths);
    others = List.copyOf(others);
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
        others,
        new Assumptions(values),
        input == null ? complete : Boolean.valueOf(input.equals("complete")));
  }

  /// Whether a file belongs to the target.
  ///
  /// @param path relative to the folder of the settings file, `/`-separated
  public boolean holds(String path) {
    return paths.stream().anyMatch(each -> isWithin(path, each))
        && others.stream().noneMatch(each -> isWithin(path, each));
  }

  /// The same, taking what no target with paths takes.
  Target ofTheRest(List<String> taken) {
    return new Target(name, platforms, List.of(EVERYTHING), taken, assumptions, complete);
  }

  /// Whether a path is a folder's, or one below it. Names, not characters, are compared.
  private static boolean isWithin(String path, String folder) {
    return folder.equals(EVERYTHING)
        || (path.startsWith(folder)
            && (path.length() == folder.length() || path.charAt(folder.length()) == '/'));
  }
}
