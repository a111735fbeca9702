package org.dangwu.dossier.file;

/**
 * A file that passed every check.
 *
 * @param name sanitised name with an extension that tells the truth
 * @param mediaType media type of the content
 * @param content bytes
 */
public record CheckedUpload(String name, String mediaType, byte[] content) {}
