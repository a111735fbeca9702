package org.dangwu.archive.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gathers the payload of a package file by file and packs it as one zip. Holds no more than one
 * buffer in memory. The gathered files lie under running numbers, so that no name from outside ever
 * becomes a path on this machine; they are removed on close.
 */
public final class BagStaging implements AutoCloseable {

  private final Path directory;
  private final List<PayloadFile> files = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private BagStaging(Path directory) {
    this.directory = directory;
  }

  /**
   * @param parent folder that may hold the content while it is gathered
   */
  public static BagStaging in(Path parent) throws IOException {
    PrivateFiles.createDirectories(parent);
    return new BagStaging(PrivateFiles.createTempDirectory(parent));
  }

  /**
   * Adds a file.
   *
   * @param path path below {@code data/}, of {@link BagPaths#component components} joined by /
   */
  public PayloadFile add(String path, byte[] content) throws IOException {
    if (!taken.add(path.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("two files of one name in a package");
    }
    Path place = directory.resolve(String.valueOf(files.size()));
    Files.write(place, content, StandardOpenOption.CREATE_NEW);
    PayloadFile file = new PayloadFile(path, content.length, Digests.sha256(content));
    files.add(file);
    return file;
  }

  /** What was added so far. */
  public List<PayloadFile> files() {
    return List.copyOf(files);
  }

  /**
   * Writes the zip, forces it to disk and moves it to its place in one step.
   *
   * @param name name of the folder inside the zip
   * @param info labels and values of {@code bag-info.txt}; the sum of the payload is added
   * @param time time that all entries carry
   */
  public PackedBag pack(String name, Map<String, String> info, Instant time, Path target)
      throws IOException {
    PrivateFiles.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    PackedBag packed;
    try (FileChannel channel = PrivateFiles.create(part)) {
      DigestOutputStream digested =
          new DigestOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16),
              Digests.sha256());
      ZipOutputStream zip = new ZipOutputStream(digested, StandardCharsets.UTF_8);
      new Writer(zip, name, time).write(info);
      zip.finish();
      digested.flush();
      channel.force(true);
      packed = new PackedBag(channel.size(), Digests.hex(digested.getMessageDigest()));
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.forceDirectory(target.getParent());
    return packed;
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.deleteTree(directory);
  }

  /** One run of writing. */
  private final class Writer {

    private final ZipOutputStream zip;
    private final String name;
    private final Instant time;
    private final Map<String, String> tags = new LinkedHashMap<>();

    Writer(ZipOutputStream zip, String name, Instant time) {
      this.zip = zip;
      this.name = name;
      this.time = time;
    }

    void write(Map<String, String> info) throws IOException {
      tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
      tag("bag-info.txt", info(info));
      tag("manifest-sha256.txt", manifest());
      for (int i = 0; i < files.size(); i++) {
        payload(files.get(i), directory.resolve(String.valueOf(i)));
      }
      StringBuilder tagManifest = new StringBuilder();
      tags.forEach((file, sum) -> tagManifest.append(line(sum, file)));
      tag("tagmanifest-sha256.txt", tagManifest.toString());
    }

    private String manifest() {
      StringBuilder manifest = new StringBuilder();
      files.forEach(file -> manifest.append(line(file.sha256(), "data/" + file.path())));
      return manifest.toString();
    }

    private String info(Map<String, String> info) {
      long bytes = files.stream().mapToLong(PayloadFile::size).sum();
      StringBuilder text = new StringBuilder();
      info.forEach((label, value) -> text.append(infoLine(label, value)));
      return text.append(infoLine("Payload-Oxum", bytes + "." + files.size())).toString();
    }

    private void tag(String file, String text) throws IOException {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      tags.put(file, Digests.sha256(content));
      open(file);
      zip.write(content);
      zip.closeEntry();
    }

    private void payload(PayloadFile file, Path place) throws IOException {
      open("data/" + file.path());
      MessageDigest digest = Digests.sha256();
      try (InputStream in = Files.newInputStream(place);
          OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          zip.write(buffer, 0, n);
          out.write(buffer, 0, n);
        }
      }
      zip.closeEntry();
      if (!Digests.hex(digest).equals(file.sha256())) {
        throw new IOException("a gathered file changed on disk before it was packed");
      }
    }

    private void open(String file) throws IOException {
      ZipEntry entry = new ZipEntry(name + "/" + file);
      entry.setTime(time.toEpochMilli());
      zip.putNextEntry(entry);
    }

    private static String line(String sum, String file) {
      return sum + "  " + BagPaths.encoded(file) + "\n";
    }

    private static String infoLine(String label, String value) {
      return label + ": " + value.replaceAll("\\s+", " ").strip() + "\n";
    }
  }
}
