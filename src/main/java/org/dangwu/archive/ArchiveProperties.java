package org.dangwu.archive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the archive.
 *
 * @param directory where packages are kept; backed up and readable by the application alone
 * @param category code of the archive category (档案门类代码), WS for documents (文书)
 * @param department code of the department or matter (机构代码) that piece numbers run within
 * @param fonds fonds number (全宗号) by organisation code; the code itself where none is given
 * @param fixityInterval after which time a package is checked again
 * @param fixityBatch most packages checked in one round
 */
@Validated
@ConfigurationProperties("dangwu.archive")
public record ArchiveProperties(
    @NotNull(message = "请设置 dangwu.archive.directory（归档包存放目录）。") Path directory,
    @NotBlank @DefaultValue("WS") String category,
    @NotBlank @DefaultValue("BGS") String department,
    @DefaultValue Map<String, String> fonds,
    @NotNull @DefaultValue("P30D") Duration fixityInterval,
    @DefaultValue("50") int fixityBatch) {

  private static final String CODE = "[A-Za-z0-9]+";

  public ArchiveProperties {
    fonds = fonds == null ? Map.of() : Map.copyOf(fonds);
    require(category.matches(CODE), "dangwu.archive.category（档案门类代码）只能使用字母和数字。");
    require(department.matches(CODE), "dangwu.archive.department（机构代码）只能使用字母和数字。");
    fonds.forEach(
        (organization, number) ->
            require(
                number.matches(CODE), "dangwu.archive.fonds." + organization + "（全宗号）只能使用字母和数字。"));
    require(fixityInterval.toDays() >= 1, "dangwu.archive.fixity-interval（定期校验间隔）不得少于一天，例如 P30D。");
    require(fixityBatch > 0, "dangwu.archive.fixity-batch（每次校验的数量）必须大于 0。");
  }

  /** The fonds number (全宗号) of an organisation. */
  public String fondsOf(String organization) {
    return fonds.getOrDefault(organization, organization);
  }

  private static void require(boolean satisfied, String sentence) {
    if (!satisfied) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
