/**
 * Secret ballots (无记名测评、票决): rounds, the box whose grades nobody can link to a voter, tokens for
 * people without an account, paper counts, tellers. The root package is the module's API.
 */
@org.springframework.modulith.ApplicationModule(displayName = "无记名测评")
package org.dangwu.ballot;
