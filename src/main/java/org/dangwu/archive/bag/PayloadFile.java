package org.dangwu.archive.bag;

/**
 * A file of the payload.
 *
 * @param path path below {@code data/}
 * @param size bytes
 * @param sha256 lower-case hex
 */
public record PayloadFile(String path, long size, String sha256) {}
