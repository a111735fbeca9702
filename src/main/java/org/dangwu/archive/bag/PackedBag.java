package org.dangwu.archive.bag;

/**
 * A finished package.
 *
 * @param size bytes of the zip file
 * @param sha256 SHA-256 of the zip file, lower-case hex
 */
public record PackedBag(long size, String sha256) {}
