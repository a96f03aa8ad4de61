package dev.netlog.webhook.tls.authority;

/// The identity of an authority, without the key.
///
/// @param id the fingerprint of the certificate
public record Issuer(String id, Validity validity) {}
