#include "output/comparison.h"

#include <fmt/format.h>

#include <cmath>

#include "output/answer.h"
#include "output/citizens_table.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/report_text.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::string_view kShortMark = "?";

std::string change_cell(const Results& results, std::size_t arm, const ReportRow& row, Language language,
                        std::string_view mark) {
  const Estimate change = scaled(difference_between(results, 0, arm, row.quantity).estimate, row.factor);
  if (!std::isfinite(change.value)) return std::string(kNoValue) + "\t";
  if (is_unchanged(change)) return std::string(phrases::unchanged.in(language));
  return change_with_half_width(change, language) + "\t" + (is_clear(change) ? "" : std::string(mark));
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

std::string lines_of(std::string_view text, std::size_t width) {
  std::string lines;
  for (const std::string& line : wrapped(text, width)) lines += line + '\n';
  return lines;
}

/// What the numbers are, for what follows.
std::string legend(const Results& results, Language language, std::size_t width, bool has_mark) {
  const std::string baseline = label_of(results.arms.front(), language);
  std::string text = fmt::format(fmt::runtime(phrases::legend.in(language)), baseline, baseline);
  if (has_mark) text += " " + fmt::format(fmt::runtime(phrases::legend_unclear.in(language)), kShortMark);
  return lines_of(text, width) + column_names_text(results, language) + '\n';
}

}  // namespace

std::string comparison_text(const Results& results, Language language, std::size_t width) {
  const std::string answer = answer_text(results, language, width);
  const bool answer_has_mark = answer.find(kShortMark) != std::string::npos;
  std::vector<std::size_t> arms;
  for (std::size_t arm = 1; arm < results.arms.size(); ++arm) arms.push_back(arm);
  const std::vector<ReportTable> tables = report_tables(results, language);
  const std::string_view word = phrases::unclear.in(language);
  for (const std::string_view mark : {word, kShortMark}) {
    const auto columns = columns_for(results, arms, language, mark);
    if (least_width(tables, columns) > width) continue;
    return answer + '\n' + legend(results, language, width, answer_has_mark || mark == kShortMark) +
           report_text(tables, columns, width) + citizens_text(results, language, width);
  }
  std::string text = answer + '\n' + legend(results, language, width, answer_has_mark);
  for (const std::size_t arm : arms) {
    text += report_text(tables, columns_for(results, {arm}, language, word), width) + '\n';
  }
  return text + citizens_text(results, language, width);
}

}  // namespace sagsflow
