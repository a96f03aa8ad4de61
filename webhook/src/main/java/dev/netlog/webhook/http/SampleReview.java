package dev.netlog.webhook.http;

/// A review that the server sends to itself.
///
/// @param path the path of the request, without the slash
/// @param body JSON
public record SampleReview(String path, String body) {}
