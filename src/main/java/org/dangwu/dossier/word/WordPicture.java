package org.dangwu.dossier.word;

/**
 * A picture for one placeholder of a template.
 *
 * @param width in points of 1/96 inch, as it stands on the page
 */
public record WordPicture(byte[] png, int width, int height) {}
