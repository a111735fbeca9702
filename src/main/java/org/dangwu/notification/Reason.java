package org.dangwu.notification;

/**
 * Class of a failure (失败原因), which is all that is kept of it: answers of servers may quote mail.
 */
enum Reason {
  CONNECTION("连接不上服务器"),
  TIMEOUT("服务器没有及时答复"),
  AUTHENTICATION("服务器不接受用户名或口令"),
  REFUSED("服务器拒收"),
  INVALID_ADDRESS("收件地址无效"),
  REDIRECT("服务器要求转到其他地址，已拒绝"),
  SERVER_ERROR("服务器出错"),
  INTERRUPTED("发送中断，结果不明"),
  NOT_CONFIGURED("系统尚未配置该渠道"),
  NO_ADDRESS("名册中没有收件地址"),
  OTHER("其他错误，详见系统日志");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
