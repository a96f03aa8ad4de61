package dev.netlog.io.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Restricts JGit's access to the system: it reads only the settings of the repository, starts no
/// `git` to find others, and writes no probe files.
///
/// By default JGit measures the timestamp resolution of the file system: it creates files in the
/// repository for up to three seconds, and stores the result in the user's home. A setting can give
/// the resolution instead, so this class replaces the user's settings by that one.
///
/// Settings of the user or the machine do not affect the reading of objects, so a run does not
/// depend on them.
final class QuietSystem extends SystemReader.Delegate {
  private static final QuietSystem INSTANCE = new QuietSystem(SystemReader.getInstance());

  private QuietSystem(SystemReader delegate) {
    super(delegate);
  }

  /// Installs it for the whole process: JGit has one system reader.
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

  /// Settings without a file.
  private static final class NoFile extends FileBasedConfig {
    /// The resolution of FAT, the coarsest file system in use; JGit assumes it too if it cannot
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
