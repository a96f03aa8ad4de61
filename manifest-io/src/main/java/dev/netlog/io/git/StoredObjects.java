package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/// Reads blobs and trees; for one thread.
final class StoredObjects implements AutoCloseable {
  private final ObjectReader reader;

  StoredObjects(ObjectReader reader) {
    this.reader = reader;
  }

  /// The tree with this id.
  Tree tree(ObjectId id) throws IOException {
    return Damage.contained(
        () -> Tree.parse(reader.open(id, Constants.OBJ_TREE).getCachedBytes(Tree.LIMIT)));
  }

  /// The size of a blob in bytes.
  ///
  /// @throws org.eclipse.jgit.errors.MissingObjectException if it is not in this clone
  long size(ObjectId blob) throws IOException {
    return Damage.contained(() -> reader.getObjectSize(blob, Constants.OBJ_BLOB));
  }

  /// The contents of a blob.
  ///
  /// @throws FileBytes.TooLargeException if it is larger than the limit
  byte[] bytes(ObjectId blob, FileBytes limit) throws IOException {
    return Damage.contained(
        () -> {
          ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
          try (InputStream in = loader.openStream()) {
            return limit.read(in);
          }
        });
  }

  @Override
  public void close() {
    reader.close();
  }
}
