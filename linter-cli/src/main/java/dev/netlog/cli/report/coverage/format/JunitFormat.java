package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.TargetReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes JUnit XML for CI servers that show test results: a suite for each target, with a test for
/// each gate and each namespace.
public final class JunitFormat implements CoverageFormat {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    List<JunitSuite> suites = new ArrayList<>();
    long tests = report.refused().size();
    long failures = 0;
    for (TargetReport target : report.targets()) {
      JunitSuite suite = new JunitSuite(target, report.summary());
      suites.add(suite);
      tests += suite.tests();
      failures += suite.failures();
    }
    XmlLines xml = new XmlLines(out);
    xml.begin("testsuites").with("name", "netlog coverage").with("tests", tests);
    xml.with("failures", failures).with("errors", report.refused().size());
    for (JunitSuite suite : suites) {
      suite.write(xml);
    }
    if (!report.refused().isEmpty()) {
      refused(xml, report.refused());
    }
    xml.end();
  }

  private static void refused(XmlLines xml, List<LocatedFinding> refused) throws IOException {
    xml.begin("testsuite").with("name", "manifests").with("tests", refused.size());
    xml.with("failures", 0).with("errors", refused.size()).with("skipped", 0).with("time", 0);
    for (LocatedFinding finding : refused) {
      var region = finding.region();
      String place = finding.path() + ":" + region.startLine() + ":" + region.startColumn();
      xml.begin("testcase").with("name", place).with("classname", "manifests").with("time", 0);
      xml.begin("error").with("message", finding.message());
      xml.with("type", finding.rule().id()).end().end();
    }
    xml.end();
  }
}
