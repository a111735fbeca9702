/** The pages of the archive: register, package, download, check. */
package org.dangwu.archive.page;
