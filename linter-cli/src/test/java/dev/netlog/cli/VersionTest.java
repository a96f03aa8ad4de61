package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class VersionTest {
  @Test
  void theProgramSaysTheVersionOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("..", "pom.xml"));
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
    assertThat(version.find()).isTrue();
    assertThat(Version.NUMBER).isEqualTo(version.group(1));
  }
}
