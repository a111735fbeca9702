package org.dangwu.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads {@code camunda:properties} of a model element. */
public final class ElementProperties {

  private ElementProperties() {}

  /** Value by name, in the order of the model. */
  public static Map<String, String> of(ModelElementInstance element) {
    Map<String, String> found = new LinkedHashMap<>();
    if (element instanceof BaseElement base && base.getExtensionElements() != null) {
      base
          .getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaProperties.class)
          .list()
          .stream()
          .flatMap(properties -> properties.getCamundaProperties().stream())
          .forEach((CamundaProperty p) -> found.put(p.getCamundaName(), p.getCamundaValue()));
    }
    return found;
  }
}
