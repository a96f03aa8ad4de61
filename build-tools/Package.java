import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes a program of a class path: a folder that holds a Java runtime with the program inside, a
/// cache of its loaded and linked classes, and a start script. The folder can be moved.
///
/// All jars become one module, because a module inside the runtime image starts fastest, and
/// because no jar can then change behind the back of the cache.
///
/// Usage: `java Package.java --KEY VALUE…`, see [#main]. Started by Maven under the JDK of the
/// build.
final class Package {
  /// Multi-release classes up to this release are used.
  private static final int RELEASE = Runtime.version().feature();

  private final Path source;
  private final String name;
  private final String module;
  private final String mainClass;
  private final Path image;
  private final Path work;
  private final List<Path> classPath;
  private final List<String> directives;
  private final List<String> services;
  private final List<String> options;
  private final Path trainingFiles;
  private final List<Path> settingsFiles;
  private final List<String> trainingArguments;
  private final String trainingExpects;

  private Package(Map<String, String> settings) {
    source = Path.of(required(settings, "source"));
    name = required(settings, "name");
    module = required(settings, "module");
    mainClass = required(settings, "main");
    image = Path.of(required(settings, "image"));
    work = image.resolveSibling(image.getFileName() + "-work");
    classPath =
        Stream.of(required(settings, "classpath").split(File.pathSeparator)).map(Path::of).toList();
    directives = words(required(settings, "directives"), ";");
    services = words(required(settings, "services"), "\\s+");
    options = words(required(settings, "options"), "\\s+");
    trainingFiles = Path.of(required(settings, "training-files"));
    settingsFiles =
        words(required(settings, "training-settings"), "\\s+").stream().map(Path::of).toList();
    trainingArguments = words(required(settings, "training-arguments"), "\\s+");
    trainingExpects = required(settings, "training-expects");
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException("unknown settings: " + settings.keySet());
    }
  }

  /// Arguments: this `source` file, `name` of the program, its `module`, its `main` class, the
  /// `classpath`, the `image` folder to write, module `directives` (separated by `;`), the
  /// `services` whose providers in the jars are those of the module, `options` of the Java runtime,
  /// and the `training-files` on which a run with the `training-arguments` shows which classes a
  /// usual run needs; with the files of `training-settings` beside them, a second run shows what
  /// one with settings needs. `services` and `training-settings` may be `-` for none.
  public static void main(String[] arguments) throws Exception {
    var settings = new TreeMap<String, String>();
    for (var i = 0; i < arguments.length; i += 2) {
      settings.put(arguments[i], arguments[i + 1]);
    }
    try {
      new Package(settings).run();
    } catch (Failure e) {
      System.err.println("packaging failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException {
    var inputs = digestOfInputs();
    var stamp = image.resolve("inputs");
    if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
      return;
    }
    delete(work);
    Files.createDirectories(work);
    var classes = work.resolve("module");
    var runtime = work.resolve("image");
    merge(classes, runtime.resolveSibling("legal"));
    OldClasses.raise(classes);
    Bootstraps.writeOut(classes);
    compileModule(classes);
    link(classes, runtime);
    moveInto(work.resolve("legal"), runtime.resolve("legal").resolve(name));
    new StartScripts(
            name, module + "/" + mainClass, String.join(" ", options), !settingsFiles.isEmpty())
        .write(runtime, runtime.resolve("installed"));
    train(runtime, name, List.of(trainingFiles));
    for (var folder : settingsFiles) {
      train(runtime, name + "-settings", List.of(trainingFiles, folder));
    }
    Files.writeString(runtime.resolve("inputs"), inputs);
    if (Files.exists(image)) {
      Files.move(image, work.resolve("old"));
    }
    Files.move(runtime, image);
    delete(work);
  }

  // The module

  private void merge(Path target, Path legal) throws IOException {
    Files.createDirectories(target);
    Files.createDirectories(legal);
    var owners = new HashMap<String, Path>();
    for (var entry : classPath) {
      if (Files.isDirectory(entry)) {
        mergeTree(entry, entry, target, legal, owners);
      } else {
        try (var jar = FileSystems.newFileSystem(entry, Map.of("releaseVersion", "" + RELEASE))) {
          mergeTree(entry, jar.getPath("/"), target, legal, owners);
        }
      }
    }
  }

  private static void mergeTree(
      Path owner, Path root, Path target, Path legal, Map<String, Path> owners) throws IOException {
    for (var file : filesBelow(root)) {
      var path = root.relativize(file).toString().replace('\\', '/');
      if (path.startsWith("META-INF/")) {
        if (path.matches("META-INF/(LICENSE|NOTICE)[^/]*")) {
          copy(file, legal.resolve(owner.getFileName() + "-" + file.getFileName()));
        }
      } else if (path.equals("about.html")) {
        copy(file, legal.resolve(owner.getFileName() + "-about.html"));
      } else if (path.contains("/")
          && !path.startsWith("OSGI-INF/")
          && !path.endsWith("module-info.class")) {
        var other = owners.put(path, owner);
        if (other != null) {
          throw new Failure(path + " is both in " + other + " and in " + owner);
        }
        copy(file, target.resolve(path));
      }
    }
  }

  private void compileModule(Path classes) throws IOException {
    var source = classes.resolve("module-info.java");
    var all = new ArrayList<>(directives);
    var found = services.isEmpty() ? Map.<String, List<String>>of() : providers();
    for (var service : found.keySet()) {
      all.add("uses " + service.replace('$', '.'));
    }
    for (var service : services) {
      if (!found.containsKey(service)) {
        throw new Failure("no jar provides " + service);
      }
      all.add(
          "provides "
              + service.replace('$', '.')
              + " with "
              + String.join(", ", found.get(service)));
    }
    Files.writeString(
        source, "open module " + module + " {\n  " + String.join(";\n  ", all) + ";\n}\n");
    runTool("javac", "-d", classes.toString(), "--release", "" + RELEASE, source.toString());
    Files.delete(source);
  }

  /// Providers by service, as the jars name them in files that nothing reads inside of a module.
  private Map<String, List<String>> providers() throws IOException {
    var providers = new TreeMap<String, List<String>>();
    for (var entry : classPath) {
      if (Files.isRegularFile(entry)) {
        try (var jar = FileSystems.newFileSystem(entry)) {
          var folder = jar.getPath("/META-INF/services");
          for (var file : Files.exists(folder) ? filesBelow(folder) : List.<Path>of()) {
            var names =
                providers.computeIfAbsent("" + file.getFileName(), key -> new ArrayList<>());
            for (var line : Files.readAllLines(file)) {
              names.addAll(words(line.replaceFirst("#.*", "").replace('$', '.'), "\\s+"));
            }
          }
        }
      }
    }
    return providers;
  }

  private void link(Path classes, Path runtime) {
    runTool(
        "jlink",
        "--module-path",
        classes.toString(),
        "--add-modules",
        module,
        "--output",
        runtime.toString(),
        // The archive is compressed as a whole, which is smaller than compressed classes in it.
        "--compress",
        "zip-0",
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages");
  }

  private static void runTool(String tool, String... arguments) {
    var provider =
        ToolProvider.findFirst(tool).orElseThrow(() -> new Failure("this JDK has no " + tool));
    var output = new ByteArrayOutputStream();
    var stream = new PrintStream(output, true);
    if (provider.run(stream, stream, arguments) != 0) {
      throw new Failure(tool + " " + String.join(" ", arguments) + "\n" + output);
    }
  }

  // The cache

  private void train(Path runtime, String cacheName, List<Path> folders)
      throws IOException, InterruptedException {
    var cache = runtime.resolve("lib").resolve(cacheName + ".aot").toAbsolutePath();
    var files = Files.createTempDirectory(name + "-training");
    try {
      for (var folder : folders) {
        for (var file : filesBelow(folder)) {
          copy(file, files.resolve(folder.relativize(file).toString()));
        }
      }
      var trained = runProgram(runtime, files, "-XX:AOTCacheOutput=" + cache);
      if (!Files.exists(cache)) {
        throw new Failure("the training run wrote no cache:\n" + trained.output());
      }
      var used = runProgram(runtime, files, "-XX:AOTMode=on", "-XX:AOTCache=" + cache);
      if (used.exitCode() != trained.exitCode()) {
        throw new Failure(
            "with the cache, the program ends with %d instead of %d:%n%s"
                .formatted(used.exitCode(), trained.exitCode(), used.output()));
      }
    } finally {
      delete(files);
    }
  }

  private record Run(int exitCode, String output) {}

  private Run runProgram(Path runtime, Path directory, String... cacheOptions)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(runtime.resolve("bin").resolve("java").toAbsolutePath().toString());
    command.addAll(options);
    command.addAll(List.of(cacheOptions));
    command.addAll(List.of("-m", module + "/" + mainClass));
    command.addAll(trainingArguments);
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    var log = work.resolve("training.log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var exitCode = builder.start().waitFor();
    var output = Files.readString(log);
    // 1 means findings, but also that Java found no main class, hence the expected text.
    if (exitCode > 1 || !output.contains(trainingExpects)) {
      throw new Failure(
          "%s%nended with %d:%n%s".formatted(String.join(" ", command), exitCode, output));
    }
    return new Run(exitCode, output);
  }

  // Files

  /// Changes with everything that goes into the image.
  private String digestOfInputs() throws IOException {
    var digest = sha256();
    update(digest, Runtime.version().toString(), System.getProperty("os.arch"), module, mainClass);
    update(digest, directives.toString(), services.toString(), options.toString());
    update(digest, trainingArguments.toString());
    var entries = new ArrayList<>(classPath);
    entries.add(trainingFiles);
    entries.addAll(settingsFiles);
    try (Stream<Path> sources = Files.list(source.toAbsolutePath().getParent())) {
      entries.addAll(sources.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
    for (var entry : entries) {
      for (var file : Files.isDirectory(entry) ? filesBelow(entry) : List.of(entry)) {
        if (Files.isRegularFile(file)) {
          update(digest, file.getFileName().toString());
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String... texts) {
    Arrays.stream(texts).forEach(text -> digest.update((text + "\0").getBytes()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void moveInto(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  private static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  // Settings

  private static String required(Map<String, String> settings, String key) {
    var value = settings.remove("--" + key);
    if (value == null) {
      throw new IllegalArgumentException("setting " + key + " is missing");
    }
    return value.strip();
  }

  private static List<String> words(String text, String separator) {
    return Stream.of(text.split(separator))
        .map(String::strip)
        .filter(word -> !word.isEmpty() && !word.equals("-"))
        .toList();
  }

  private static final class Failure extends RuntimeException {
    Failure(String message) {
      super(message);
    }
  }
}
