#include "output/citizens_csv.h"

#include <array>
#include <string_view>

namespace sagsflow {
namespace {

constexpr std::array<std::string_view, 6> kClasses = {"", "shorter", "same", "longer", "undecided", "unpaired"};
constexpr std::array<std::string_view, 3> kCourses = {"same", "direct", "knock_on"};

std::vector<std::string> fields_of(const std::vector<std::string>& names) {
  std::vector<std::string> fields;
  for (const std::string& name : names) fields.push_back(csv_field(name));
  return fields;
}

bool is_decided(const CitizenRow& row) {
  return row.change == CitizenClass::shorter || row.change == CitizenClass::same || row.change == CitizenClass::longer;
}

/// The columns from `status` on.
std::string outcome_fields(const CitizenRow& row, const std::string& status) {
  std::string text = "," + status + "," + csv_number(row.waiting_days) + (row.open ? ",1," : ",0,");
  text += kClasses[static_cast<std::size_t>(row.change)];
  text += ',';
  const bool compared = row.change != CitizenClass::baseline && row.change != CitizenClass::unpaired;
  if (compared) text += kCourses[static_cast<std::size_t>(row.course)];
  text += ',';
  if (is_decided(row)) text += csv_number(row.difference_days);
  return text + '\n';
}

}  // namespace

std::string citizens_csv_header(const CitizenNames& names) {
  std::string text = "scenario,arm,draw,replication,arrival,number,index";
  for (const CitizenNames::Attribute& attribute : names.attributes) {
    text += ',' + csv_field("attribute." + attribute.name);
  }
  return text + ",status,waiting_days,open,class,course,difference_days\n";
}

std::string citizens_csv_rows(const CitizenNames& names, const CitizenRows& rows, const CsvKey& key) {
  const std::string begin = csv_field(key.scenario) + ',' + csv_field(names.arms[rows.arm]) + ',' +
                            csv_field(key.draw) + ',' + std::to_string(rows.replication + 1) + ',';
  const std::vector<std::string> arrivals = fields_of(names.arrivals), statuses = fields_of(names.statuses);
  std::vector<std::vector<std::string>> values;
  for (const CitizenNames::Attribute& attribute : names.attributes) values.push_back(fields_of(attribute.values));
  std::string text;
  auto value = rows.values.begin();
  for (const CitizenRow& row : rows.citizens) {
    text += begin + arrivals[row.arrival] + ',' + std::to_string(row.number) + ',' + std::to_string(row.index);
    for (const std::vector<std::string>& words : values) text += ',' + words[*value++];
    text += outcome_fields(row, statuses[row.status]);
  }
  return text;
}

}  // namespace sagsflow
