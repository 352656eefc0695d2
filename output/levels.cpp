#include "output/levels.h"

#include <fmt/format.h>

#include <cmath>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/reliability.h"
#include "output/report_text.h"

namespace sagsflow {
namespace {

ReportColumn level_column(const Results& results, std::size_t arm, Language language) {
  return {column_name_of(results, arm, language), [&results, language, arm](const ReportRow& row) {
            return with_half_width(scaled(level_of(results, arm, row.quantity), row.factor), language);
          }};
}

/// "3" or "2,5"
std::string window_text(const Results& results, Language language) {
  const double years = window_years(results);
  return number(years, std::abs(years - std::round(years)) < 0.05 ? 0 : 1, language);
}

}  // namespace

std::string levels_text(const Results& results, Language language, std::size_t width) {
  std::string text = fmt::format(fmt::runtime(phrases::levels_legend.in(language)), replications_of(results),
                                 window_text(results, language)) +
                     '\n' + column_names_text(results, language) + reliability_text(results, language, width) + '\n';
  const std::vector<ReportTable> tables = report_tables(results, ReportFor::levels, language);
  std::vector<ReportColumn> columns;
  for (std::size_t arm = 0; arm < results.arms.size(); ++arm) columns.push_back(level_column(results, arm, language));
  if (least_width(tables, columns) <= width) return text + report_text(tables, columns, width);
  for (const ReportColumn& column : columns) text += report_text(tables, {column}, width) + '\n';
  return text;
}

}  // namespace sagsflow
