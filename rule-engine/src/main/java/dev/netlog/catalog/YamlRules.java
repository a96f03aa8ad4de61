package dev.netlog.catalog;

import static dev.netlog.rule.Severity.ERROR;
import static dev.netlog.rule.Severity.INFO;
import static dev.netlog.rule.Severity.WARNING;

import dev.netlog.rule.FixKind;
import dev.netlog.rule.RuleInfo;
import java.util.List;

/// The rules about the bytes of a manifest, before there is an object.
///
/// Only the linter sees bytes: its YAML edge emits these findings, and an admission webhook, which
/// gets finished objects, never does.
public final class YamlRules {
  private static final String DECODER =
      "Kubernetes [apimachinery `util/yaml`](https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml),"
          + " which kubectl reads manifests with";

  /// A document that kubectl refuses.
  public static final RuleInfo INVALID =
      RuleInfo.of("yaml-invalid", null, ERROR)
          .title("kubectl refuses this document")
          .explanation(
              """
              The file is not what kubectl can read. `kubectl apply` stops at this place with an error: this \
              document and all after it in the same file are never sent to the cluster, so none of the \
              policies and logging settings in them exist there.

              A list of objects at the top of a file is refused as well, and a List with an item that is no object. \
              Of a List with an item that is null or has no kind, kubectl sends the other items and ends with an error.
              """)
          .remedy(
              FixKind.NONE,
              "Fix the syntax at the place that the message names. If the file is a template that is"
                  + " rendered before it is applied, lint the rendered output instead.")
          .sources(DECODER);

  /// One key twice in one mapping.
  public static final RuleInfo DUPLICATE_KEY =
      RuleInfo.of("yaml-duplicate-key", null, WARNING)
          .title("one key stands twice in a mapping and only the last one counts")
          .explanation(
              """
              kubectl reads a mapping from top to bottom and keeps the last value of a key without a word; the \
              API server never hears of the first. kustomize and Flux refuse the same file. A second \
              `annotations:` block, the usual case, silently removes every annotation of the first one.

              The same holds for `<<` merges: kubectl applies them in document order, so a merge that stands \
              after a key of the same name overrides it, other than YAML 1.1 says.
              """)
          .remedy(FixKind.NONE, "Join the two, or delete the one that is not meant.")
          .sources(
              DECODER,
              "[kustomize#3480](https://github.com/kubernetes-sigs/kustomize/issues/3480)");

  /// Content that the cluster never gets.
  public static final RuleInfo LOST_CONTENT =
      RuleInfo.of("yaml-lost-content", null, ERROR)
          .title("these lines never reach the cluster")
          .explanation(
              """
              kubectl cuts a file into documents at lines that start with `---`, before any YAML is read, and \
              of each part reads only the first YAML document. What follows a `...` line, or a separator that \
              kubectl does not see because lines end with a bare carriage return, is dropped without an error: \
              `kubectl apply` reports success and the objects are not there.
              """)
          .remedy(
              FixKind.NONE,
              "Start each document with a line that is exactly `---`, and end lines with a line feed.")
          .sources(DECODER);

  /// Accepted by kubectl, not by others.
  public static final RuleInfo NOT_PORTABLE =
      RuleInfo.of("yaml-not-portable", null, INFO)
          .title("kubectl reads this, other tools refuse it or read it otherwise")
          .explanation(
              """
              The Go library behind kubectl is more lenient than the YAML specification. Editors, CI checks, \
              Java and Python tools and some GitOps controllers stop at the same line, or see another value.
              """)
          .remedy(FixKind.NONE, "Use spaces, not tabs, to separate tokens.")
          .sources(
              DECODER,
              "[YAML 1.2.2, section 6.1](https://yaml.org/spec/1.2.2/#61-indentation-spaces)");

  private YamlRules() {}

  /// The rules about bytes, in the order of the catalogue.
  public static List<RuleInfo> all() {
    return List.of(INVALID, DUPLICATE_KEY, LOST_CONTENT, NOT_PORTABLE);
  }
}
