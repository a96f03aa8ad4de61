package dev.netlog.webhook.tls.authority;

/// An authority by its certificate, without the key.
///
/// @param id the fingerprint of the certificate
public record Issuer(String id, Validity validity) {}
