package dev.netlog.model;

/// A kind of object, whatever its version: `networking.k8s.io` and `NetworkPolicy`.
///
/// @param group the API group, empty for the core group
/// @param kind the kind, in its exact case
public record GroupKind(String group, String kind) {}
