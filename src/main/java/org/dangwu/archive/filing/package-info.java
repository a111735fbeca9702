/** Collects a case, checks the four properties, numbers the pieces and writes the package. */
package org.dangwu.archive.filing;
