package org.dangwu.lifemeeting;

/**
 * A unit in the charge of a member (分管单位).
 *
 * @param headName its head (主要负责人)
 */
record UnitInCharge(String id, String personId, String unitName, String headName) {}
