package org.dangwu.archive.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dangwu.dossier.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packages, their pieces and their checks. */
@Repository
public class Register {

  private final JdbcClient jdbc;

  Register(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<PackageEntry> ofCase(String caseId) {
    return jdbc.sql("select * from archive_package where case_id = ?")
        .param(caseId)
        .query(Register::entry)
        .optional();
  }

  public Optional<PackageEntry> byId(String id) {
    return jdbc.sql("select * from archive_package where id = ?")
        .param(id)
        .query(Register::entry)
        .optional();
  }

  /** Codes of all organisations that have packages. */
  public List<String> organizations() {
    return jdbc.sql("select distinct organization from archive_package order by organization")
        .query(String.class)
        .list();
  }

  /** Packages of these organisations, newest first. */
  public List<PackageEntry> ofOrganizations(Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from archive_package where organization in (:codes)"
                + " order by archive_year desc, filed_at desc, archive_number")
        .param("codes", codes)
        .query(Register::entry)
        .list();
  }

  /** Pieces of a package in their order. */
  public List<ItemEntry> items(String packageId) {
    return jdbc.sql("select * from archive_item where package_id = ? order by item_order")
        .param(packageId)
        .query(Register::item)
        .list();
  }

  public void add(PackageEntry entry, List<ItemEntry> items) {
    jdbc.sql(
            """
            insert into archive_package (id, case_id, procedure_key, organization, organization_name,
              archive_year, business_key, archive_number, title, secrecy, piece_count, location,
              byte_count, sha256, report, filed_at, filed_by, checked_at, check_passed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.id(),
            entry.caseId(),
            entry.procedureKey(),
            entry.organization(),
            entry.organizationName(),
            entry.year(),
            entry.businessKey(),
            entry.archiveNumber(),
            entry.title(),
            entry.secrecy().name(),
            entry.pieces(),
            entry.location(),
            entry.size(),
            entry.sha256(),
            entry.report(),
            at(entry.filedAt()),
            entry.filedBy(),
            at(entry.checkedAt()),
            entry.checkPassed())
        .update();
    items.forEach(item -> add(entry.id(), item));
  }

  private void add(String packageId, ItemEntry item) {
    jdbc.sql(
            """
            insert into archive_item (package_id, item_order, archive_number, fonds, archive_year,
              retention, department, piece_number, title, document_type, subject, document_version,
              secrecy, retention_label, file_count, byte_count, sha256, author, formed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            packageId,
            item.order(),
            item.archiveNumber(),
            item.series().fonds(),
            item.series().year(),
            item.series().retention(),
            item.series().department(),
            item.piece(),
            item.title(),
            item.documentType(),
            item.subject(),
            item.version(),
            item.secrecy().name(),
            item.retentionLabel(),
            item.files(),
            item.size(),
            item.sha256(),
            item.author(),
            at(item.formedAt()))
        .update();
  }

  /** Packages whose last check is older, the longest unchecked first. */
  public List<PackageEntry> uncheckedSince(Instant time, int most) {
    return jdbc.sql(
            "select * from archive_package where checked_at < ? order by checked_at"
                + " fetch first ? rows only")
        .params(at(time), most)
        .query(Register::entry)
        .list();
  }

  /** Takes a due check for this node; false when another node was quicker. */
  public boolean claimCheck(PackageEntry entry, Instant now) {
    return jdbc.sql("update archive_package set checked_at = ? where id = ? and checked_at = ?")
            .params(at(now), entry.id(), at(entry.checkedAt()))
            .update()
        == 1;
  }

  public void addCheck(String packageId, CheckEntry check) {
    jdbc.sql(
            "insert into archive_check (package_id, checked_at, checked_by, passed, findings)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            packageId,
            at(check.checkedAt()),
            check.checkedBy(),
            check.passed(),
            String.join("\n", check.findings()))
        .update();
    jdbc.sql("update archive_package set checked_at = ?, check_passed = ? where id = ?")
        .params(at(check.checkedAt()), check.passed(), packageId)
        .update();
  }

  /** Checks of a package, newest first. */
  public List<CheckEntry> checks(String packageId, int most) {
    return jdbc.sql(
            "select * from archive_check where package_id = ? order by checked_at desc, id desc"
                + " fetch first ? rows only")
        .params(packageId, most)
        .query(
            (rs, row) ->
                new CheckEntry(
                    instant(rs, "checked_at"),
                    rs.getString("checked_by"),
                    rs.getBoolean("passed"),
                    rs.getString("findings").lines().toList()))
        .list();
  }

  private static PackageEntry entry(ResultSet rs, int row) throws SQLException {
    return new PackageEntry(
        rs.getString("id"),
        rs.getString("case_id"),
        rs.getString("procedure_key"),
        rs.getString("organization"),
        rs.getString("organization_name"),
        rs.getInt("archive_year"),
        rs.getString("business_key"),
        rs.getString("archive_number"),
        rs.getString("title"),
        Secrecy.valueOf(rs.getString("secrecy")),
        rs.getInt("piece_count"),
        rs.getString("location"),
        rs.getLong("byte_count"),
        rs.getString("sha256"),
        rs.getString("report"),
        instant(rs, "filed_at"),
        rs.getString("filed_by"),
        instant(rs, "checked_at"),
        rs.getBoolean("check_passed"));
  }

  // The category is part of the number itself: fonds-category·year-...
  private static ItemEntry item(ResultSet rs, int row) throws SQLException {
    String fonds = rs.getString("fonds");
    String number = rs.getString("archive_number");
    String category = number.substring(fonds.length() + 1, number.indexOf('·'));
    return new ItemEntry(
        rs.getInt("item_order"),
        new PieceSeries(
            fonds,
            category,
            rs.getInt("archive_year"),
            rs.getString("retention"),
            rs.getString("department")),
        rs.getInt("piece_number"),
        rs.getString("title"),
        rs.getString("document_type"),
        rs.getString("subject"),
        rs.getInt("document_version"),
        Secrecy.valueOf(rs.getString("secrecy")),
        rs.getString("retention_label"),
        rs.getInt("file_count"),
        rs.getLong("byte_count"),
        rs.getString("sha256"),
        rs.getString("author"),
        instant(rs, "formed_at"));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }
}
