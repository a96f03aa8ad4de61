import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes below `root`, a folder that holds a whole program.
record ProgramClasses(Path root) {
  /// Their files.
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /// Finds what a class of the program extends, in the program or in Java.
  ClassHierarchyResolver hierarchy() {
    return ClassHierarchyResolver.ofResourceParsing(this::open)
        .orElse(ClassHierarchyResolver.defaultResolver())
        .cached();
  }

  private InputStream open(ClassDesc type) {
    var descriptor = type.descriptorString();
    var file = root.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
