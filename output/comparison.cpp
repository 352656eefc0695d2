#include "output/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/answer.h"
#include "output/citizens_table.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/ranking_phrases.h"
#include "output/ranking_text.h"
#include "output/reliability.h"
#include "output/report_text.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::string_view kShortMark = "?";

/// The arm's own level in parentheses, where the baseline has none.
std::string only_here(const Estimate& level, Language language) {
  if (!std::isfinite(level.value)) return std::string(kNoValue) + "\t";
  std::string cell = "(" + with_half_width(level, language);
  const bool alone = cell.back() == '\t';
  if (alone) cell.pop_back();
  return cell + (alone ? ")\t" : ")");
}

std::string change_cell(const Results& results, std::size_t arm, const ReportRow& row, Language language,
                        std::string_view mark) {
  const Estimate change = scaled(difference_between(results, 0, arm, row.quantity).estimate, row.factor);
  const double level = row.factor * level_of(results, 0, row.quantity).value;
  if (!std::isfinite(level)) return only_here(scaled(level_of(results, arm, row.quantity), row.factor), language);
  if (!std::isfinite(change.value)) return std::string(kNoValue) + "\t";
  const int most_decimals = std::max(row.decimals, decimals_of_size(level));
  if (is_unchanged(change) || rounds_to_nothing(change, most_decimals)) {
    return std::string(phrases::unchanged.in(language));
  }
  return change_with_half_width(change, language, most_decimals) + "\t" + (is_clear(change) ? "" : std::string(mark));
}

/// The baseline's level and the difference of each of the arms.
std::vector<ReportColumn> columns_for(const Results& results, const std::vector<std::size_t>& arms, Language language,
                                      std::string_view mark) {
  std::vector<ReportColumn> columns;
  columns.push_back({column_name_of(results, 0, language), [&results, language](const ReportRow& row) {
                       return with_half_width(scaled(level_of(results, 0, row.quantity), row.factor), language);
                     }});
  for (const std::size_t arm : arms) {
    columns.push_back({column_name_of(results, arm, language), [&results, language, arm, mark](const ReportRow& row) {
                         return change_cell(results, arm, row, language, mark);
                       }});
  }
  return columns;
}

/// How many of the differences shown were narrowed by control variates; empty when none was.
std::string controls_text(const Results& results, const std::vector<ReportTable>& tables, Language language) {
  std::size_t narrowed = 0, all = 0;
  for (const ReportTable& table : tables) {
    for (const ReportGroup& group : table.groups) {
      for (const ReportRow& row : group.rows) {
        for (std::size_t arm = 1; arm < results.arms.size(); ++arm) {
          const Difference difference = difference_between(results, 0, arm, row.quantity);
          all += std::isfinite(difference.estimate.value) ? 1 : 0;
          narrowed += difference.controls > 0 ? 1 : 0;
        }
      }
    }
  }
  if (narrowed == 0) return {};
  return " " + fmt::format(fmt::runtime(phrases::legend_controls.in(language)), narrowed, all);
}

/// What the numbers are, for what follows.
std::string legend(const Results& results, const std::vector<ReportTable>& tables, Language language, std::size_t width,
                   bool has_mark) {
  const std::string baseline = label_of(results.arms.front(), language);
  std::string text = fmt::format(fmt::runtime(phrases::legend.in(language)), baseline, baseline);
  if (results.arms.size() > 2) {
    text += " " + fmt::format(fmt::runtime(phrases::legend_simultaneous.in(language)), results.arms.size() - 1);
  }
  text += controls_text(results, tables, language);
  if (has_mark) text += " " + fmt::format(fmt::runtime(phrases::legend_unclear.in(language)), kShortMark);
  const auto only_elsewhere = [&](const ReportRow& row) {
    return !std::isfinite(level_of(results, 0, row.quantity).value);
  };
  const bool has_level = std::ranges::any_of(tables, [&](const ReportTable& table) {
    return std::ranges::any_of(
        table.groups, [&](const ReportGroup& group) { return std::ranges::any_of(group.rows, only_elsewhere); });
  });
  if (has_level) text += " " + fmt::format(fmt::runtime(phrases::legend_level.in(language)), baseline);
  return lines_of(text, width) + column_names_text(results, language) + '\n';
}

}  // namespace

std::string comparison_text(const Results& results, Language language, std::size_t width) {
  std::vector<std::size_t> arms;
  for (std::size_t arm = 1; arm < results.arms.size(); ++arm) arms.push_back(arm);
  const std::vector<ReportTable> tables = report_tables(results, ReportFor::comparison, language);
  const std::string_view word = phrases::unclear.in(language);
  std::string answer = answer_text(results, language, width) + '\n';
  if (const std::string reliability = reliability_text(results, language, width); !reliability.empty()) {
    answer += reliability + '\n';
  }
  const std::string ranking = ranking_text(results, language, width);
  const bool explained = answer.find(std::string(kShortMark) + "\u00a0=") != std::string::npos;
  for (const std::string_view mark : {word, kShortMark}) {
    const auto columns = columns_for(results, arms, language, mark);
    if (least_width(tables, columns) > width) continue;
    if (!ranking.empty()) answer += ranking + '\n';
    return answer + legend(results, tables, language, width, mark == kShortMark && !explained) +
           report_text(tables, columns, width) + citizens_text(results, language, width);
  }
  if (!ranking.empty()) {
    return ranking + '\n' + reliability_text(results, language, width) +
           lines_of(phrases::tables_elsewhere.in(language), width);
  }
  std::string text = answer + legend(results, tables, language, width, false);
  for (const std::size_t arm : arms) {
    text += report_text(tables, columns_for(results, {arm}, language, word), width) + '\n';
  }
  return text + citizens_text(results, language, width);
}

}  // namespace sagsflow
