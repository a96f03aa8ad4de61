package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The memory of a Java process with the serial collector, after a collection, in KiB.
///
/// The heap is resident as far as it was ever used, and all of it is used before the old part of it
/// is collected for the first time. So growth of what is resident says nothing, and these two do.
///
/// @param live what is left in the heap
/// @param beside what is resident beside the heap: code, descriptions of classes, buffers
/// @param heap how large the heap may become
record JavaMemory(long live, long beside, long heap) {
  /// A generation, as `jcmd PID GC.heap_info` tells of it: used, from, to.
  private static final Pattern GENERATION =
      Pattern.compile(
          "total \\d+K, used (\\d+)K \\[0x(\\p{XDigit}+), 0x\\p{XDigit}+, 0x(\\p{XDigit}+)\\)");

  private static final Pattern MAPPED = Pattern.compile("(\\p{XDigit}+)-\\p{XDigit}+ .*");

  static JavaMemory of(Child process) {
    tell(process, "GC.run");
    List<MatchResult> generations =
        GENERATION.matcher(tell(process, "GC.heap_info")).results().toList();
    if (generations.size() != 2) {
      throw new AssertionError("not two generations: " + generations);
    }
    long live = 0;
    for (MatchResult each : generations) {
      live += Long.parseLong(each.group(1));
    }
    long from = Long.parseUnsignedLong(generations.getFirst().group(2), 16);
    long to = Long.parseUnsignedLong(generations.getLast().group(3), 16);
    return new JavaMemory(live, beside(process, from, to), (to - from) / 1024);
  }

  private static long beside(Child process, long heapFrom, long heapTo) {
    long sum = 0;
    long address = 0;
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps"))) {
        var mapped = MAPPED.matcher(line);
        if (mapped.matches()) {
          address = Long.parseUnsignedLong(mapped.group(1), 16);
        } else if (line.startsWith("Rss:") && !(heapFrom <= address && address < heapTo)) {
          sum += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no memory figures", e);
    }
    return sum;
  }

  private static String tell(Child process, String command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Tool.run(Settings.ROOT, "", List.of(jcmd, Long.toString(process.pid()), command))
        .expectOk()
        .out();
  }
}
