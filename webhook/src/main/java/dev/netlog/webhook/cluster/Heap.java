package dev.netlog.webhook.cluster;

/// The heap of a process.
interface Heap {
  /// That of this process.
  Heap JAVA =
      new Heap() {
        @Override
        public long used() {
          Runtime runtime = Runtime.getRuntime();
          return runtime.totalMemory() - runtime.freeMemory();
        }

        @Override
        public void collect() {
          System.gc();
        }
      };

  /// How many bytes are taken, those of garbage too.
  long used();

  /// Takes the garbage away. Everything stands still meanwhile: some 50 ms for 50 MiB that stay.
  void collect();
}
