package dev.netlog.io.text;

/// A range in a file. Lines and columns start at 1; columns count Unicode code points; the end is
/// exclusive.
public record Region(int startLine, int startColumn, int endLine, int endColumn) {}
