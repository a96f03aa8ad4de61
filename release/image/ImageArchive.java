import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes OCI archives of both programs from their release archives, on an empty base: the program
/// with its Java, and of this machine the C library and `/bin/sh`, which the start script needs.
///
/// Usage: `java ImageArchive.java FOLDER VERSION PLATFORM`, where the folder holds the archives and
/// gets the images.
final class ImageArchive {
  /// A user without rights; `manifests` name it too.
  private static final String USER = "65532:65532";

  private static final Instant TIME = Instant.EPOCH.plusSeconds(1);
  private static final FilePermissions RUN = FilePermissions.fromOctalString("755");
  private static final FilePermissions READ = FilePermissions.fromOctalString("644");

  private final Path folder;
  private final String version;
  private final String platform;
  private final Path work;

  private ImageArchive(Path folder, String version, String platform, Path work) {
    this.folder = folder;
    this.version = version;
    this.platform = platform;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    if (!arguments[2].startsWith("linux-")) {
      System.out.println("images are for Linux, so none is made on " + arguments[2]);
      return;
    }
    var work = Files.createTempDirectory("netlog-image");
    try {
      var archive = new ImageArchive(Path.of(arguments[0]), arguments[1], arguments[2], work);
      archive.make("netlog", Set.of());
      archive.make("netlog-webhook", Set.of(8443, 8080));
    } finally {
      run("rm", "-rf", work.toString());
    }
  }

  private void make(String program, Set<Integer> ports) throws Exception {
    var name = program + "-" + version + "-" + platform;
    run("tar", "-xzf", folder.resolve(name + ".tar.gz").toString(), "-C", work.toString());
    var tree = work.resolve(name);
    var image =
        Jib.fromScratch()
            .setFormat(ImageFormat.OCI)
            .setPlatforms(
                Set.of(new Platform(platform.endsWith("arm64") ? "arm64" : "amd64", "linux")))
            .setCreationTime(TIME)
            .setUser(USER)
            .setWorkingDirectory(AbsoluteUnixPath.get("/work"))
            .addEnvironmentVariable("PATH", "/usr/local/bin:/bin")
            .setEntrypoint("/usr/local/bin/" + program)
            .setFileEntriesLayers(system(tree), program(tree));
    for (var port : ports) {
      image.addExposedPort(Port.tcp(port));
    }
    image.containerize(
        Containerizer.to(
                TarImage.at(folder.resolve(program + "-image-" + version + "-" + platform + ".tar"))
                    .named(program + ":" + version))
            .setOfflineMode(true)
            .setApplicationLayersCache(work.resolve("cache"))
            .setBaseImageLayersCache(work.resolve("base"))
            .setToolName("netlog"));
  }

  private static FileEntriesLayer program(Path tree) throws IOException {
    var layer = FileEntriesLayer.builder().setName("program");
    for (var file : filesBelow(tree)) {
      var path = "/usr/local/" + tree.relativize(file);
      layer.addEntry(
          file, AbsoluteUnixPath.get(path), Files.isExecutable(file) ? RUN : READ, TIME);
    }
    return layer.build();
  }

  /// The C library and the shell, with whatever they and the program load.
  private FileEntriesLayer system(Path tree) throws Exception {
    var layer = FileEntriesLayer.builder().setName("system");
    layer.addEntry(Path.of("/bin/sh").toRealPath(), AbsoluteUnixPath.get("/bin/sh"), RUN, TIME);
    var needing = new TreeSet<Path>(List.of(Path.of("/bin/sh")));
    for (var file : filesBelow(tree)) {
      if (file.toString().endsWith(".so") || file.endsWith("bin/java")) {
        needing.add(file);
      }
    }
    var loaded = new TreeSet<Path>();
    for (var file : needing) {
      libraries(file).stream().filter(library -> !library.startsWith(tree)).forEach(loaded::add);
    }
    for (var library : loaded) {
      layer.addEntry(library.toRealPath(), AbsoluteUnixPath.get(library.toString()), RUN, TIME);
    }
    for (var owner : List.of("libc6", "dash")) {
      var notice = Path.of("/usr/share/doc", owner, "copyright");
      if (Files.exists(notice)) {
        layer.addEntry(notice, AbsoluteUnixPath.get(notice.toString()), READ, TIME);
      }
    }
    text(layer, "/etc/passwd", "netlog:x:65532:65532::/work:/bin/false\n");
    text(layer, "/etc/group", "netlog:x:65532:\n");
    text(layer, "/etc/nsswitch.conf", "hosts: files dns\n");
    directory(layer, "/work", "755");
    directory(layer, "/tmp", "777");
    return layer.build();
  }

  /// Where the loader of this machine finds what a file needs.
  private static Set<Path> libraries(Path file) throws Exception {
    var found = new TreeSet<Path>();
    var lines = Pattern.compile("(?:=>\\s+|^\\s+)(/\\S+) \\(0x", Pattern.MULTILINE);
    lines.matcher(run("ldd", file.toString())).results().forEach(m -> found.add(Path.of(m.group(1))));
    return found;
  }

  private void text(FileEntriesLayer.Builder layer, String path, String text) throws IOException {
    var file = Files.createTempFile(work, "text", "");
    Files.writeString(file, text);
    layer.addEntry(file, AbsoluteUnixPath.get(path), READ, TIME);
  }

  private void directory(FileEntriesLayer.Builder layer, String path, String permissions)
      throws IOException {
    layer.addEntry(
        Files.createTempDirectory(work, "empty"),
        AbsoluteUnixPath.get(path),
        FilePermissions.fromOctalString(permissions),
        TIME);
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }
}
