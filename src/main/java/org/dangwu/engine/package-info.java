/**
 * The process engine: configuration, model deployment, checks of every submission, extra indexes.
 * The only module that knows engine internals, so that a move to a successor engine touches one
 * package.
 */
@org.springframework.modulith.ApplicationModule(displayName = "流程引擎")
package org.dangwu.engine;
