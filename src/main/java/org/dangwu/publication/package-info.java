/**
 * What is made known beyond those who take part (通报、公布、公开): which document, to whom, until when
 * they may remark on it, and the pages where they read it and nobody else does.
 */
@org.springframework.modulith.ApplicationModule(displayName = "通报和公开")
package org.dangwu.publication;
