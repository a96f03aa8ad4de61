package dev.netlog.settings;

import dev.netlog.inventory.Assumptions;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the targets one by one. Reports duplicate names and unusable paths.
final class TypedTarget {
  private final List<String> assumed;
  private final Set<String> platforms;
  private final List<SettingsProblem> problems;
  private final Set<String> names = new HashSet<>();

  /// @param assumed the keys of the assumptions
  /// @param platforms the default for a target that names none
  /// @param problems receives the problems that are found
  TypedTarget(List<String> assumed, Set<String> platforms, List<SettingsProblem> problems) {
    this.assumed = assumed;
    this.platforms = platforms;
    this.problems = problems;
  }

  Target read(Members target) {
    return new Target(
        name(target),
        TypedSettings.platforms(target, platforms),
        paths(target),
        List.of(),
        assumptions(target.mapping("assume")),
        complete(target),
        target.text("namespace"));
  }

  private String name(Members target) {
    String name = target.text("name");
    if (name != null && !names.add(name)) {
      problems.add(
          SettingsProblem.value(
              target.at("name"),
              "another target has the name "
                  + Quoted.of(name)
                  + "; give each target its own name"));
    }
    return name == null ? "" : name;
  }

  private List<String> paths(Members target) {
    if (!target.names().contains("paths")) {
      return List.of(Target.EVERYTHING);
    }
    List<Value> items = target.items("paths");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof Value.Text(String path)) || path.isEmpty()) {
        continue;
      }
      String problem = problem(path);
      if (problem == null) {
        paths.add(normal(path));
      } else {
        problems.add(
            SettingsProblem.value(
                target.at("paths").child(i), "path " + Quoted.of(path) + " " + problem));
      }
    }
    return paths;
  }

  private static @Nullable String problem(String path) {
    if (path.indexOf('\\') >= 0) {
      return "has a backslash; separate folders by /";
    }
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
      return "is absolute; write it relative to the folder of this file";
    }
    if (List.of(path.split("/")).contains("..")) {
      return "may lead out of the folder of this file; write it without \"..\"";
    }
    if (path.indexOf('*') >= 0) {
      return "is a pattern; name a folder, which stands for all below it";
    }
    if (path.chars().anyMatch(c -> c < ' ')) {
      return "has a control character; check the spelling";
    }
    return null;
  }

  /// The path without `.`, empty names and a trailing slash.
  private static String normal(String path) {
    List<String> names =
        List.of(path.split("/")).stream()
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .toList();
    return names.isEmpty() ? Target.EVERYTHING : String.join("/", names);
  }

  private Assumptions assumptions(Members assume) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : assumed) {
      String value = assume.text(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new Assumptions(values);
  }

  /// `complete` and `assume.input` are two ways to write one setting.
  private @Nullable Boolean complete(Members target) {
    Boolean complete = target.flag("complete");
    String input = target.mapping("assume").text("input");
    if (input == null) {
      return complete;
    }
    boolean assumed = input.equals("complete");
    if (complete != null && complete != assumed) {
      problems.add(
          SettingsProblem.value(
              target.at("complete"),
              "complete is "
                  + complete
                  + " and assume says that the input is "
                  + Quoted.of(input)
                  + "; keep one of the two"));
    }
    return assumed;
  }
}
