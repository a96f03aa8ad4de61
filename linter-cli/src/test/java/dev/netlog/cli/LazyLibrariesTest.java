package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program runs without the libraries that are slow to load, unless there are settings to read.
final class LazyLibrariesTest {
  @TempDir Path folder;

  @Test
  void withoutSettingsNothingIsLoadedThatReadsThem() throws Exception {
    Run.file(folder, "x.yaml", Run.DEFECT);
    assertThat(lint()).contains("ovn-unknown-severity");
    Run.file(folder, ".netlog.yaml", "fail-on: never");
    assertThatThrownBy(this::lint).hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  /// Runs `lint` in a class loader that has neither the schema library nor Jackson.
  private String lint() throws Exception {
    try (URLClassLoader program =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> consoleClass = program.loadClass("dev.netlog.cli.command.Console");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Object console =
          consoleClass.getConstructors()[0].newInstance(
              folder,
              Map.of(),
              InputStream.nullInputStream(),
              out,
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
              false,
              false);
      Class<?> catalogClass = program.loadClass("dev.netlog.catalog.RuleCatalog");
      program
          .loadClass("dev.netlog.cli.command.CommandTree")
          .getMethod("run", catalogClass, List.class, consoleClass)
          .invoke(
              null,
              catalogClass.getMethod("standard").invoke(null),
              List.of("lint", "x.yaml"),
              console);
      return out.toString(StandardCharsets.UTF_8);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static URL[] classPath() throws IOException {
    List<URL> entries = new ArrayList<>();
    int left = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.contains("json-schema-validator") || entry.contains("jackson")) {
        left++;
      } else {
        entries.add(new File(entry).toURI().toURL());
      }
    }
    assertThat(left).as("libraries left out").isGreaterThanOrEqualTo(3);
    return entries.toArray(URL[]::new);
  }
}
