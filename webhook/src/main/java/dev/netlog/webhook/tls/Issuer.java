package dev.netlog.webhook.tls;

/// An authority by its certificate, without the key.
///
/// @param id the fingerprint of the certificate
record Issuer(String id, Validity validity) {}
