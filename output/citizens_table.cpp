#include "output/citizens_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_table.h"

namespace sagsflow {
namespace {

using C = CitizenChanges;
using Cell = std::string (*)(const Results& results, std::size_t arm, Language language);

template <auto which>
std::string share_cell(const Results& results, std::size_t arm, Language language) {
  return with_half_width(scaled(share_of_citizens(results, arm, which), 100), language);
}

template <auto which>
std::string yearly_cell(const Results& results, std::size_t arm, Language language) {
  return with_half_width(scaled(citizens_of(results, arm, which), 1 / window_years(results)), language);
}

template <auto days, auto citizens>
std::string days_cell(const Results& results, std::size_t arm, Language language) {
  return change_with_half_width(mean_days_of(results, arm, days, citizens), language);
}

std::string mean_cell(const Results& results, std::size_t arm, Language language) {
  return change_with_half_width(mean_change_of(results, arm), language);
}

struct Row {
  Phrase phrase;
  Cell cell;
  double C::* citizens;  ///< of whom it tells; null: everyone
};

struct Group {
  Phrase heading;
  std::span<const Row> rows;
};

constexpr std::array kShares = {
    Row{phrases::shorter, share_cell<&C::shorter>, &C::shorter},
    Row{phrases::same, share_cell<&C::same>, &C::same},
    Row{phrases::longer, share_cell<&C::longer>, &C::longer},
    Row{phrases::undecided, share_cell<&C::undecided>, &C::undecided},
};
constexpr std::array kCourses = {
    Row{phrases::direct, share_cell<&C::direct>, &C::direct},
    Row{phrases::knock_on, share_cell<&C::knock_on>, &C::knock_on},
};
constexpr std::array kYearly = {
    Row{phrases::shorter, yearly_cell<&C::shorter>, &C::shorter},
    Row{phrases::longer, yearly_cell<&C::longer>, &C::longer},
    Row{phrases::direct_longer, yearly_cell<&C::direct_longer>, &C::direct_longer},
    Row{phrases::knock_on_longer, yearly_cell<&C::knock_on_longer>, &C::knock_on_longer},
    Row{phrases::unpaired, yearly_cell<&C::unpaired>, &C::unpaired},
};
constexpr std::array kDays = {
    Row{phrases::everyone, mean_cell, nullptr},
    Row{phrases::those_shorter, days_cell<&C::shorter_days, &C::shorter>, &C::shorter},
    Row{phrases::those_longer, days_cell<&C::longer_days, &C::longer>, &C::longer},
    Row{phrases::direct_days, days_cell<&C::direct_days, &C::direct>, &C::direct},
    Row{phrases::knock_on_days, days_cell<&C::knock_on_days, &C::knock_on>, &C::knock_on},
};
constexpr std::array kGroups = {
    Group{phrases::shares, kShares},
    Group{phrases::by_course, kCourses},
    Group{phrases::yearly, kYearly},
    Group{phrases::change_in_days, kDays},
};

std::vector<std::size_t> arms_with_changes(const Results& results) {
  std::vector<std::size_t> arms;
  for (std::size_t arm = 1; arm < results.observations.size(); ++arm) {
    if (std::isfinite(share_of_citizens(results, arm, &C::shorter).value)) arms.push_back(arm);
  }
  return arms;
}

bool tells_nothing(const Results& results, const std::vector<std::size_t>& arms, double C::* citizens) {
  if (citizens == nullptr) return false;
  return std::ranges::all_of(arms, [&](std::size_t arm) { return citizens_of(results, arm, citizens).value == 0; });
}

}  // namespace

std::string citizens_text(const Results& results, Language language, std::size_t width) {
  const std::vector<std::size_t> arms = arms_with_changes(results);
  if (arms.empty()) return {};
  std::vector<TextTable::Column> heads{{"", Align::left}};
  for (const std::size_t arm : arms) heads.push_back({column_name_of(results, arm, language), Align::right});
  TextTable table(std::move(heads));
  table.section(std::string(phrases::citizens_against_themselves.in(language)));
  for (const Group& group : kGroups) {
    const auto tells = [&](const Row& row) { return !tells_nothing(results, arms, row.citizens); };
    if (std::ranges::any_of(group.rows, tells)) table.heading(std::string(group.heading.in(language)));
    for (const Row& row : group.rows) {
      if (!tells(row)) continue;
      std::vector<std::string> cells{std::string(row.phrase.in(language))};
      for (const std::size_t arm : arms) cells.push_back(row.cell(results, arm, language));
      table.row(std::move(cells));
    }
  }
  return '\n' + table.text(width);
}

}  // namespace sagsflow
