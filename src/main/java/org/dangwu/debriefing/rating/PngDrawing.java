package org.dangwu.debriefing.rating;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Paints a picture for an official document, twice as fine as a page shows it. */
final class PngDrawing implements Drawing {

  private static final int FINE = 2;

  private final BufferedImage image;
  private final Graphics2D on;
  private final Font font;

  /**
   * @param font one that knows the characters of the texts
   */
  PngDrawing(int width, int height, Font font) {
    this.font = font;
    image = new BufferedImage(width * FINE, height * FINE, BufferedImage.TYPE_INT_RGB);
    on = image.createGraphics();
    on.scale(FINE, FINE);
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    box(0, 0, width, height, "#ffffff");
  }

  @Override
  public void box(double x, double y, double width, double height, String colour) {
    on.setColor(Color.decode(colour));
    on.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void text(double x, double y, String text, Type type) {
    on.setFont(font.deriveFont(type.bold() ? Font.BOLD : Font.PLAIN, (float) type.size()));
    on.setColor(Color.decode(type.colour()));
    double width = on.getFontMetrics().stringWidth(text);
    double left =
        switch (type.anchor()) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    on.drawString(text, (float) left, (float) y);
  }

  byte[] png() {
    on.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
