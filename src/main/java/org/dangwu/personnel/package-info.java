/**
 * Material that goes into personal files (归入干部人事档案、党员档案的材料): one register for all procedures, which
 * archivists keep.
 */
@org.springframework.modulith.ApplicationModule(displayName = "个人档案材料")
package org.dangwu.personnel;
