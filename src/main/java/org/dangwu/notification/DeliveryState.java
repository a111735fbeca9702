package org.dangwu.notification;

/** Where a delivery stands (发送状态). */
enum DeliveryState {
  WAITING("待发送"),
  SENDING("正在发送"),
  SENT("已发送"),
  FAILED("发送失败"),
  NOT_CONFIGURED("渠道未配置"),
  NO_ADDRESS("无收件地址");

  private final String label;

  DeliveryState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
