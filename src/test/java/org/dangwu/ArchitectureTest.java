package org.dangwu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.dangwu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule engineInternalsStayInTheEngineModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dangwu.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda.bpm.engine.impl..");

  @ArchTest
  static final ArchRule delegatesAreModelBeans =
      classes().that().implement(JavaDelegate.class).should().beAnnotatedWith(ModelBean.class);

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors =
      noClasses().should().dependOnClassesThat().areAssignableTo(Autowired.class);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
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
}
