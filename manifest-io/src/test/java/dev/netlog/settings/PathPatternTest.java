package dev.netlog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest(name = "{0} takes in {1}: {2}")
  @CsvSource({
    "docs, docs/a/b.yaml, true",
    "docs, docs, true",
    "docs/, docs/a.yaml, true",
    "./docs, docs/a.yaml, true",
    "docs, my/docs/a.yaml, false",
    "docs, docs2/a.yaml, false",
    "legacy/**, legacy/a/b.yaml, true",
    "legacy/**, legacy2/a.yaml, false",
    "*.yaml, a.yaml, true",
    "*.yaml, b/a.yaml, false",
    "**/*.yaml, b/c/a.yaml, true",
    "**/*.yaml, a.yaml, true",
    "**/test/*, a/test/b/c.yaml, true",
    "a/*/c.yaml, a/b/c.yaml, true",
    "a/*/c.yaml, a/b/d/c.yaml, false",
    "a*c/x, abc/x, true",
    "a*c/x, ab/x, false",
    "., anything/at/all, true",
    "a.yaml, a_yaml, false",
  })
  void aPatternStandsForWholePaths(String pattern, String path, boolean expected) {
    assertThat(PathPattern.of(pattern).takesIn(path)).isEqualTo(expected);
  }

  @Test
  void noPatternTakesLong() {
    PathPattern pattern = PathPattern.of("**/*a".repeat(100) + "*a".repeat(300));
    assertThat(pattern.takesIn("a/".repeat(100) + "a".repeat(600) + "b")).isFalse();
  }
}
