package org.dangwu.dossier.casefile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.file.UploadCheck;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Requests that the server cuts off before any controller sees them. */
@ControllerAdvice
@Order(200)
class OversizeUploads {

  private final UploadCheck uploads;
  private final Sentences sentences;

  OversizeUploads(UploadCheck uploads, Sentences sentences) {
    this.uploads = uploads;
    this.sentences = sentences;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> tooLarge(
      MaxUploadSizeExceededException problem, HttpServletRequest request)
      throws MaxUploadSizeExceededException {
    if (!request.getRequestURI().contains("/dossier/")
        && !request.getRequestURI().contains("/rectification/")) {
      throw problem;
    }
    return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "message",
                sentences.say("upload.tooLargeRequest", String.valueOf(uploads.maxMegabytes()))));
  }
}
