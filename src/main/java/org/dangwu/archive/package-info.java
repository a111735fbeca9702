/**
 * Filing (归档): turns the case file of a finished procedure into a BagIt package, gives every piece
 * its archive number, keeps the register and watches that no byte of a package changes.
 */
@org.springframework.modulith.ApplicationModule(displayName = "归档")
package org.dangwu.archive;
