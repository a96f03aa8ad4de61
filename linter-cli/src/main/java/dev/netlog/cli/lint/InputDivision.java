package dev.netlog.cli.lint;

import dev.netlog.io.files.InputFile;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Divides files into groups if several folders hold an object of the same identity, as with
/// several clusters in one repository. A group is the largest folder that holds each identity once.
///
/// Files directly in a divided folder belong to each group below it. Files that a kustomization of
/// a group names belong to that group, so that a base is read with each overlay. Two objects of one
/// identity in the same folder divide nothing.
final class InputDivision {
  /// The maximum number of objects that are judged again in another group; they take about 15
  /// seconds. Beyond it a folder stays undivided, or a base is not read with an overlay. Otherwise
  /// the cost of many shared files above many folders would be their product.
  private static final long MOST_SHARED = 100_000;

  private final Path workingDirectory;
  private final List<Manifest> manifests;
  private final Folder top;
  private final Map<String, Home> homes = new HashMap<>();
  private final Map<Path, Manifest> byPath = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private long shared;

  /// The folder of a file.
  ///
  /// @param index its position in the order of reports
  private record Home(Folder folder, int index) {}

  /// The identity of an object, independent of its version.
  private record Identity(GroupKind kind, String namespace, String name) {
    static Identity of(Resource resource) {
      return new Identity(
          resource.id().groupKind(), Names.namespace(resource), resource.id().name());
    }
  }

  /// A group that is being built.
  ///
  /// @param files by their position in the order of reports
  /// @param own whether files of its folder contain objects
  private record Draft(Folder folder, SortedMap<Integer, Manifest> files, boolean own) {}

  private InputDivision(Path workingDirectory, List<Manifest> manifests) {
    this.workingDirectory = workingDirectory;
    this.manifests = manifests;
    Path root = workingDirectory.getRoot();
    this.top = Folder.top(root == null ? workingDirectory : root);
  }

  /// The groups, in the order of their folders; a single group if the files are not divided.
  ///
  /// @param workingDirectory absolute; paths of files are relative to it
  static List<FileGroup> of(Path workingDirectory, List<Manifest> manifests) {
    InputDivision division = new InputDivision(workingDirectory.normalize(), manifests);
    division.arrange();
    division.divide();
    if (!division.top.isDivided()) {
      return List.of(new FileGroup(".", manifests));
    }
    division.bound(division.top);
    division.collect(division.top, List.of());
    return division.groups();
  }

  private void arrange() {
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      Path path = absolute(manifest);
      Path parent = path == null ? null : path.getParent();
      Folder folder = parent == null ? top : top.at(parent);
      folder.files().add(manifest);
      homes.put(manifest.path(), new Home(folder, i));
      if (path != null) {
        byPath.put(path, manifest);
      }
    }
  }

  /// Null for standard input.
  private @Nullable Path absolute(Manifest manifest) {
    return manifest.path().equals(InputFile.STANDARD_INPUT)
        ? null
        : workingDirectory.resolve(manifest.path()).normalize();
  }

  /// Folders with the same identity are visited in an order in which neighbours share every folder
  /// that any two of them share.
  private void divide() {
    Map<Identity, Folder> met = new HashMap<>();
    top.forEach(
        folder -> {
          for (Manifest manifest : folder.files()) {
            for (Resource resource : manifest.resources()) {
              if (!resource.id().name().isEmpty()) {
                Folder before = met.put(Identity.of(resource), folder);
                if (before != null && before != folder) {
                  folder.divideFrom(before);
                }
              }
            }
          }
        });
  }

  /// Joins a folder whose files would be judged too often.
  ///
  /// @return the number of groups below it
  private int bound(Folder folder) {
    if (!folder.isDivided()) {
      return 1;
    }
    int below = 0;
    for (Folder inner : folder.folders()) {
      below += bound(inner);
    }
    long more = (long) relevant(folder.files()) * below;
    if (shared + more > MOST_SHARED) {
      folder.join();
      return 1;
    }
    shared += more;
    return below;
  }

  private static int relevant(Collection<Manifest> files) {
    return files.stream().mapToInt(manifest -> manifest.resources().size()).sum();
  }

  private void collect(Folder folder, List<Manifest> above) {
    if (folder.isDivided()) {
      List<Manifest> around = new ArrayList<>(above);
      around.addAll(folder.files());
      folder.folders().forEach(inner -> collect(inner, around));
      return;
    }
    SortedMap<Integer, Manifest> files = new TreeMap<>();
    folder.forEach(each -> each.files().forEach(file -> files.put(home(file).index(), file)));
    boolean own = relevant(files.values()) > 0;
    List<Manifest> kustomizations = new ArrayList<>(files.values());
    kustomizations.removeIf(manifest -> manifest.kustomized().isEmpty());
    above.forEach(file -> files.put(home(file).index(), file));
    named(kustomizations, files);
    drafts.add(new Draft(folder, files, own));
  }

  /// Adds files that kustomizations name, directly or through other kustomizations.
  private void named(List<Manifest> kustomizations, Map<Integer, Manifest> files) {
    List<Manifest> open = new ArrayList<>(kustomizations);
    while (!open.isEmpty()) {
      Manifest kustomization = open.removeLast();
      Path folder = home(kustomization).folder().path();
      for (String name : kustomization.kustomized()) {
        for (Manifest manifest : at(folder, name)) {
          boolean few = shared + manifest.resources().size() <= MOST_SHARED;
          if (few && files.putIfAbsent(home(manifest).index(), manifest) == null) {
            shared += manifest.resources().size();
            open.add(manifest);
          }
        }
      }
    }
  }

  /// A file, or the files directly in a folder.
  private List<Manifest> at(Path folder, String name) {
    try {
      Path path = folder.resolve(name).normalize();
      Manifest manifest = byPath.get(path);
      Folder named = top.find(path);
      return manifest != null ? List.of(manifest) : named == null ? List.of() : named.files();
    } catch (InvalidPathException e) {
      // A URL may not be a valid path.
      return List.of();
    }
  }

  /// The groups with objects of their own. A base whose files are all judged elsewhere is not a
  /// group.
  private List<FileGroup> groups() {
    List<Draft> kept = drafts.stream().filter(Draft::own).toList();
    int[] uses = new int[manifests.size()];
    kept.forEach(draft -> draft.files().keySet().forEach(file -> uses[file]++));
    List<FileGroup> groups = new ArrayList<>();
    for (Draft draft : kept) {
      boolean elsewhere =
          draft.files().entrySet().stream()
              .allMatch(file -> file.getValue().resources().isEmpty() || uses[file.getKey()] > 1);
      if (elsewhere) {
        draft.files().keySet().forEach(file -> uses[file]--);
      } else {
        groups.add(group(draft));
      }
    }
    return groups;
  }

  private FileGroup group(Draft draft) {
    String path = workingDirectory.relativize(draft.folder().path()).toString().replace('\\', '/');
    return new FileGroup(path.isEmpty() ? "." : path, List.copyOf(draft.files().values()));
  }

  private Home home(Manifest manifest) {
    Home home = homes.get(manifest.path());
    if (home == null) {
      throw new IllegalStateException("no folder of " + manifest.path());
    }
    return home;
  }
}
