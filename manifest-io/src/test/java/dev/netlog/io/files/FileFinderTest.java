package dev.netlog.io.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFinderTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void inARealFolder() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("work"));
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a: 1\n");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String name, String target) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }

  private FoundFiles find(String... paths) {
    return FileFinder.find(folder, List.of(paths));
  }

  private List<String> found(String... paths) {
    return find(paths).files().stream().map(InputFile::path).toList();
  }

  private List<String> skipped(String... paths) {
    return find(paths).skipped().stream()
        .map(entry -> entry.path() + " " + entry.message().replaceAll("[;:].*", ""))
        .toList();
  }

  @Test
  void manifestsAreKnownByTheirSuffix() throws IOException {
    files(
        "a.yaml",
        "b.yml",
        "c.json",
        "d.YAML",
        "e.txt",
        "yaml",
        "f.yaml.bak",
        "g/h.yaml",
        ".hidden.yaml",
        ".dir/i.yaml");
    assertThat(found("."))
        .containsExactly(
            ".dir/i.yaml", ".hidden.yaml", "a.yaml", "b.yml", "c.json", "d.YAML", "g/h.yaml");
  }

  @Test
  void aNamedFileIsTakenWhateverItIsCalled() throws IOException {
    files("e.txt", "f");
    assertThat(found("e.txt", "f")).containsExactly("e.txt", "f");
    assertThat(find("e.txt").files()).allMatch(InputFile::named);
  }

  @Test
  void whatGitKeepsIsNoManifest() throws IOException {
    files(".git/a.yaml", "sub/.git/b.yaml", "c.yaml");
    assertThat(found(".")).containsExactly("c.yaml");
  }

  @Test
  void ignoreFilesLeaveOutAndTakeBackIn() throws IOException {
    files(
        "a.yaml",
        "b.yaml",
        "out/c.yaml",
        "sub/d.yaml",
        "sub/deep/e.yaml",
        "sub/keep.yaml",
        "x/y/f.yaml");
    write(".gitignore", "b.yaml\nout/\n*.yaml\n!a.yaml\n!sub/**\n/x/y\n");
    write("sub/.gitignore", "d.yaml\n");
    write("sub/.netlogignore", "deep/\n!keep.yaml\n");
    assertThat(found(".")).containsExactly("a.yaml", "sub/keep.yaml");
    assertThat(find(".").ignored()).isEqualTo(5);
  }

  @Test
  void aNetlogignoreComesAfterTheGitignoreBesideIt() throws IOException {
    files("a.yaml", "b.yaml");
    write(".gitignore", "a.yaml\n");
    write(".netlogignore", "!a.yaml\nb.yaml\n");
    assertThat(found(".")).containsExactly("a.yaml");
  }

  @Test
  void ignoreFilesOfTheRepositoryAroundCountAndThoseAboveItDoNot() throws IOException {
    write(".gitignore", "*.yaml\n");
    files("repo/.git/HEAD", "repo/sub/in/a.yaml", "repo/sub/in/b.json");
    write("repo/.gitignore", "b.json\n");
    write("repo/sub/.gitignore", "/in/c.yaml\n");
    files("repo/sub/in/c.yaml");
    assertThat(found("repo/sub/in")).containsExactly("repo/sub/in/a.yaml");
  }

  @Test
  void whatTheUserNamesIsReadThoughItIsIgnored() throws IOException {
    files(".git/HEAD", "out/a.yaml", "out/sub/b.yaml", "c.yaml");
    write(".gitignore", "out/\nc.yaml\n");
    assertThat(found(".")).isEmpty();
    assertThat(found("out/a.yaml", "c.yaml")).containsExactly("c.yaml", "out/a.yaml");
    assertThat(found("out")).containsExactly("out/a.yaml", "out/sub/b.yaml");
    assertThat(found("out/sub")).containsExactly("out/sub/b.yaml");
  }

  @Test
  void linksInsideTheFolderAreFollowedOnce() throws IOException {
    files("real/a.yaml");
    link("z.yaml", "real/a.yaml");
    link("also", "real");
    assertThat(find(".").files()).hasSize(1);
    assertThat(skipped(".")).isEmpty();
  }

  @Test
  void linksThatLeadOutOfTheFolderAreCounted() throws IOException {
    files("in/a.yaml", "outside/b.yaml");
    link("in/b.yaml", "../outside/b.yaml");
    link("in/dir", "../outside");
    link("in/other.txt", "../outside/b.yaml");
    assertThat(found("in")).containsExactly("in/a.yaml");
    assertThat(skipped("in"))
        .containsExactly(
            "in/b.yaml the link leads out of the folder that was named",
            "in/dir the link leads out of the folder that was named");
    assertThat(found("in/dir", "in/b.yaml")).containsExactly("in/dir/b.yaml");
  }

  @Test
  void loopsAndLinksToNowhereAreCounted() throws IOException {
    files("a/b/c.yaml");
    link("a/b/up", "..");
    link("self.yaml", "self.yaml");
    link("gone.yaml", "nowhere");
    link("gone", "nowhere");
    assertThat(found(".")).containsExactly("a/b/c.yaml");
    assertThat(skipped("."))
        .containsExactly(
            "a/b/up the link leads back to a folder it is in",
            "gone.yaml the link leads nowhere",
            "self.yaml the link leads nowhere");
    assertThat(find(".").skipped())
        .anySatisfy(
            entry ->
                assertThat(entry.message())
                    .contains("symbolic links form a loop; remove one of them"));
    assertThat(find("self.yaml").unreadable()).singleElement().asString().contains("form a loop");
  }

  @Test
  void anIgnoredLinkIsNotFollowed() throws IOException {
    files("a.yaml");
    link("gone.yaml", "nowhere");
    write(".netlogignore", "gone.yaml\n");
    assertThat(skipped(".")).isEmpty();
  }

  @Test
  void aFolderThatCannotBeEnteredIsCounted() throws IOException {
    files("a.yaml", "locked/b.yaml");
    Path locked = folder.resolve("locked");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      if (Files.isReadable(locked)) {
        // Permissions do not bind the superuser, so for that user it is a folder like any other.
        assertThat(found(".")).containsExactly("a.yaml", "locked/b.yaml");
      } else {
        assertThat(found(".")).containsExactly("a.yaml");
        assertThat(skipped(".")).containsExactly("locked permission denied");
      }
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aPipeIsCountedAndNotOpened() throws IOException, InterruptedException {
    files("a.yaml");
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe.yaml").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();
    assertThat(found(".")).containsExactly("a.yaml");
    assertThat(skipped(".")).containsExactly("pipe.yaml not a regular file");
  }

  @Test
  void aFileThatVanishesIsAnErrorOfThatFile() throws IOException {
    files("a.yaml");
    InputFile file = find(".").files().getFirst();
    Files.delete(folder.resolve("a.yaml"));
    assertThatThrownBy(() -> new FileBytes(10, InputStream.nullInputStream()).read(file))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(Reasons.of(new NoSuchFileException("a")))
        .isEqualTo("no such file or folder; check the spelling");
  }

  @Test
  void theLimitIsTheLargestSizeThatIsRead() throws IOException {
    write("a.yaml", "12345");
    InputFile file = find("a.yaml").files().getFirst();
    assertThat(new FileBytes(5, InputStream.nullInputStream()).read(file)).hasSize(5);
    assertThatThrownBy(() -> new FileBytes(4, InputStream.nullInputStream()).read(file))
        .isInstanceOf(FileBytes.TooLargeException.class);
  }

  @Test
  void namesMayHoldAnything() throws IOException {
    files(
        "a b.yaml",
        "é😀.yaml",
        "::error::x.yaml",
        "new\nline.yaml",
        "-.yaml",
        "--help.yaml",
        "[x].yaml");
    assertThat(found(".")).hasSize(7).contains("new\nline.yaml", "::error::x.yaml", "é😀.yaml");
    assertThat(found("a b.yaml", "::error::x.yaml", "./-.yaml"))
        .containsExactly("-.yaml", "::error::x.yaml", "a b.yaml");
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
    files("a.yaml", "d/b.yaml");
    assertThat(
            found(
                "a.yaml", "./a.yaml", "d/../a.yaml", folder.resolve("a.yaml").toString(), ".", "d"))
        .containsExactly("a.yaml", "d/b.yaml");
  }

  @Test
  void standardInputIsNamedOnceAndFirst() throws IOException {
    files("a.yaml");
    assertThat(found("a.yaml", "-", "-")).containsExactly("<stdin>", "a.yaml");
  }

  @Test
  void pathsAreRelativeToTheWorkingFolder() throws IOException {
    files("a.yaml", "d/b.yaml");
    files("../x.yaml");
    assertThat(found("./a.yaml", "d//b.yaml", "../x.yaml"))
        .containsExactly("../x.yaml", "a.yaml", "d/b.yaml");
    assertThat(found(folder.toString())).containsExactly("a.yaml", "d/b.yaml");
    assertThat(found("..")).containsExactly("../x.yaml", "a.yaml", "d/b.yaml");
  }

  @Test
  void filesComeInTheOrderOfCodePoints() throws IOException {
    files(
        "b.yaml",
        "B.yaml",
        "a/z.yaml",
        "a.yaml",
        "a-b.yaml",
        "😀.yaml",
        "\uFF5E.yaml",
        "10.yaml",
        "9.yaml");
    assertThat(found("."))
        .containsExactly(
            "10.yaml",
            "9.yaml",
            "B.yaml",
            "a-b.yaml",
            "a.yaml",
            "a/z.yaml",
            "b.yaml",
            "\uFF5E.yaml",
            "😀.yaml");
  }

  @Test
  void whatDoesNotExistIsNamedWithTheNextStep() throws IOException {
    files("a.yaml");
    assertThat(find("missing", "a.yaml/x", "nul\0byte").unreadable())
        .hasSize(3)
        .satisfiesExactly(
            m -> assertThat(m).isEqualTo("missing: no such file or folder; check the spelling"),
            m -> assertThat(m).startsWith("a.yaml/x: ").contains("; check"),
            m -> assertThat(m).contains("this is not a valid path; check the spelling"));
  }
}
