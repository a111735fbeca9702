/** The register of the archive in the database: packages, pieces, numbers, checks, accesses. */
package org.dangwu.archive.register;
