package dev.netlog.cli.report;

import java.util.Map;
import java.util.function.BooleanSupplier;

/// The values of `--color`.
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /// Decides whether an output has colours. In this order: the option,
  /// [NO_COLOR](https://no-color.org), [CLICOLOR_FORCE](https://bixense.com/clicolors/), `CI` (CI
  /// logs show colours although they are no terminal), and whether the output is a terminal.
  ///
  /// @param environment the variables of the process
  /// @param terminal whether the output is a terminal; called only if that decides
  public Palette palette(Map<String, String> environment, BooleanSupplier terminal) {
    return switch (this) {
      case ALWAYS -> Palette.ANSI;
      case NEVER -> Palette.PLAIN;
      case AUTO -> automatic(environment, terminal) ? Palette.ANSI : Palette.PLAIN;
    };
  }

  private static boolean automatic(Map<String, String> environment, BooleanSupplier terminal) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (isOn(environment, "CLICOLOR_FORCE") || isOn(environment, "CI")) {
      return true;
    }
    return !environment.getOrDefault("TERM", "").equals("dumb") && terminal.getAsBoolean();
  }

  private static boolean isOn(Map<String, String> environment, String name) {
    return switch (environment.getOrDefault(name, "")) {
      case "", "0", "false" -> false;
      default -> true;
    };
  }
}
