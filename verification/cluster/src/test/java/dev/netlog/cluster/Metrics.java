package dev.netlog.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a webhook counts, at one moment.
///
/// @param values by series, as Prometheus writes it
record Metrics(Map<String, Double> values) {
  private static final String REVIEWS = "netlog_webhook_reviews_total{";

  static Metrics parse(String text) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int space = line.lastIndexOf(' ');
      if (space > 0 && !line.startsWith("#")) {
        values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return new Metrics(values);
  }

  /// How many reviews were answered.
  ///
  /// @param labels of which each has to be there, such as `path="validate"`
  long reviews(String... labels) {
    return Math.round(sum(REVIEWS, labels));
  }

  /// The sum over all series whose name begins so and that have the labels.
  double sum(String name, String... labels) {
    double sum = 0;
    for (Map.Entry<String, Double> each : values.entrySet()) {
      if (each.getKey().startsWith(name) && hasAll(each.getKey(), labels)) {
        sum += each.getValue();
      }
    }
    return sum;
  }

  private static boolean hasAll(String series, String... labels) {
    for (String label : labels) {
      if (!series.contains(label)) {
        return false;
      }
    }
    return true;
  }
}
