package dev.netlog.io.git;

import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// The objects and settings of a repository, open for reading.
///
/// Nothing is executed and nothing is written. JGit does not check who owns the files, as git does
/// (`safe.directory`); that is not needed for reading. Objects of another repository on this
/// machine (`objects/info/alternates`) are read as git reads them, because clones that share
/// objects would be unreadable otherwise. Replaced objects (`refs/replace`) are not looked up.
///
/// Safe for use by several threads.
final class ObjectStore implements AutoCloseable {
  private final Repository repository;

  private ObjectStore(Repository repository) {
    this.repository = repository;
  }

  /// Opens the repository with this git directory and this work tree.
  static ObjectStore open(Path gitDirectory, Path root) throws ComparisonException {
    QuietSystem.install();
    try {
      // The index and the work tree are not needed, so it is opened as bare.
      Repository repository =
          Damage.contained(
              () -> new FileRepositoryBuilder().setGitDir(gitDirectory.toFile()).setBare().build());
      ObjectStore store = new ObjectStore(repository);
      store.checkFormat(root);
      return store;
    } catch (IOException e) {
      throw new ComparisonException(
          "the git repository at "
              + Quoted.of(root.toString())
              + " cannot be opened ("
              + e.getMessage()
              + "); see what git status says there",
          e);
    }
  }

  private void checkFormat(Path root) throws ComparisonException {
    String format = settings().getString("extensions", null, "objectFormat");
    if (format != null && !format.toLowerCase(Locale.ROOT).equals("sha1")) {
      close();
      throw new ComparisonException(
          "the git repository at "
              + Quoted.of(root.toString())
              + " names its objects by "
              + Quoted.of(format)
              + ", and only sha1 can be read; check both commits out, and use --base-path");
    }
  }

  Repository repository() {
    return repository;
  }

  Config settings() {
    return repository.getConfig();
  }

  /// The commits at which a shallow clone ends; empty if the history is complete.
  Set<ObjectId> shallowCommits() throws IOException {
    return Damage.contained(() -> repository.getObjectDatabase().getShallowCommits());
  }

  /// Reads objects, for one thread.
  StoredObjects objects() {
    return new StoredObjects(repository.newObjectReader());
  }

  /// The message for an object that cannot be read.
  ///
  /// @param what the subject of the sentence
  ComparisonException problem(String what, IOException cause) {
    if (cause instanceof MissingObjectException) {
      boolean partial = Remotes.of(settings()).isPartialClone();
      String next =
          partial
              ? " is not in this clone, which was made with a filter; run "
                  + Remotes.of(settings()).refetch()
              : " is missing in this repository; run git fsck";
      return new ComparisonException(what + next, cause);
    }
    return new ComparisonException(
        what + " cannot be read (" + cause.getMessage() + "); run git fsck", cause);
  }

  @Override
  public void close() {
    repository.close();
  }
}
