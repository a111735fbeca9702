package org.dangwu.questionnaire;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the anonymous page.
 *
 * @param baseUrl address under which the public reaches the application, for links and QR codes;
 *     empty: the address under which the asker opened his page
 * @param maxAnswerLength characters of one answer
 * @param maxForms forms taken for one questionnaire
 * @param maxCharacters characters taken for one questionnaire, so that nobody can fill the disk
 * @param formsPerAddress forms taken from one network address within the window; a whole office may
 *     share one
 * @param addressWindow how long forms of an address are counted, in memory only
 */
@Validated
@ConfigurationProperties("dangwu.questionnaire")
record QuestionnaireProperties(
    @DefaultValue("") String baseUrl,
    @Min(value = 100, message = "dangwu.questionnaire.max-answer-length 不得小于 100")
        @DefaultValue("2000")
        int maxAnswerLength,
    @Min(value = 1, message = "dangwu.questionnaire.max-forms 不得小于 1") @DefaultValue("2000")
        int maxForms,
    @Min(value = 1000, message = "dangwu.questionnaire.max-characters 不得小于 1000")
        @DefaultValue("1000000")
        int maxCharacters,
    @Min(value = 1, message = "dangwu.questionnaire.forms-per-address 不得小于 1") @DefaultValue("60")
        int formsPerAddress,
    @DefaultValue("10m") Duration addressWindow) {}
