package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Order, words, titles and blank rows do not change what a release says. */
class ShuffledColumnsTest {

  private static final List<List<String>> HEADERS =
      List.of(
          List.of("项目名称", "名称", "诊疗项目名称", "医疗服务项目名称"),
          List.of("国标代码", "项目编码", "医保 编码", "医疗服务项目代码"),
          List.of("频次上限", "限制次数", "最大次数", "次数上限"),
          List.of("疗程周期", "限定周期", "周期(天)", "间隔天数"),
          List.of("备注", "说明", "政策依据", "项目内涵"),
          List.of("序号", "编号", "No.", "行号"));
  private static final List<List<String>> ROWS =
      List.of(
          List.of("甲测定", "002503020020000", "1", "7", "近期水平", "1"),
          List.of("乙评定", "003402000050000", "2", "14天", "间隔不短于14天", "2"),
          List.of("丙测定", "002503020030100", "1", "3个月", "", "3"));

  @Property(tries = 200, seed = "20261122")
  void read_columnsShuffled_saysTheSame(
      @ForAll long order,
      @ForAll @IntRange(max = 3) int words,
      @ForAll @IntRange(max = 3) int above)
      throws ReleaseException {
    List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(columns, new Random(order));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < above; i++) {
      lines.add(i % 2 == 0 ? "“医疗服务项目周期超频次”规则对应知识点明细" : "");
    }
    lines.add(
        columns.stream().map(i -> HEADERS.get(i).get(words)).collect(Collectors.joining("|")));
    for (List<String> row : ROWS) {
      lines.add(columns.stream().map(row::get).collect(Collectors.joining("|")));
    }

    assertThat(
            ReleaseReader.read("周期.xlsx", new Books().sheet("周期", lines).bytes()).entries().stream()
                .map(entry -> entry.table() + entry.cells()))
        .containsExactly(
            "period-limits{item=002503020020000, times=1, days=7, name=甲测定}",
            "period-limits{item=003402000050000, times=2, days=14, name=乙评定}",
            "period-limits{item=002503020030100, times=1, days=93, name=丙测定}");
  }
}
