import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives class files of old Java releases the version and the stack maps of this one.
///
/// The cache of a packaged program leaves out classes that have no stack maps. picocli, which is
/// published as Java 5, would cost a third of the linter's start so.
final class OldClasses {
  /// The first version whose classes all have stack maps, that of Java 7.
  private static final int WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

  private final ClassFile classFile;

  private OldClasses(ProgramClasses program) {
    this.classFile =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(program.hierarchy()));
  }

  /// Rewrites the old classes below `root`, a folder that holds a whole program.
  static void raise(Path root) throws IOException {
    var program = new ProgramClasses(root);
    var old = new OldClasses(program);
    for (var file : program.files()) {
      old.rewrite(file);
    }
  }

  private void rewrite(Path file) throws IOException {
    var model = classFile.parse(Files.readAllBytes(file));
    if (model.majorVersion() >= WITH_STACK_MAPS) {
      return;
    }
    // A class without stack maps does not say where it jumps to. Reading all instructions tells, so
    // that the second reading finds the labels of jumps backwards too.
    model.methods().forEach(method -> method.code().ifPresent(code -> code.forEach(element -> {})));
    var version = ClassFileVersion.of(ClassFile.latestMajorVersion(), 0);
    Files.write(
        file,
        classFile.transformClass(
            model,
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                .andThen(ClassTransform.dropping(element -> element instanceof ClassFileVersion))
                .andThen(ClassTransform.endHandler(type -> type.with(version)))));
  }
}
