package org.dangwu.personnel;

import java.time.LocalDate;

/**
 * The receipt for material that was handed over (材料接收回执).
 *
 * @param number number on it
 * @param receiver who received it
 */
public record PersonnelReceipt(LocalDate day, String number, String receiver) {}
