/** Writing and checking packages by BagIt (RFC 8493); knows nothing of cases. */
package org.dangwu.archive.bag;
