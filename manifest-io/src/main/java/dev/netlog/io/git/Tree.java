package dev.netlog.io.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/// One folder of a commit.
///
/// Names stay bytes as in git, one byte in each character of a string: this distinguishes names
/// that are not UTF-8, and sorts them as git does. [#text] makes them readable.
///
/// Parsed by our own code because trees may be untrusted: git refuses to create entries such as
/// `..`, but not to transport them.
///
/// @param entries by name, in the order of bytes
/// @param refused names that no file can have, and second entries with the same name
record Tree(Map<String, Entry> entries, List<String> refused) {
  /// The largest tree that is read, in bytes; about a million entries.
  static final int LIMIT = 64 * 1024 * 1024;

  private static final int TYPE = 0170000;

  /// The type of an entry.
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    SUBMODULE
  }

  /// What a name in a folder refers to.
  record Entry(Kind kind, ObjectId id) {}

  /// Reads the bytes of a tree object: for each entry the mode in octal digits, a blank, the name,
  /// a zero byte, and the id.
  ///
  /// @throws IOException if the bytes have another form
  static Tree parse(byte[] bytes) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    List<String> refused = new ArrayList<>(0);
    int at = 0;
    while (at < bytes.length) {
      int blank = find(' ', bytes, at);
      int zero = find('\0', bytes, blank + 1);
      int end = zero + 1 + Constants.OBJECT_ID_LENGTH;
      if (end > bytes.length) {
        throw new IOException("a folder's entry is cut off");
      }
      String name = latin1(bytes, blank + 1, zero);
      Entry entry = new Entry(kind(bytes, at, blank), ObjectId.fromRaw(bytes, zero + 1));
      if (!isName(name) || entries.putIfAbsent(name, entry) != null) {
        refused.add(name);
      }
      at = end;
    }
    return new Tree(entries, refused);
  }

  private static int find(char wanted, byte[] bytes, int from) throws IOException {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw new IOException("a folder's entry is cut off");
  }

  private static Kind kind(byte[] bytes, int from, int to) throws IOException {
    int mode = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '7' || mode > TYPE) {
        throw new IOException("a folder's entry has no mode");
      }
      mode = mode * 8 + bytes[i] - '0';
    }
    return switch (mode & TYPE) {
      case 0100000 -> Kind.FILE;
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.LINK;
      case 0160000 -> Kind.SUBMODULE;
      default -> throw new IOException("a folder's entry has the unknown mode " + mode);
    };
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0;
  }

  /// A name or path in the user's encoding.
  static String text(String name) {
    return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// A name or path in the form that trees hold.
  static String name(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String latin1(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
