/**
 * Organisations, people and who holds which role: the one source of the engine's users, groups and
 * tenants. The root package is the module's API; everything below it is private.
 */
package org.dangwu.organization;
