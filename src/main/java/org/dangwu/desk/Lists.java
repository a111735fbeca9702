package org.dangwu.desk;

import java.util.ArrayList;
import java.util.Collection;
import org.camunda.bpm.engine.variable.Variables;

/** Lists of ids as routing facts, kept as JSON. */
public final class Lists {

  private Lists() {}

  public static Object json(Collection<String> ids) {
    return Variables.objectValue(new ArrayList<>(ids))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }
}
