/** Finds in a text that is to be published what comes from confidential documents. */
package org.dangwu.dossier.redaction;
