package dev.netlog.network;

/// A label of a peer.
///
/// @param owner whether it is a label of the pod or of its namespace
/// @param key the whole key, with its prefix
public record Label(Owner owner, String key) implements Dimension, Comparable<Label> {
  /// The object that has the label.
  public enum Owner {
    NAMESPACE,
    POD
  }

  /// The name of a namespace. The API server [sets this
  /// label](https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name)
  /// on every namespace, so it is never absent.
  public static final Label NAMESPACE_NAME =
      new Label(Owner.NAMESPACE, "kubernetes.io/metadata.name");

  /// All values that this label can have, including absence if it can be absent.
  public LabelValues universe() {
    return equals(NAMESPACE_NAME) ? LabelValues.present() : LabelValues.any();
  }

  /// Orders by owner, then by key.
  @Override
  public int compareTo(Label other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : key.compareTo(other.key);
  }
}
