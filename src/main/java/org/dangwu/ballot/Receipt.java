package org.dangwu.ballot;

/** How a sheet was received. */
public enum Receipt {
  /** It went into the box. */
  TAKEN,
  /** An earlier sheet of the same voter is in the box already; this one was thrown away. */
  ALREADY_TAKEN
}
