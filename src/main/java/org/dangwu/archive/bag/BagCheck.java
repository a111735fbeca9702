package org.dangwu.archive.bag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Recomputes every digest of a package (固化信息校验): of the zip file as a whole, of each file in it
 * against the manifests, and of the manifests themselves. Names no content, only files.
 */
public final class BagCheck {

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+\\*?(.+)");
  private static final String MANIFEST = "manifest-sha256.txt";
  private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  private static final int MOST_FINDINGS = 50;

  private final List<String> findings = new ArrayList<>();

  private BagCheck() {}

  /**
   * Checks a package.
   *
   * @param sha256 what the whole file must give
   * @return Chinese sentences, empty when every byte is as it was
   */
  public static List<String> findings(Path zip, String sha256) {
    BagCheck check = new BagCheck();
    check.run(zip, sha256);
    return check.shortened();
  }

  private void run(Path zip, String sha256) {
    if (!Files.isRegularFile(zip)) {
      findings.add("归档包文件不存在。");
      return;
    }
    try (InputStream in = Files.newInputStream(zip)) {
      if (!digest(in).equals(sha256)) {
        findings.add("归档包的 SHA-256 与登记的不一致。");
      }
    } catch (IOException e) {
      findings.add("归档包文件无法读取。");
      return;
    }
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      contents(file);
    } catch (IOException | IllegalArgumentException e) {
      findings.add("归档包已损坏，无法打开。");
    }
  }

  private void contents(ZipFile zip) throws IOException {
    Map<String, ZipEntry> entries = entries(zip);
    if (!entries.containsKey("bagit.txt")) {
      findings.add("缺少包声明文件 bagit.txt。");
    }
    Map<String, String> payload = manifest(zip, entries, MANIFEST);
    Map<String, String> tags = manifest(zip, entries, TAG_MANIFEST);
    compare(zip, entries, payload);
    compare(zip, entries, tags);
    Set<String> unlisted = new LinkedHashSet<>(entries.keySet());
    unlisted.removeAll(payload.keySet());
    unlisted.removeAll(tags.keySet());
    unlisted.remove(TAG_MANIFEST);
    unlisted.forEach(path -> findings.add("清单之外的文件：" + path + "。"));
  }

  /** Entries by their path inside the one top folder. */
  private Map<String, ZipEntry> entries(ZipFile zip) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    Set<String> folders = new LinkedHashSet<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(
            entry -> {
              int slash = entry.getName().indexOf('/');
              folders.add(entry.getName().substring(0, Math.max(slash, 0)));
              String path = entry.getName().substring(slash + 1);
              if (entries.put(path, entry) != null) {
                findings.add("重复的文件：" + path + "。");
              }
            });
    if (folders.size() != 1) {
      findings.add("归档包内应当只有一个文件夹。");
    }
    return entries;
  }

  private Map<String, String> manifest(ZipFile zip, Map<String, ZipEntry> entries, String name)
      throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      findings.add("缺少清单 " + name + "。");
      return sums;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          sums.put(BagPaths.decoded(matcher.group(2)), matcher.group(1).toLowerCase(Locale.ROOT));
        } else {
          findings.add("清单 " + name + " 中有一行无法识别。");
        }
      }
    } catch (IOException damaged) {
      findings.add("清单 " + name + " 已损坏，无法读取。");
    }
    return sums;
  }

  private void compare(ZipFile zip, Map<String, ZipEntry> entries, Map<String, String> sums) {
    sums.forEach(
        (path, sum) -> {
          ZipEntry entry = entries.get(path);
          if (entry == null) {
            findings.add("缺少文件：" + path + "。");
            return;
          }
          try (InputStream in = zip.getInputStream(entry)) {
            if (!digest(in).equals(sum)) {
              findings.add("文件内容已改变：" + path + "。");
            }
          } catch (IOException damaged) {
            findings.add("文件已损坏，无法读取：" + path + "。");
          }
        });
  }

  private List<String> shortened() {
    if (findings.size() <= MOST_FINDINGS) {
      return List.copyOf(findings);
    }
    List<String> first = new ArrayList<>(findings.subList(0, MOST_FINDINGS));
    first.add("其余%d处问题从略。".formatted(findings.size() - MOST_FINDINGS));
    return List.copyOf(first);
  }

  private static String digest(InputStream in) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return Digests.hex(digest);
  }
}
