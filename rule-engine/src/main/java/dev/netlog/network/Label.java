package dev.netlog.network;

/// A label that a peer may carry.
///
/// @param owner whether the pod or its namespace carries it
/// @param key the whole key, with its prefix
public record Label(Owner owner, String key) implements Dimension, Comparable<Label> {
  /// What carries a label of a peer.
  public enum Owner {
    NAMESPACE,
    POD
  }

  /// The name of a namespace. The API server [sets this
  /// label](https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name)
  /// on every namespace, so it is never absent.
  public static final Label NAMESPACE_NAME =
      new Label(Owner.NAMESPACE, "kubernetes.io/metadata.name");

  /// Every value that this label can have, absent included where it can be.
  public LabelValues universe() {
    return equals(NAMESPACE_NAME) ? LabelValues.present() : LabelValues.any();
  }

  /// By owner, then by key.
  @Override
  public int compareTo(Label other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : key.compareTo(other.key);
  }
}
