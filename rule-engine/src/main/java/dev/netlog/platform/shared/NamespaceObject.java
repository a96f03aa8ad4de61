package dev.netlog.platform.shared;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.text.Phrase;
import org.jspecify.annotations.Nullable;

/// The Namespace whose annotations are asked, as an object of the input or as an assumption.
///
/// An input that is declared complete and has pods or policies of a namespace without its Namespace
/// contradicts itself, so that an absent one is as unknown as one that was not seen.
public final class NamespaceObject {
  private NamespaceObject() {}

  /// The object, or null where the input does not have it.
  public static @Nullable Resource in(Inventory inventory, String namespace) {
    Lookup lookup = inventory.find(KubernetesKinds.NAMESPACE, null, namespace);
    return lookup instanceof Lookup.Found(Resource resource) ? resource : null;
  }

  /// What holds where the input does not have the object: not annotated where that is assumed, or
  /// where a change removes the object, else unknown.
  public static LoggingState stateWithout(Inventory inventory, String namespace) {
    if (isAssumedBare(inventory) || isRemoved(inventory, namespace)) {
      return LoggingState.NOT_ANNOTATED;
    }
    Phrase settledBy =
        UnnamedNamespace.is(namespace)
            ? Phrase.of(
                "write metadata.namespace into the objects, or namespace: into the target in"
                    + " .netlog.yaml, and add the Namespace object")
            : Phrase.ofNamespace("add the Namespace object ", namespace);
    return new LoggingState.Unknown(
        CommonCause.NAMESPACE_UNKNOWN,
        settledBy.with(
            ", or pass --assume namespaces=unannotated (assume: {namespaces: unannotated} of a"
                + " target in .netlog.yaml)"));
  }

  /// The same in words.
  public static Phrase textWithout(Inventory inventory, String namespace) {
    if (isRemoved(inventory, namespace)) {
      return Phrase.ofNamespace("Namespace ", namespace)
          .with(" is removed by this change, and its annotations with it");
    }
    Phrase unknown =
        UnnamedNamespace.is(namespace)
            ? Phrase.of("the objects name no namespace")
            : Phrase.ofNamespace("Namespace ", namespace).with(" is not in the input");
    return unknown.with(isAssumedBare(inventory) ? ", and assumed to be unannotated" : "");
  }

  private static boolean isRemoved(Inventory inventory, String namespace) {
    return inventory.isRemoved(KubernetesKinds.NAMESPACE, namespace);
  }

  private static boolean isAssumedBare(Inventory inventory) {
    return inventory.assumptions().of("namespaces").equals("unannotated");
  }
}
