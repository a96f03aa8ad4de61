package dev.netlog.cli.nativebinary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;

/// Loads the program and its libraries anew, with a call of [AccessRecorder] before each call that
/// finds a class, a member, a service or a resource by name.
final class RecordingLoader extends ClassLoader {
  /// What a native binary answers only for names that it was told of when it was built.
  static final Map<String, Set<String>> LOOKUPS =
      Map.of(
          "java.lang.Class",
          Set.of(
              "forName",
              "getConstructor",
              "getConstructors",
              "getDeclaredConstructor",
              "getDeclaredConstructors",
              "getDeclaredField",
              "getDeclaredFields",
              "getDeclaredMethod",
              "getDeclaredMethods",
              "getField",
              "getFields",
              "getMethod",
              "getMethods",
              "getRecordComponents",
              "getResource",
              "getResourceAsStream",
              "newInstance"),
          "java.lang.ClassLoader",
          Set.of("getResource", "getResourceAsStream", "getResources", "loadClass"),
          "java.util.ResourceBundle",
          Set.of("getBundle"),
          "java.util.ServiceLoader",
          Set.of("load", "loadInstalled"),
          "java.lang.reflect.Proxy",
          Set.of("newProxyInstance"),
          "java.lang.invoke.MethodHandles$Lookup",
          Set.of("findClass", "findConstructor", "findGetter", "findStatic", "findVirtual"));

  private static final ClassDesc RECORDER = ClassDesc.of(AccessRecorder.class.getName());

  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(RecordingLoader.class.getClassLoader())
                  .cached()));

  RecordingLoader() {
    super(RecordingLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(AccessRecorder.class.getName()) || !isOfTheProgram(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private static boolean isOfTheProgram(String name) {
    return !name.startsWith("java.")
        && !name.startsWith("javax.")
        && !name.startsWith("jdk.")
        && !name.startsWith("sun.")
        && !name.startsWith("com.sun.");
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = rewritten(name, in.readAllBytes());
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] rewritten(String name, byte[] code) {
    var model = classFile.parse(code);
    // A class without stack maps, as picocli's, does not say where it jumps to. Reading all
    // instructions tells, so that the second reading finds the labels of jumps backwards too.
    model.methods().forEach(method -> method.code().ifPresent(all -> all.forEach(element -> {})));
    return classFile.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method) {
            String caller = name + "." + method.methodName().stringValue();
            builder.transformMethod(method, MethodTransform.transformingCode(recording(caller)));
          } else {
            builder.with(element);
          }
        });
  }

  private static CodeTransform recording(String caller) {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call) {
        String owner = call.owner().asInternalName().replace('/', '.');
        String method = call.name().stringValue();
        if (LOOKUPS.getOrDefault(owner, Set.of()).contains(method)) {
          code.loadConstant(
              caller + " -> " + owner.substring(owner.lastIndexOf('.') + 1) + "." + method);
          code.invokestatic(
              RECORDER,
              "record",
              MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
        }
      }
      code.with(element);
    };
  }
}
