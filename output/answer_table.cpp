#include "output/answer_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastPlaceName = 10;

template <class... Values>
std::string filled(const Phrase& phrase, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

std::string marked(const std::string& text, const Estimate& change) {
  return is_clear(change) ? text : text + " ?";
}

std::string hours_cell(const ArmAnswer::Hours& hours, Language language) {
  const Estimate& change = hours.change.estimate;
  if (is_unchanged(change)) return std::string(phrases::unchanged.in(language));
  const bool freed = change.value < 0;
  const std::string size = in_line(scaled(change, freed ? -1 : 1), language);
  const std::string number = size.substr(size.starts_with('+') ? 1 : 0);
  const std::string text = filled(freed ? phrases::fewer : phrases::more, language, number);
  return is_clear(change) ? text + " (" + percent(hours.share, language) + ")" : marked(text, change);
}

std::string wait_cell(const ArmAnswer::Wait& wait, Language language, std::size_t width) {
  if (is_unchanged(wait.change.estimate)) return std::string(phrases::unchanged.in(language));
  const std::string days =
      marked(" " + number(wait.law, 1, language) + " → " + number(wait.trial, 1, language), wait.change.estimate);
  const std::size_t room = width > columns_of(days) ? width - columns_of(days) : 0;
  return cut_to(wait.place, std::max(room, kLeastPlaceName)) + days;
}

std::string citizens_cell(const std::array<Estimate, 4>& citizens, Language language) {
  return filled(phrases::short_citizens, language, whole_percent(citizens[0].value, language),
                whole_percent(citizens[2].value, language));
}

std::string money_cell(const Estimate& municipal, Language language) {
  if (is_unchanged(municipal)) return std::string(phrases::unchanged.in(language));
  return marked(filled(phrases::millions_a_year, language, in_line(scaled(municipal, 1e-6), language)), municipal);
}

/// "Rehabiliteringsteam (Forsøg, Begge); LÆ265 (Klinisk Funktion)": the places, each with the arms that name it.
std::string places_text(const Results& results, const std::vector<ArmAnswer>& answers, Language language) {
  std::vector<std::pair<std::string, std::string>> places;
  for (const ArmAnswer& answer : answers) {
    if (!answer.wait || is_unchanged(answer.wait->change.estimate)) continue;
    const std::string arm = column_name_of(results, answer.arm, language);
    const auto found = std::ranges::find(places, answer.wait->place, &std::pair<std::string, std::string>::first);
    if (found == places.end()) {
      places.emplace_back(answer.wait->place, arm);
    } else {
      found->second += ", " + arm;
    }
  }
  std::string text;
  for (const auto& [place, arms] : places) text += (text.empty() ? "" : "; ") + place + " [" + arms + "]";
  return text;
}

std::size_t widest_arm(std::size_t width, std::size_t label_width, std::size_t arms) {
  const std::size_t taken = label_width + kGap * arms;
  return width > taken ? (width - taken) / arms : 0;
}

}  // namespace

std::string answer_table(const Results& results, const std::vector<ArmAnswer>& answers, Language language,
                         std::size_t width) {
  std::vector<std::vector<std::string>> rows{{std::string(phrases::short_hours.in(language))},
                                             {std::string(phrases::short_wait.in(language))},
                                             {std::string(phrases::citizens_label.in(language))},
                                             {std::string(phrases::short_money.in(language))}};
  const std::string title = filled(phrases::against, language, column_name_of(results, 0, language));
  std::size_t label_width = columns_of(title);
  for (const auto& row : rows) label_width = std::max(label_width, columns_of(row.front()));
  const std::size_t arm_width = widest_arm(width, label_width, answers.size());
  std::vector<TextTable::Column> heads{{title, Align::left}};
  const std::string none(kNoValue);
  for (const ArmAnswer& answer : answers) {
    heads.push_back({column_name_of(results, answer.arm, language), Align::left});
    rows[0].push_back(answer.hours ? hours_cell(*answer.hours, language) : none);
    rows[1].push_back(answer.wait ? wait_cell(*answer.wait, language, arm_width) : none);
    rows[2].push_back(answer.citizens ? citizens_cell(*answer.citizens, language) : none);
    rows[3].push_back(answer.municipal ? money_cell(answer.municipal->estimate, language) : none);
  }
  TextTable table(std::move(heads));
  for (auto& row : rows) table.row(std::move(row));
  if (table.width() > width) return {};
  std::string text =
      table.text(width) + '\n' + lines_of(filled(phrases::answer_legend, language, replications_of(results)), width);
  const std::string places = places_text(results, answers, language);
  if (!places.empty()) text += lines_of(filled(phrases::wait_legend, language, places), width);
  return text;
}

}  // namespace sagsflow
