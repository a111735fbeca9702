package org.dangwu.supervision;

/**
 * One plane of a diagram as a picture.
 *
 * @param title name of the process or sub-process
 * @param svg the picture, safe to write into a page
 * @param active whether a current step lies on it
 */
record DiagramPlane(String title, String svg, boolean active) {}
