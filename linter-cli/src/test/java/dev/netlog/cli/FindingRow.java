package dev.netlog.cli;

/// A row of the table of findings, with objects that show it.
///
/// @param name what of the row it shows
/// @param expected `code object`, or `no code`
record FindingRow(String name, String platform, String objects, String expected) {
  static FindingRow gke(String name, String objects, String expected) {
    return new FindingRow(name, "gke", objects, expected);
  }

  static FindingRow ovn(String name, String objects, String expected) {
    return new FindingRow(name, "ovn", objects, expected);
  }

  /// The row, as reports of tests name it.
  @Override
  public String toString() {
    return expected + ": " + name;
  }
}
