package dev.netlog.cli.change;

import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes a file in one of several styles, all of which mean the same.
final class ManifestText {
  static final int STYLES = 5;

  private ManifestText() {}

  /// @param style 0 block, 1 flow, 2 JSON in YAML, 3 block with comments and single quotes, 4 a
  ///   list; others with the number of objects at hand
  static String of(List<Node> objects, int style) {
    if (style == 4) {
      String items =
          objects.stream()
              .map(each -> "- " + dump(each, DumperOptions.FlowStyle.FLOW))
              .collect(Collectors.joining());
      return "apiVersion: v1\nkind: List\nitems:\n" + items;
    }
    return objects.stream().map(each -> text(each, style)).collect(Collectors.joining("---\n"));
  }

  private static String text(Node object, int style) {
    return switch (style) {
      case 1 -> dump(object, DumperOptions.FlowStyle.FLOW);
      case 2 -> json(object);
      case 3 ->
          "# A comment.\n\n"
              + dump(object, DumperOptions.FlowStyle.AUTO).replace("kind:", "# of a kind\nkind:");
      default -> dump(object, DumperOptions.FlowStyle.BLOCK);
    };
  }

  private static String dump(Node object, DumperOptions.FlowStyle style) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(style);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return new Yaml(options).dump(object.copy().members());
  }

  private static String json(Node object) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setDefaultScalarStyle(DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return new Yaml(options).dump(object.copy().members()).replaceAll("!!\\w+ \"([^\"]*)\"", "$1");
  }
}
