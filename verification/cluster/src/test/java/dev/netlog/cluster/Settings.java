package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Maven tells the tests.
final class Settings {
  /// The repository.
  static final Path ROOT = Path.of(property("netlog.root"));

  /// The Kubernetes that is tested.
  static final String VERSION = property("netlog.kubernetes.version");

  private static final Path TARGET = Path.of(property("netlog.target"));

  private Settings() {}

  /// Whether a folder of binaries that the environment names may hold another version.
  static boolean anyVersion() {
    return Boolean.getBoolean("netlog.kubernetes.any");
  }

  /// Whether golden files are to be written instead of compared.
  static boolean updatesGolden() {
    return System.getProperty("golden.update") != null && System.getenv("CI") == null;
  }

  /// A folder for the files of this run, made if need be.
  static Path folder(String... names) {
    Path folder = TARGET.resolve("kubernetes-" + VERSION);
    for (String name : names) {
      folder = folder.resolve(name);
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by Maven, which sets " + name);
    }
    return value;
  }
}
