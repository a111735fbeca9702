package org.dangwu.procedure;

import java.util.List;

/** A module that knows facts which it keeps itself, such as how many problems were put right. */
public interface FactSource {

  List<Fact> factsOf(String organization, int year);
}
