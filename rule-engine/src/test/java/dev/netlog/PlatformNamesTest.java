package dev.netlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Outside of its package nobody writes the id of a platform, its name, its keys or its kinds, in
/// code or in strings, so that a platform can be added or changed there alone. Comments and links
/// are free, and so are the kinds that come with Kubernetes.
final class PlatformNamesTest {
  private static final List<String> MODULES =
      List.of("rule-engine", "manifest-io", "linter-cli", "webhook");

  private static final Set<GroupKind> OF_KUBERNETES =
      Set.of(
          KubernetesKinds.NAMESPACE,
          KubernetesKinds.NETWORK_POLICY,
          KubernetesKinds.ADMIN_NETWORK_POLICY,
          KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
          KubernetesKinds.CLUSTER_NETWORK_POLICY);

  /// Words that look like a platform's and are somebody else's, by the class that writes them.
  private static final Map<String, String> OF_OTHERS =
      Map.of(
          // Products that are no platforms.
          "Vendor", "kube-ovn|ovn.kubernetes.io|enable-logging",
          // A label of nodes.
          "WindowsNodes", "cloud.google.com/gke-os-distribution",
          // An annotation of Config Sync, which delivers to any cluster.
          "NotApplied", "config(management|sync).gke.io");

  @Test
  void noPlatformIsNamedOutsideOfItsPackage() throws IOException {
    Set<String> words = words();
    assertThat(words).contains("gke", "ovn", "egressfirewall", "k8s.ovn.org/acl-logging");
    List<String> found = new ArrayList<>();
    int files = 0;
    for (String module : MODULES) {
      try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : sources.filter(PlatformNamesTest::isOutside).toList()) {
          files++;
          search(file, words, found);
        }
      }
    }
    assertThat(files).isGreaterThan(450);
    assertThat(found).isEmpty();
  }

  private static Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (Platform platform : RuleCatalog.standard().platforms()) {
      words.add(platform.id());
      words.add(platform.name());
      words.addAll(platform.keys());
      for (PlatformKind kind : platform.kinds()) {
        // "Network" alone is too common a word.
        if (!OF_KUBERNETES.contains(kind.kind())) {
          words.add(kind.kind().group());
          words.add(kind.kind().kind().equals("Network") ? kind.name() : kind.kind().kind());
        }
      }
    }
    Set<String> lower = new TreeSet<>();
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static boolean isOutside(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java")
        && !path.contains("/dev/netlog/catalog/")
        && !path.matches(".*/dev/netlog/platform/(?!common/|shared/|text/)\\w+/.*");
  }

  private static void search(Path file, Set<String> words, List<String> found) throws IOException {
    String name = file.getFileName().toString().replace(".java", "");
    String code = code(Files.readString(file)).toLowerCase(Locale.ROOT);
    String theirs = OF_OTHERS.get(name);
    if (theirs != null) {
      code = code.replaceAll(theirs, "");
    }
    for (String word : words) {
      int at = code.indexOf(word);
      if (at >= 0) {
        int end = Math.min(code.length(), at + 60);
        found.add(file + ": " + word + ": " + code.substring(Math.max(0, at - 30), end).strip());
      }
    }
  }

  /// A source without comments, and without links in its strings.
  static String code(String source) {
    StringBuilder code = new StringBuilder();
    int i = 0;
    while (i < source.length()) {
      int end = tokenEnd(source, i);
      String token = source.substring(i, end);
      if (!token.startsWith("//") && !token.startsWith("/*")) {
        code.append(token);
      }
      i = end;
    }
    return code.toString()
        .replaceAll("\"\\s*\\+\\s*\"", "")
        .replaceAll("\\[[^\\]]*\\]\\(\\S+\\)", "")
        .replaceAll("https?://[^\\s)\"]+", "");
  }

  private static int tokenEnd(String source, int start) {
    if (source.startsWith("//", start)) {
      int end = source.indexOf('\n', start);
      return end < 0 ? source.length() : end;
    }
    if (source.startsWith("/*", start)) {
      return source.indexOf("*/", start) + 2;
    }
    String quote =
        source.startsWith("\"\"\"", start) ? "\"\"\"" : source.substring(start, start + 1);
    if (!quote.startsWith("\"") && !quote.equals("'")) {
      return start + 1;
    }
    int end = start + quote.length();
    while (!source.startsWith(quote, end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end + quote.length();
  }

  @Test
  void commentsAndLinksAreFreeAndStringsAreNot() {
    String comment = "int a; // gke\n/* gke */ String b = \"x // \\\" \"; /// gke\n";
    assertThat(code(comment)).contains("int a;", "\"x // \\\" \";").doesNotContain("gke");
    assertThat(code("s = \"[GKE \" + \"docs](https://gke.example/)\";")).isEqualTo("s = \"\";");
    assertThat(code("s = \"\"\"\n  see gke\n  \"\"\";")).contains("gke");
    assertThat(code("char c = '\"'; int gke;")).contains("gke");
  }
}
