/** Official documents from Word templates. */
package org.dangwu.dossier.word;
