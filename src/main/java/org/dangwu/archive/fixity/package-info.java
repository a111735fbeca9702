/** Watches that no byte of a filed package changes. */
package org.dangwu.archive.fixity;
