package org.dangwu.rectification;

import org.dangwu.dossier.PaperRows;
import org.dangwu.organization.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of a body and that of a secretary have the same table. */
@Configuration(proxyBeanMethods = false)
class ListPapers {

  @Bean
  PaperRows rectificationListRows(ItemRegister items, People people) {
    return new ListRows(ListDocument.TYPE, items, people);
  }

  @Bean
  PaperRows secretaryRectificationListRows(ItemRegister items, People people) {
    return new ListRows(ListDocument.OF_SECRETARY, items, people);
  }
}
