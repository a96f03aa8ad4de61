package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColorChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "ALWAYS, NO_COLOR=1,                  false, ANSI",
    "NEVER,  CLICOLOR_FORCE=1 CI=true,    true,  PLAIN",
    "AUTO,   '',                          true,  ANSI",
    "AUTO,   '',                          false, PLAIN",
    "AUTO,   NO_COLOR=1 CLICOLOR_FORCE=1, true,  PLAIN",
    "AUTO,   NO_COLOR= ,                  true,  ANSI",
    "AUTO,   NO_COLOR=1 CI=true,          true,  PLAIN",
    "AUTO,   CLICOLOR_FORCE=1 CI=false,   false, ANSI",
    "AUTO,   CLICOLOR_FORCE=0,            false, PLAIN",
    "AUTO,   CI=true,                     false, ANSI",
    "AUTO,   CI=false,                    false, PLAIN",
    "AUTO,   CI=false,                    true,  ANSI",
    "AUTO,   TERM=dumb,                   true,  PLAIN",
  })
  void theStrongerWishWins(
      ColorChoice choice, String variables, boolean terminal, Palette expected) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.strip().split(" ", -1)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    assertThat(choice.palette(environment, () -> terminal)).isEqualTo(expected);
  }

  @Test
  void theTerminalIsOnlyAskedWhereItDecides() {
    assertThat(
            ColorChoice.AUTO.palette(
                Map.of("NO_COLOR", "1"),
                () -> {
                  throw new AssertionError("asked");
                }))
        .isEqualTo(Palette.PLAIN);
  }
}
