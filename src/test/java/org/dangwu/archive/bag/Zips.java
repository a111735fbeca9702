package org.dangwu.archive.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Opens packages, writes changed ones and unpacks them as any zip program would. */
public final class Zips {

  private Zips() {}

  public static Map<String, byte[]> read(Path zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      for (Enumeration<? extends ZipEntry> e = file.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        try (InputStream in = file.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  public static void write(Path zip, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        packed.putNextEntry(new ZipEntry(entry.getKey()));
        packed.write(entry.getValue());
        packed.closeEntry();
      }
    }
  }

  /** Returns the one folder inside. */
  public static Path unpack(Path zip, Path into) throws IOException {
    Path root = null;
    for (Map.Entry<String, byte[]> entry : read(zip).entrySet()) {
      Path place = into.resolve(entry.getKey()).normalize();
      if (!place.startsWith(into)) {
        throw new IOException("an entry leaves the folder: " + entry.getKey());
      }
      Files.createDirectories(place.getParent());
      Files.write(place, entry.getValue());
      root = into.resolve(entry.getKey().substring(0, entry.getKey().indexOf('/')));
    }
    return root;
  }
}
