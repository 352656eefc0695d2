#include "output/report_text.h"

#include "output/text_table.h"

namespace sagsflow {
namespace {

/// One table, so that the columns stand below each other all the way down.
TextTable table_of(const std::vector<ReportTable>& reports, const std::vector<ReportColumn>& columns) {
  std::vector<TextTable::Column> heads{{"", Align::left}};
  for (const ReportColumn& column : columns) heads.push_back({column.header, Align::right});
  TextTable table(std::move(heads));
  for (const ReportTable& report : reports) {
    table.section(report.title);
    for (const ReportGroup& group : report.groups) {
      if (!group.heading.empty()) table.heading(group.heading);
      for (const ReportRow& row : group.rows) {
        std::vector<std::string> cells{row.label};
        for (const ReportColumn& column : columns) cells.push_back(column.cell(row));
        table.row(std::move(cells));
      }
    }
  }
  return table;
}

}  // namespace

std::size_t least_width(const std::vector<ReportTable>& tables, const std::vector<ReportColumn>& columns) {
  return table_of(tables, columns).least_width();
}

std::string report_text(const std::vector<ReportTable>& tables, const std::vector<ReportColumn>& columns,
                        std::size_t width) {
  return table_of(tables, columns).text(width);
}

}  // namespace sagsflow
