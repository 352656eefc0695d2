#include "output/ranking_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/results/ranking.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/ranking_phrases.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

using Effect = RankedArm::Effect;

constexpr std::size_t kMostBest = 5;

template <class... Values>
std::string filled(const Phrase& phrase, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

/// A ranking that the results can give, and the unit in which people read it.
struct Shown {
  const RankingInfo* ranking = nullptr;
  double factor = 1;
  Phrase unit;
  std::vector<RankedArm> everyone;
};

void set_unit(Shown& shown, const RankingUnit& unit) {
  shown.factor = unit.unit == Unit::dkk ? 1e-3 : unit.unit == Unit::one ? 100 : 1;
  switch (unit.unit) {
    case Unit::days:
      shown.unit = unit.is_yearly ? phrases::days_a_year : phrases::days;
      return;
    case Unit::hours:
      shown.unit = unit.is_yearly ? phrases::hours_a_year : phrases::hours;
      return;
    case Unit::dkk:
      shown.unit = unit.is_yearly ? phrases::thousands_of_kroner_a_year : phrases::thousands_of_kroner;
      return;
    case Unit::one:
      shown.unit = phrases::percentage_points;
      return;
    case Unit::count:
      shown.unit = unit.is_yearly ? phrases::number_a_year : phrases::number_of;
      return;
  }
}

std::string_view label_of(const RankingInfo& ranking, Language language) {
  return language == Language::danish ? ranking.label_da : ranking.label_en;
}

std::string title_of(const Shown& shown, Language language) {
  return fmt::format("{}, {}", label_of(*shown.ranking, language), shown.unit.in(language));
}

bool has_clear_effect(const RankedArm& arm) {
  return arm.effect == Effect::better || arm.effect == Effect::worse;
}

/// "2–4"
std::string place_of(const RankedArm& arm) {
  return arm.first_place == arm.last_place ? std::to_string(arm.first_place)
                                           : fmt::format("{}–{}", arm.first_place, arm.last_place);
}

/// "−340\t± 20\t(2–4)"
std::string change_cell(const Shown& shown, const RankedArm& arm, Language language) {
  if (arm.effect == Effect::undefined) return std::string(kNoValue) + "\t";
  if (arm.effect == Effect::unchanged) return std::string(phrases::unchanged.in(language));
  const std::string change = change_with_half_width(scaled(arm.change, shown.factor), language);
  return change + "\t" + (has_clear_effect(arm) ? "(" + place_of(arm) + ")" : "?");
}

/// The label where it begins with the name, else the name: the lists of the best go by names.
std::string row_label(const ArmInfo& arm, Language language) {
  const std::string label = label_of(arm, language);
  return label.starts_with(arm.name) ? label : arm.name;
}

/// A line for each arm whose label is not in the table: "moedekoe: Samme mødekø".
std::string names_text(const Results& results, Language language, std::size_t width) {
  std::string text;
  for (const ArmInfo& arm : results.arms) {
    const std::string label = label_of(arm, language);
    if (&arm != &results.arms.front() && row_label(arm, language) != label) {
      text += lines_of(arm.name + ": " + label, width);
    }
  }
  return text;
}

/// A row for each arm, in the order of the first ranking.
std::string all_arms_text(const Results& results, const std::vector<Shown>& rankings, Language language,
                          std::size_t width) {
  std::vector<TextTable::Column> heads{
      {filled(phrases::against, language, column_name_of(results, 0, language)), Align::left}};
  for (const Shown& shown : rankings) heads.push_back({title_of(shown, language), Align::right});
  TextTable table(std::move(heads));
  for (const RankedArm& first : rankings.front().everyone) {
    std::vector<std::string> cells{row_label(results.arms[first.arm], language)};
    for (const Shown& shown : rankings) {
      const auto here = std::ranges::find(shown.everyone, first.arm, &RankedArm::arm);
      cells.push_back(change_cell(shown, *here, language));
    }
    table.row(std::move(cells));
  }
  return table.text(width);
}

bool is_improvement(const RankingInfo& ranking, const RankedArm& arm) {
  const bool may_be = arm.effect == Effect::better || arm.effect == Effect::unclear;
  return may_be && (arm.change.value > 0) == ranking.more_is_better;
}

/// "−340"; empty where that rounds to nothing.
std::string short_change(const Shown& shown, const RankedArm& arm, Language language) {
  std::string change = change_with_half_width(scaled(arm.change, shown.factor), language);
  change.resize(change.find('\t'));
  return change.find_first_of("123456789") == std::string::npos ? std::string() : change;
}

/// "T06 −340", with "?" where it is not clear: the arms that help, best first.
std::vector<std::string> best_cells(const Results& results, const Shown& shown, const std::string& group,
                                    Language language) {
  std::vector<std::string> cells;
  for (const RankedArm& arm : ranked_arms(results, *shown.ranking, group)) {
    if (cells.size() == kMostBest) break;
    if (!is_improvement(*shown.ranking, arm)) continue;
    const std::string change = short_change(shown, arm, language);
    if (change.empty()) continue;
    cells.push_back(results.arms[arm.arm].name + " " + change + (arm.effect == Effect::unclear ? " ?" : ""));
  }
  if (cells.empty()) cells.emplace_back(kNoValue);
  return cells;
}

/// "Aalborg" of "kommune=Aalborg" where all groups are of one attribute.
std::string group_name(const std::vector<std::string>& groups, const std::string& group, Language language) {
  if (group.empty()) return std::string(phrases::everyone_there.in(language));
  const std::string attribute = group.substr(0, group.find('=') + 1);
  const bool is_alone = std::ranges::all_of(
      groups, [&](const std::string& other) { return other.empty() || other.starts_with(attribute); });
  return is_alone ? group.substr(attribute.size()) : group;
}

/// A row for everyone and one for each group, with as many of the best arms beside each other as fit.
std::string best_text(const Results& results, const Shown& shown, Language language, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  const std::vector<std::string> groups = groups_of(results, *shown.ranking);
  for (const std::string& group : groups) {
    rows.push_back(best_cells(results, shown, group, language));
    rows.back().insert(rows.back().begin(), group_name(groups, group, language));
  }
  for (std::size_t best = std::ranges::max(rows, {}, &std::vector<std::string>::size).size() - 1;; --best) {
    std::vector<TextTable::Column> heads{{"", Align::left}};
    for (std::size_t i = 1; i <= best; ++i) heads.push_back({std::to_string(i), Align::left});
    TextTable table(std::move(heads));
    for (std::vector<std::string> row : rows) {
      row.resize(best + 1);
      table.row(std::move(row));
    }
    if (best > 1 && table.least_width() > width) continue;
    return lines_of(filled(phrases::best_title, language, title_of(shown, language)), width) + table.text(width);
  }
}

std::string legend_text(const Results& results, Language language, std::size_t width) {
  return lines_of(filled(phrases::ranking_legend, language, replications_of(results),
                         label_of(results.arms.front(), language), results.arms.size() - 1),
                  width);
}

}  // namespace

std::string ranking_text(const Results& results, Language language, std::size_t width) {
  if (results.arms.size() < 2) return {};
  std::string missing;
  std::vector<Shown> rankings;
  for (const RankingInfo& ranking : results.rankings) {
    const auto unit = unit_of(results, ranking);
    if (!unit) {
      const std::string what = fmt::format("{}", fmt::join(ranking.measures, " + "));
      missing += lines_of(filled(phrases::not_ranked, language, label_of(ranking, language), what), width);
      continue;
    }
    Shown shown{&ranking, 1, {}, ranked_arms(results, ranking, {})};
    set_unit(shown, *unit);
    rankings.push_back(std::move(shown));
  }
  if (rankings.empty()) return missing;
  std::string text = all_arms_text(results, rankings, language, width) + '\n' + legend_text(results, language, width) +
                     names_text(results, language, width);
  for (const Shown& shown : rankings) text += '\n' + best_text(results, shown, language, width);
  return text + missing;
}

}  // namespace sagsflow
