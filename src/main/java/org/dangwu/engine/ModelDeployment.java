package org.dangwu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys each procedure folder as one named deployment: models, decision tables and forms
 * together, and only when something in that folder changed. So the procedures get new versions
 * independently of each other, and a running instance keeps the forms and tables it was started
 * with.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

  /** {@code shared} first: the procedures call what is in it. */
  static final List<String> FOLDERS =
      List.of("shared", "life-meeting", "member-review", "debriefing");

  private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

  private final RepositoryService repository;
  private final String location;
  private final PathMatchingResourcePatternResolver resolver =
      new PathMatchingResourcePatternResolver();

  ModelDeployment(RepositoryService repository, EngineProperties properties) {
    this.repository = repository;
    String root = properties.location();
    this.location = root.endsWith("/") || root.endsWith(":") ? root : root + "/";
  }

  @Override
  public void afterSingletonsInstantiated() {
    long deployed = FOLDERS.stream().filter(this::deploy).count();
    if (deployed == 0) {
      throw new IllegalStateException(
          "在 " + location + " 下没有找到任何流程模型，请检查配置项 dangwu.models.location。");
    }
  }

  /**
   * Whether the folder holds anything; the engine itself drops the deployment when nothing changed.
   */
  private boolean deploy(String folder) {
    List<Resource> resources =
        Stream.of(
                "processes/" + folder + "/**/*.bpmn",
                "processes/" + folder + "/**/*.dmn",
                "forms/" + folder + "/**/*.form",
                "forms/" + folder + "/**/*.html")
            .flatMap(this::find)
            .sorted(Comparator.comparing(Resource::getFilename))
            .toList();
    if (resources.isEmpty()) {
      return false;
    }
    DeploymentBuilder builder =
        repository.createDeployment().name(folder).source("dangwu").enableDuplicateFiltering(false);
    resources.forEach(resource -> add(builder, resource));
    String id = builder.deploy().getId();
    log.info("Models of folder {} ({} files) stand as deployment {}", folder, resources.size(), id);
    return true;
  }

  private Stream<Resource> find(String pattern) {
    try {
      return Arrays.stream(resolver.getResources(location + pattern));
    } catch (java.io.FileNotFoundException absent) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("无法读取流程模型目录 " + location, e);
    }
  }

  private static void add(DeploymentBuilder builder, Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      builder.addInputStream(resource.getFilename(), in);
    } catch (IOException e) {
      throw new UncheckedIOException("无法读取流程模型文件 " + resource.getFilename(), e);
    }
  }
}
