package org.dangwu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Reads a Camunda Form into the rules that the server enforces. */
final class FormSchemaReader {

  private final ObjectMapper json;
  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  FormSchemaReader(ObjectMapper json) {
    this.json = json;
  }

  InputRules read(InputStream schema) throws IOException {
    List<InputRule> rules = new ArrayList<>();
    collect(json.readTree(schema), null, rules);
    return new InputRules(List.copyOf(rules));
  }

  private void collect(JsonNode node, InputRule.Condition outer, List<InputRule> rules) {
    for (JsonNode component : node.path("components")) {
      InputRule.Condition hidden = either(outer, hideCondition(component));
      if (component.path("type").asText().equals("group")) {
        collect(component, hidden, rules);
      } else if (isInput(component)) {
        rules.add(rule(component, hidden));
      }
    }
  }

  private static boolean isInput(JsonNode component) {
    // A disabled or read-only field only shows; the browser does not send the one and must not
    // change the other.
    return component.hasNonNull("key")
        && !component.path("disabled").asBoolean(false)
        && !component.path("readonly").asBoolean(false)
        && !component.path("type").asText().equals("button");
  }

  private InputRule rule(JsonNode component, InputRule.Condition hidden) {
    JsonNode validate = component.path("validate");
    return new InputRule(
        component.path("key").asText(),
        label(component),
        type(component.path("type").asText()),
        validate.path("required").asBoolean(false),
        decimal(validate, "min"),
        decimal(validate, "max"),
        integer(validate, "minLength"),
        integer(validate, "maxLength"),
        validate.hasNonNull("pattern") ? validate.get("pattern").asText() : null,
        options(component),
        component.hasNonNull("valuesKey") ? component.get("valuesKey").asText() : null,
        hidden,
        component.path("properties").hasNonNull("dossier")
            ? component.path("properties").get("dossier").asText()
            : null);
  }

  private static String label(JsonNode component) {
    for (String name : List.of("label", "dateLabel")) {
      if (component.hasNonNull(name) && !component.get(name).asText().isBlank()) {
        return component.get(name).asText();
      }
    }
    return component.path("key").asText();
  }

  private static InputRule.Type type(String component) {
    return switch (component) {
      case "textfield", "textarea", "select", "radio" -> InputRule.Type.TEXT;
      case "number" -> InputRule.Type.NUMBER;
      case "checkbox" -> InputRule.Type.BOOLEAN;
      case "datetime" -> InputRule.Type.DATE;
      case "checklist", "taglist" -> InputRule.Type.LIST;
      default -> throw new IllegalStateException("表单组件 " + component + " 不在本系统支持之列，请改用其他组件。");
    };
  }

  private static List<String> options(JsonNode component) {
    if (!component.path("values").isArray()) {
      return null;
    }
    List<String> values = new ArrayList<>();
    component.get("values").forEach(option -> values.add(option.path("value").asText()));
    return List.copyOf(values);
  }

  private InputRule.Condition hideCondition(JsonNode component) {
    String expression = component.path("conditional").path("hide").asText("");
    if (expression.isBlank()) {
      return null;
    }
    String condition = expression.startsWith("=") ? expression.substring(1) : expression;
    return facts -> holds(condition, facts);
  }

  private boolean holds(String condition, Map<String, Object> facts) {
    EvaluationResult result = feel.evaluateExpression(condition, facts);
    return result.isSuccess() && Boolean.TRUE.equals(result.result());
  }

  private static InputRule.Condition either(InputRule.Condition a, InputRule.Condition b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return facts -> a.holds(facts) || b.holds(facts);
  }

  private static BigDecimal decimal(JsonNode node, String name) {
    return node.hasNonNull(name) ? new BigDecimal(node.get(name).asText()) : null;
  }

  private static Integer integer(JsonNode node, String name) {
    return node.hasNonNull(name) ? Integer.valueOf(node.get(name).asInt()) : null;
  }
}
