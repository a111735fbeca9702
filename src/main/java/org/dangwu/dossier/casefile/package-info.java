/** Documents, rights, completion guards and pages of the case file. */
package org.dangwu.dossier.casefile;
