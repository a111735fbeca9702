package org.dangwu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.dangwu");

  private static final ArchRule ENGINE_INTERNALS_STAY_IN_THE_ENGINE_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dangwu.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda.bpm.engine.impl..");

  private static final ArchRule DELEGATES_ARE_MODEL_BEANS =
      classes().that().implement(JavaDelegate.class).should().beAnnotatedWith(ModelBean.class);

  private static final ArchRule DEPENDENCIES_COME_THROUGH_CONSTRUCTORS =
      noClasses().should().dependOnClassesThat().areAssignableTo(Autowired.class);

  private static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callConstructor(java.util.Date.class);

  @Test
  void modulesDependOneWayAndKeepTheirInsidesToThemselves() {
    ApplicationModules.of(DangwuApplication.class).verify();
  }

  @Test
  void engineInternalsStayInTheEngineModule() {
    ENGINE_INTERNALS_STAY_IN_THE_ENGINE_MODULE.check(OURS);
  }

  @Test
  void delegatesAreModelBeans() {
    DELEGATES_ARE_MODEL_BEANS.check(OURS);
  }

  @Test
  void dependenciesComeThroughConstructors() {
    DEPENDENCIES_COME_THROUGH_CONSTRUCTORS.check(OURS);
  }

  @Test
  void timeComesFromTheClock() {
    TIME_COMES_FROM_THE_CLOCK.check(OURS);
  }
}
