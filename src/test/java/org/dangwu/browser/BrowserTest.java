package org.dangwu.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dangwu.DangwuApplication;
import org.dangwu.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that people of the demo county carry out in a real browser. Where no browser is found it
 * is skipped with a loud line; under continuous integration it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("browser")
@ExtendWith(Browsers.class)
@SpringBootTest(
    classes = DangwuApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "browser"})
@Import(MovableClock.Configuration.class)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface BrowserTest {}
