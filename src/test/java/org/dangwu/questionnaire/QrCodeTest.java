package org.dangwu.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final int SCALE = 6;
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  @Test
  void theDrawingReadsAsTheAddress() throws Exception {
    String address = "https://dangwu.yunling.example/q/Zx81-_aBcDeFgHiJkLmNoP";
    QrCode code = QrCode.of(address);
    int side = code.size() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    for (MatchResult module : MODULE.matcher(code.path()).results().toList()) {
      for (int y = 0; y < SCALE; y++) {
        int from =
            (Integer.parseInt(module.group(2)) * SCALE + y) * side
                + Integer.parseInt(module.group(1)) * SCALE;
        Arrays.fill(pixels, from, from + SCALE, 0);
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(address);
  }

  @Test
  void anAddressThatWouldBeIllegibleIsRefused() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
