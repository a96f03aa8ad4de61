package dev.netlog.settings;

import dev.netlog.inventory.Assumptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One cluster of a repository that holds several.
///
/// @param name its name in reports, unique among the targets
/// @param platforms ids of its platforms; a target that names none gets those of the whole file;
///   may be empty
/// @param paths files and folders relative to the folder of the settings file, `/`-separated,
///   without `.` and `..` inside; `.` alone is that folder
/// @param others the paths of the other targets, if this target covers everything else; empty if it
///   names its own paths
/// @param assumptions facts about the cluster that coverage assumes, by key
/// @param complete whether its paths are declared to hold everything that the cluster holds, null
///   if the file does not say
/// @param namespace the namespace of its objects that name none, null if the file does not say
public record Target(
    String name,
    Set<String> platforms,
    List<String> paths,
    List<String> others,
    Assumptions assumptions,
    @Nullable Boolean complete,
    @Nullable String namespace) {
  /// The folder of the settings file itself.
  public static final String EVERYTHING = ".";

  public Target {
    platforms = Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    paths = List.copyOf(paths);
    others = List.copyOf(others);
  }

  /// The same target with values from the command line, which win over those of the file.
  ///
  /// @param better ids of platforms; empty keeps those of the file
  /// @param assumed assumptions by key, as in the file; `input` is one of them
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
        input == null ? complete : Boolean.valueOf(input.equals("complete")),
        namespace);
  }

  /// The same target without assumptions and namespace, and not complete.
  public Target withoutClaims() {
    return new Target(name, platforms, paths, others, Assumptions.NONE, null, null);
  }

  /// The same target with those of its claims about its cluster that another target of one of its
  /// platforms makes too.
  ///
  /// @param known targets whose claims count
  public Target withClaimsOf(List<Target> known) {
    List<Target> same =
        known.stream()
            .filter(each -> each.platforms().stream().anyMatch(platforms::contains))
            .toList();
    Map<String, String> values = new LinkedHashMap<>(assumptions.values());
    values
        .entrySet()
        .removeIf(
            entry ->
                same.stream()
                    .noneMatch(
                        each -> each.assumptions().of(entry.getKey()).equals(entry.getValue())));
    boolean keeps = same.stream().anyMatch(each -> Objects.equals(each.complete(), complete));
    boolean isKnown = same.stream().anyMatch(each -> Objects.equals(each.namespace(), namespace));
    return new Target(
        name,
        platforms,
        paths,
        others,
        new Assumptions(values),
        keeps ? complete : null,
        isKnown ? namespace : null);
  }

  /// Whether a file belongs to the target.
  ///
  /// @param path relative to the folder of the settings file, `/`-separated
  public boolean holds(String path) {
    return paths.stream().anyMatch(each -> isWithin(path, each))
        && others.stream().noneMatch(each -> isWithin(path, each));
  }

  /// The same target, covering every file that no target with paths of its own covers.
  Target ofTheRest(List<String> taken) {
    return new Target(
        name, platforms, List.of(EVERYTHING), taken, assumptions, complete, namespace);
  }

  /// Whether a path is the folder or lies in it. Compares whole names, not characters.
  private static boolean isWithin(String path, String folder) {
    return folder.equals(EVERYTHING)
        || (path.startsWith(folder)
            && (path.length() == folder.length() || path.charAt(folder.length()) == '/'));
  }
}
