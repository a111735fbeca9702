package org.dangwu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the numbers depend on apart from the programs. */
final class MachineFacts {

  private MachineFacts() {}

  static Map<String, String> collect(DatabaseServer server) throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", system.getAvailableProcessors() + " cores, " + processorModel());
    facts.put(
        "memory",
        String.format(Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / (double) (1L << 30)));
    facts.put("operating system", system.getName() + " " + system.getVersion());
    facts.put(
        "Java",
        System.getProperty("java.vm.name")
            + " "
            + Runtime.version()
            + ", heap at most "
            + Runtime.getRuntime().maxMemory() / (1L << 20)
            + " MiB");
    facts.put(
        "database",
        "PostgreSQL "
            + server.version()
            + " on the same machine, fsync "
            + server.setting("fsync")
            + ", synchronous_commit "
            + server.setting("synchronous_commit")
            + ", shared_buffers "
            + server.setting("shared_buffers"));
    facts.put("time to flush 8 KiB to disk", flushTime());
    facts.put(
        "load average before the run",
        String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
    return facts;
  }

  private static String processorModel() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  /** A commit waits for at least one flush, so this bounds every engine from above. */
  private static String flushTime() throws IOException {
    Path file = Files.createTempFile("dangwu-flush", ".bin");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      List<Double> micros = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        long before = System.nanoTime();
        channel.write(ByteBuffer.allocate(8192));
        channel.force(false);
        micros.add((System.nanoTime() - before) / 1e3);
      }
      return String.format(Locale.ROOT, "%.0f µs (median of 500)", Spread.of(micros).median());
    } finally {
      Files.delete(file);
    }
  }
}
