package org.fundwatch.alertapi.page;

import java.util.List;
import org.fundwatch.alertapi.security.Role;

/**
 * What a role can do today, in Chinese.
 *
 * @param name of the role
 * @param what it is for
 * @param ways where its work is done
 */
record RoleDuty(String name, String what, List<Way> ways) {

  RoleDuty {
    ways = List.copyOf(ways);
  }

  /**
   * Where something is done.
   *
   * @param page true for a page, false for the API
   * @param request what is asked for, such as {@code GET /api/v1/audit}; of a page its path
   * @param zh what it does
   */
  record Way(boolean page, String request, String zh) {}

  static RoleDuty of(Role role) {
    return switch (role) {
      case INSPECTOR -> duty("稽查员", "处理预警，办理案件。", page("/", "预警队列"), page("/cases", "案件"));
      case LEAD ->
          duty(
              "组长",
              "处理和分派预警，审批案件，临时授权地区。",
              page("/", "预警队列"),
              page("/cases", "案件"),
              api("POST /api/v1/users/{name}/grants", "授予检查组成员临时地区权限"));
      case LEGAL_REVIEWER -> duty("法制审核员", "审核案件。", page("/cases", "案件"));
      case HOTLINE ->
          duty(
              "举报受理员",
              "登记举报，更新办理状态，查阅预警。",
              api("GET /api/v1/reports", "举报列表"),
              api("POST /api/v1/reports", "登记举报"),
              api("PUT /api/v1/reports/{id}/status", "更新办理状态"),
              api("GET /api/v1/alerts", "查阅预警"));
      case CUSTODIAN ->
          duty(
              "身份保管员",
              "保管举报中的个人信息，查看须说明理由并留痕。",
              api("GET /api/v1/reports", "举报列表"),
              api("POST /api/v1/reports/{id}/reveal", "说明理由后查看原文"));
      case RULE_AUTHOR ->
          duty(
              "规则编写员",
              "查阅规则及其核实情况。规则以文件编写，随规则集发布。",
              api("GET /api/v1/rules", "规则目录"),
              api("GET /api/v1/rule-precision", "规则核实情况"));
      case RULE_APPROVER ->
          duty(
              "规则审批员",
              "查阅规则及其核实情况。系统内尚无规则审批流程。",
              api("GET /api/v1/rules", "规则目录"),
              api("GET /api/v1/rule-precision", "规则核实情况"));
      case AUDITOR ->
          duty(
              "审计员",
              "查阅个人信息的查看记录和各项决定，核验记录未被改动。",
              api("GET /api/v1/audit", "查看与决定记录（限全国范围的审计员）"),
              api("GET /api/v1/journal/verify", "核验记录"),
              api("GET /api/v1/suppressions", "抑制清单"),
              api("GET /api/v1/draws", "双随机抽取"),
              api("GET /api/v1/points", "医师记分"),
              api("GET /api/v1/credits", "信用记录"),
              api("GET /api/v1/notices", "基金预警"),
              api("GET /api/v1/rule-precision", "规则核实情况"));
      case ADMIN ->
          duty(
              "管理员",
              "管理服务运行和临时地区授权，不查看预警和案件。",
              api("GET /actuator/health", "运行状况"),
              api("GET /actuator/prometheus", "运行指标"),
              api("GET /api/v1/journal/verify", "核验记录"),
              api("GET /api/v1/users/{name}/grants", "临时地区授权"),
              api("POST /api/v1/users/{name}/grants", "授予临时地区权限"));
    };
  }

  private static RoleDuty duty(String name, String what, Way... ways) {
    return new RoleDuty(name, what, List.of(ways));
  }

  private static Way page(String path, String zh) {
    return new Way(true, path, zh);
  }

  private static Way api(String request, String zh) {
    return new Way(false, request, zh);
  }
}
