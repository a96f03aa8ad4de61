import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes the scripts that start a packaged program: one inside its image, one for an installation
/// that keeps the image in `lib`, so that its `java` never gets onto a user's `PATH`.
///
/// @param name the name of the program
/// @param main its module and main class, as `java -m` takes them
/// @param options of the Java runtime, separated by spaces
/// @param hasSettingsCache whether there is a second cache for runs with settings
record StartScripts(String name, String main, String options, boolean hasSettingsCache) {
  private static final String GUESS =
      """
      # A run with settings needs many more classes, so it has a cache of its own, which would slow
      # the others down. This guesses which run it will be; a wrong guess costs time, nothing else.
      case ${1-} in
        lint | coverage | fix)
          here=$PWD
          until [ -e "$here/.netlog.yaml" ] || [ -e "$here/.git" ] || [ -z "$here" ]; do
            case $here in */*) here=${here%%/*} ;; *) here= ;; esac
          done
          [ -e "$here/.netlog.yaml" ] && aot=%1$s-settings
          case " $* " in *' --config'*) aot=%1$s-settings ;; esac
          ;;
      esac
      """;

  private static final String BECOME =
      """
      # Becomes %1$s. Read by a script that sets bin to the folder of this image's java. The options
      # are the ones that the cache was made with; NETLOG_JAVA_OPTIONS is for those of the machine,
      # as a larger heap, and wins.
      # Each of these variables makes Java print a line or load other classes than ours.
      unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS _JAVA_LAUNCHER_DEBUG CLASSPATH
      # Java reads file names in the character set of the locale; they are UTF-8 everywhere.
      LC_ALL=C.UTF-8
      # Java cannot tell which of its streams are terminals.
      NETLOG_TERMINALS=
      [ -t 1 ] && NETLOG_TERMINALS=out
      [ -t 2 ] && NETLOG_TERMINALS=$NETLOG_TERMINALS,err
      export LC_ALL NETLOG_TERMINALS
      aot=%1$s
      %2$sexec "$bin/java" %3$s -XX:AOTCache="$bin/../lib/$aot.aot" ${NETLOG_JAVA_OPTIONS-} -m %4$s "$@"
      """;

  private static final String FIND =
      """
      #!/bin/sh
      self=$0
      while [ -h "$self" ]; do
        link=$(readlink "$self")
        case $link in
          /*) self=$link ;;
          *) case $self in */*) self=${self%%/*}/$link ;; *) self=$link ;; esac ;;
        esac
      done
      case $self in */*) bin=${self%%/*} ;; *) bin=. ;; esac
      %2$s. "$bin/../lib/%1$s.sh"
      """;

  /// For Windows, where there are no symbolic links to follow and no second cache to choose.
  private static final String WINDOWS =
      """
      @echo off
      setlocal
      set JAVA_TOOL_OPTIONS=
      set _JAVA_OPTIONS=
      set JDK_JAVA_OPTIONS=
      set _JAVA_LAUNCHER_DEBUG=
      set CLASSPATH=
      set "image=%%~dp0..\\lib\\%1$s"
      "%%image%%\\bin\\java.exe" %2$s "-XX:AOTCache=%%image%%\\lib\\%1$s.aot" %%NETLOG_JAVA_OPTIONS%% -m %3$s %%*
      """;

  /// Writes `lib/NAME.sh` and `bin/NAME` below `image`, and the scripts of an installation into the
  /// folder `installed`.
  void write(Path image, Path installed) throws IOException {
    var guess = hasSettingsCache ? GUESS.formatted(name) : "";
    Files.writeString(
        image.resolve("lib").resolve(name + ".sh"), BECOME.formatted(name, guess, options, main));
    writeProgram(image.resolve("bin").resolve(name), FIND.formatted(name, ""));
    Files.createDirectories(installed);
    if (System.getProperty("os.name").startsWith("Windows")) {
      Files.writeString(
          installed.resolve(name + ".cmd"),
          WINDOWS.formatted(name, options, main).replace("\n", "\r\n"));
    } else {
      writeProgram(
          installed.resolve(name), FIND.formatted(name, "bin=$bin/../lib/" + name + "/bin\n"));
    }
  }

  private static void writeProgram(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
