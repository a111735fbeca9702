/**
 * Sheets of tasks (办理单): a module says which fields a task asks for, what must hold and what
 * follows; the page, the draft, the record and the guard on completion are here. Contents never
 * reach the engine.
 */
@org.springframework.modulith.ApplicationModule(displayName = "办理单")
package org.dangwu.worksheet;
