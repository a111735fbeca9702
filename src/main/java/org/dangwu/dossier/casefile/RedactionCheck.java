package org.dangwu.dossier.casefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.CaseDirectory.RosterRow;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.redaction.Redaction;
import org.dangwu.dossier.redaction.Redaction.Leak;
import org.dangwu.dossier.redaction.Redaction.Reason;
import org.dangwu.dossier.redaction.Redaction.Source;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/**
 * Compares what is to be published with the confidential documents of the case (脱密核对, A30). Reads
 * those documents for the system; of them only the kind is ever told.
 */
@Component
class RedactionCheck {

  private static final String RUN = "dossier.redactionRun";

  private final DocumentStore store;
  private final DocumentCatalogue catalogue;
  private final CaseDirectory cases;
  private final RedactionTerms terms;
  private final Parameters parameters;
  private final Sentences sentences;

  RedactionCheck(
      DocumentStore store,
      DocumentCatalogue catalogue,
      CaseDirectory cases,
      RedactionTerms terms,
      Parameters parameters,
      Sentences sentences) {
    this.store = store;
    this.catalogue = catalogue;
    this.cases = cases;
    this.terms = terms;
    this.parameters = parameters;
    this.sentences = sentences;
  }

  /** What would leak through the newest versions of these documents. */
  List<Finding> of(String caseId, Collection<DocumentKey> drafts, Set<String> secretTypes) {
    CaseFacts facts =
        cases.find(caseId).orElseThrow(() -> new DossierRefused(sentences.say("case.unknown")));
    List<Source> sources = sources(caseId, secretTypes);
    Set<String> members =
        cases.roster(caseId).stream().map(RosterRow::name).collect(Collectors.toSet());
    Map<String, String> subjects = subjects(caseId, drafts);
    List<String> givers =
        cases.people(facts).stream()
            .filter(name -> !members.contains(name) && !subjects.containsValue(name))
            .filter(
                name ->
                    sources.stream()
                        .anyMatch(source -> source.namesGivers() && source.text().contains(name)))
            .toList();
    Redaction redaction =
        new Redaction(
            parameters.number(RUN, facts.organization(), facts.year()),
            phrases(facts),
            terms.criticism());
    List<Finding> findings = new ArrayList<>();
    for (DocumentKey key : drafts) {
      DossierDocument draft = store.current(key).orElse(null);
      if (draft != null) {
        Map<String, StoredSection> texts = store.sections(draft.id());
        Set<String> criticised = new HashSet<>(members);
        criticised.addAll(subjects.values());
        criticised.remove(subjects.get(key.subject()));
        List<String> own = ownWords(key);
        for (DocumentSection section : catalogue.sections(key.type())) {
          StoredSection text = texts.get(section.key());
          if (text != null) {
            redaction.leaks(text.text(), sources, criticised, givers).stream()
                .filter(leak -> !saidByHimself(leak, own))
                .map(leak -> finding(draft, section, leak))
                .forEach(findings::add);
          }
        }
      }
    }
    return List.copyOf(findings);
  }

  /** Names of all those about whom there are documents of the kinds that are to be published. */
  private Map<String, String> subjects(String caseId, Collection<DocumentKey> drafts) {
    Set<String> types = drafts.stream().map(DocumentKey::type).collect(Collectors.toSet());
    return cases.names(
        each(caseId, types).stream()
            .filter(DocumentKey::perPerson)
            .map(DocumentKey::subject)
            .toList());
  }

  /** What the person whom a document is about wrote himself, in documents of his own hand. */
  private List<String> ownWords(DocumentKey key) {
    return key.perPerson()
        ? store.ofCase(key.caseId()).stream()
            .filter(document -> document.key().subject().equals(key.subject()))
            .filter(
                document ->
                    catalogue
                        .find(document.key().type())
                        .filter(DocumentType::selfWritten)
                        .isPresent())
            .flatMap(document -> store.sections(document.id()).values().stream())
            .map(StoredSection::text)
            .toList()
        : List.of();
  }

  /** His own words are no secret, also where a confidential document quotes them. */
  private static boolean saidByHimself(Leak leak, List<String> own) {
    return leak.reason() == Reason.SHARED
        && own.stream().anyMatch(text -> text.contains(leak.sentence()));
  }

  /** The documents of these types, whomever they are about. */
  List<DocumentKey> each(String caseId, Set<String> types) {
    return types.isEmpty()
        ? List.of()
        : store.ofCase(caseId).stream()
            .map(DossierDocument::key)
            .filter(key -> types.contains(key.type()))
            .distinct()
            .toList();
  }

  private Finding finding(DossierDocument draft, DocumentSection section, Leak leak) {
    DocumentKey key = draft.key();
    return new Finding(
        key,
        key.perPerson()
            ? sentences.say(
                "redaction.titleAbout",
                draft.title(),
                cases.names(List.of(key.subject())).values().iterator().next())
            : draft.title(),
        section.label(),
        leak,
        Sha256.of(leak.sentence().getBytes(StandardCharsets.UTF_8)));
  }

  /** The case's own names and theme are public, whatever quotes them. */
  private List<String> phrases(CaseFacts facts) {
    List<String> phrases = new ArrayList<>(terms.phrases());
    phrases.add(facts.title());
    phrases.add(facts.organizationName());
    phrases.add(Objects.toString(cases.variables(facts.caseId()).get("theme"), ""));
    return phrases;
  }

  /** All versions: what was taken out of the last one is no less confidential. */
  private List<Source> sources(String caseId, Set<String> secretTypes) {
    List<String> giverDocuments = terms.giverDocuments();
    List<Source> sources = new ArrayList<>();
    for (DossierDocument document : store.ofCase(caseId)) {
      String type = document.key().type();
      if (secretTypes.contains(type)) {
        Set<String> written = longSections(type);
        String title = catalogue.find(type).map(DocumentType::title).orElse(document.title());
        store
            .sections(document.id())
            .forEach(
                (section, text) -> {
                  if (written.contains(section)) {
                    sources.add(new Source(title, text.text(), giverDocuments.contains(type)));
                  }
                });
      }
    }
    return sources;
  }

  private Set<String> longSections(String type) {
    return catalogue.sections(type).stream()
        .filter(section -> section.kind() == DocumentSection.Kind.TEXT)
        .map(DocumentSection::key)
        .collect(Collectors.toSet());
  }

  /**
   * @param key the document to be published
   * @param title its title with the name of the person it is about
   * @param section label of the section in which the sentence stands
   * @param fingerprint by which a decision about this sentence is kept
   */
  record Finding(DocumentKey key, String title, String section, Leak leak, String fingerprint) {

    String type() {
      return key.type();
    }
  }
}
