package dev.netlog.policy;

import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ports of a pod by the names in its containers.
///
/// @param numbers protocol and port, see [dev.netlog.network.Ports], by name
public record PortNames(Map<String, Ranges> numbers) {
  /// The ports of a pod without port names.
  public static final PortNames NONE = new PortNames(Map.of());

  public PortNames {
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
  }

  private static final int LONGEST_NAME = 15;

  /// Whether the API server accepts it as a port name
  /// ([IsValidPortName](https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation#IsValidPortName)).
  static boolean isName(String text) {
    return text.length() <= LONGEST_NAME
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
        && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && !text.contains("--")
        && !text.startsWith("-")
        && !text.endsWith("-");
  }

  /// The ports that a name refers to; empty if no port of the protocol has it.
  ///
  /// @param protocol null for any
  public Ranges resolve(@Nullable Protocol protocol, String name) {
    Ranges all = numbers.getOrDefault(name, Ranges.empty());
    return protocol == null ? all : all.intersect(Ports.all(protocol));
  }

  /// Only the ports with some names.
  public PortNames only(Collection<String> names) {
    Map<String, Ranges> some = new TreeMap<>(numbers);
    some.keySet().retainAll(names);
    return some.isEmpty() ? NONE : new PortNames(some);
  }
}
