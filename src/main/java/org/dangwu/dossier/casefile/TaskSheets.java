package org.dangwu.dossier.casefile;

import java.util.List;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.TaskPapers;
import org.dangwu.dossier.casefile.PageViews.FieldView;
import org.dangwu.dossier.casefile.PageViews.ReadingView;
import org.dangwu.dossier.casefile.PageViews.SheetView;
import org.dangwu.dossier.casefile.PageViews.WrittenView;
import org.springframework.stereotype.Component;

/** The page of a task for those who draw it in their own way. */
@Component
class TaskSheets implements TaskPapers {

  private final TaskDesk desk;
  private final PageViews views;

  TaskSheets(TaskDesk desk, PageViews views) {
    this.desk = desk;
    this.views = views;
  }

  @Override
  public Sheet sheet(String taskId, String user) {
    try {
      SheetView sheet = views.sheet(desk.sheet(user, taskId));
      return new Sheet(
          sheet.held(),
          sheet.written().stream().map(TaskSheets::written).toList(),
          sheet.readings().stream().map(TaskSheets::reading).toList());
    } catch (NotThere | AccessRefused refused) {
      throw new DossierRefused(refused.getMessage());
    }
  }

  private static Written written(WrittenView view) {
    return new Written(
        view.type(),
        view.title(),
        view.secrecy(),
        view.fields().stream().map(TaskSheets::field).toList());
  }

  private static Field field(FieldView view) {
    return new Field(
        view.key(),
        view.label(),
        view.kind(),
        view.required(),
        view.maxLength(),
        view.hint(),
        view.text(),
        view.revision(),
        view.savedAt());
  }

  private static Reading reading(ReadingView view) {
    return view.head() == null
        ? new Reading(view.title(), null, "", "", false, List.of())
        : new Reading(
            view.title(),
            view.head().id(),
            view.head().subject(),
            view.head().author() + " · " + view.head().at() + "定稿",
            view.sealed(),
            view.texts().stream().map(text -> new Passage(text.label(), text.text())).toList());
  }
}
