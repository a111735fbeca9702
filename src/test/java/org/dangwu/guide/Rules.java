package org.dangwu.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The catalogue of rules for tests that need no application. */
public final class Rules {

  private Rules() {}

  public static RuleCatalogue catalogue() {
    MutablePropertySources sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load("rules", new ClassPathResource("rules.yml"))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuleCatalogue(
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("dangwu.rules", RuleProperties.class)
            .get());
  }
}
