/** Decides by content whether an uploaded file may enter a case file. */
package org.dangwu.dossier.file;
