package dev.netlog.settings;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refuses oversized settings before other checks, so that those need little time and stack.
final class SettingsLimits {
  static final int DEPTH = 32;

  /// Limits the size that aliases can expand to: each alias counts the values it stands for.
  static final int VALUES = 50_000;

  private static final int DIGITS = 64;

  private int values;

  private SettingsLimits() {}

  /// The first value that exceeds a limit, or an empty list.
  static List<SettingsProblem> problems(Value file) {
    SettingsProblem problem = new SettingsLimits().problem(file, JsonPointer.ROOT, 0);
    return problem == null ? List.of() : List.of(problem);
  }

  private @Nullable SettingsProblem problem(Value value, JsonPointer here, int depth) {
    values++;
    if (values > VALUES) {
      return SettingsProblem.value(
          here, "the file holds more than " + VALUES + " values; remove aliases or entries");
    }
    if (depth > DEPTH) {
      return SettingsProblem.value(
          here,
          "nested deeper than "
              + DEPTH
              + " levels, which no setting needs; remove the inner levels");
    }
    return switch (value) {
      case Value.Numeral(String literal) when literal.length() > DIGITS || hasLongPower(literal) ->
          SettingsProblem.value(
              here, "the number is too long for any setting; write a shorter one");
      case Value.Mapping(Map<String, Value> members) -> members(members, here, depth);
      case Value.Sequence(List<Value> items) -> items(items, here, depth);
      case Value.Null _, Value.Bool _, Value.Numeral _, Value.Text _ -> null;
    };
  }

  private @Nullable SettingsProblem members(
      Map<String, Value> members, JsonPointer here, int depth) {
    for (Map.Entry<String, Value> member : members.entrySet()) {
      SettingsProblem found = problem(member.getValue(), here.child(member.getKey()), depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable SettingsProblem items(List<Value> items, JsonPointer here, int depth) {
    for (int i = 0; i < items.size(); i++) {
      SettingsProblem found = problem(items.get(i), here.child(i), depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// A few characters can mean a billion digits: `1e999999999`.
  private static boolean hasLongPower(String literal) {
    int power = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    return power >= 0 && literal.length() - power > "e+308".length();
  }
}
