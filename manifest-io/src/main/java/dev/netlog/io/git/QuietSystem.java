package dev.netlog.io.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps JGit from looking and writing around: it reads no settings but those of the repository,
/// starts no `git` to find more, and writes no probe files.
///
/// By itself JGit finds out how exactly the file system keeps times: it creates files in the
/// repository for up to three seconds, and notes the result in the user's home. A setting says the
/// same, so the settings of the user are replaced by this one.
///
/// Nothing that is needed to read objects stands in settings of the user or the machine, so a run
/// does not depend on them.
final class QuietSystem extends SystemReader.Delegate {
  private static final QuietSystem INSTANCE = new QuietSystem(SystemReader.getInstance());

  private QuietSystem(SystemReader delegate) {
    super(delegate);
  }

  /// Puts it in place, for the whole process: JGit has one.
  static void install() {
    if (SystemReader.getInstance() != INSTANCE) {
      SystemReader.setInstance(INSTANCE);
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new NoFile(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new NoFile(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new NoFile(parent, fs);
  }

  /// Settings that no file holds.
  private static final class NoFile extends FileBasedConfig {
    /// The coarsest of file systems that are in use, FAT; JGit's own assumption where it cannot
    /// measure.
    private static final String RESOLUTION = "2 seconds";

    NoFile(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return section.equals("filesystem") && name.equals("timestampResolution")
          ? RESOLUTION
          : super.getString(section, subsection, name);
    }

    @Override
    public void load() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public void save() {
      throw new UnsupportedOperationException("settings of JGit are not written");
    }
  }
}
