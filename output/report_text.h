#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/report.h"

namespace sagsflow {

/// A column of numbers: what stands in it for a row.
struct ReportColumn {
  std::string header;
  std::function<std::string(const ReportRow&)> cell;
};

/// The least terminal width at which no number is cut.
std::size_t least_width(const std::vector<ReportTable>& tables, const std::vector<ReportColumn>& columns);

/// The tables, each with its title, below each other.
std::string report_text(const std::vector<ReportTable>& tables, const std::vector<ReportColumn>& columns,
                        std::size_t width);

}  // namespace sagsflow
