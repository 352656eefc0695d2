#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/answer.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kLeastPlaceName = 10;
constexpr std::size_t kSentenceMargin = 12;

template <class... Values>
std::string filled(const Phrase& phrase, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

/// "35,2 ± 1,3" in running text.
std::string inline_change(const Estimate& change, Language language) {
  std::string text = change_with_half_width(change, language);
  if (const auto tab = text.find('\t'); tab != std::string::npos) text.replace(tab, 1, text.back() == '\t' ? "" : " ");
  return text;
}

std::string mark_of(const Estimate& change, Language language) {
  if (is_unchanged(change) || is_clear(change)) return {};
  return ", " + std::string(phrases::unclear.in(language));
}

std::string hours_sentence(const ArmAnswer::Hours& hours, Language language) {
  if (is_unchanged(hours.freed)) return std::string(phrases::unchanged.in(language));
  if (!is_clear(hours.freed)) {
    return filled(phrases::hours_unclear, language, with_interval(scaled(hours.freed, -1), language));
  }
  const bool freed = hours.freed.value > 0;
  return filled(freed ? phrases::hours_freed : phrases::hours_more, language,
                with_interval(scaled(hours.freed, freed ? 1 : -1), language), percent(std::abs(hours.share), language));
}

std::string days_from_to(const ArmAnswer::Wait& wait, Language language, const Phrase& pattern) {
  const int decimals = decimals_for(wait.change.value, wait.change.half_width());
  return filled(pattern, language, number(wait.law, decimals, language), number(wait.trial, decimals, language));
}

std::string wait_sentence(const ArmAnswer::Wait& wait, Language language) {
  if (is_unchanged(wait.change)) return std::string(phrases::unchanged.in(language));
  const int decimals = decimals_for(wait.change.value, wait.change.half_width());
  return filled(phrases::wait_change, language, wait.place, number(wait.law, decimals, language),
                number(wait.trial, decimals, language),
                inline_change(wait.change, language) + mark_of(wait.change, language));
}

std::string whole_percent(double share, Language language) {
  return number(100 * share, 0, language) + (language == Language::danish ? " %" : "%");
}

std::string citizens_sentence(const std::array<Estimate, 4>& citizens, Language language) {
  const auto share = [&](std::size_t which) { return whole_percent(citizens[which].value, language); };
  return filled(phrases::citizens_share, language, share(0), share(1), share(2), share(3));
}

std::string money_sentence(const Estimate& municipal, Language language) {
  if (is_unchanged(municipal)) return std::string(phrases::unchanged.in(language));
  return filled(phrases::money_change, language, inline_change(scaled(municipal, 1e-6), language)) +
         mark_of(municipal, language);
}

/// The label, and beside it the sentence in as many lines as it takes.
std::string labelled(const Phrase& label, const std::string& sentence, Language language, std::size_t width) {
  std::string text;
  std::string margin = "  " + std::string(label.in(language));
  margin += std::string(kSentenceMargin - std::min(kSentenceMargin, columns_of(margin)), ' ');
  for (const std::string& line : wrapped(sentence, width > kSentenceMargin ? width - kSentenceMargin : 1)) {
    text += margin + line + '\n';
    margin = std::string(kSentenceMargin, ' ');
  }
  return text;
}

std::string sentences(const Results& results, const ArmAnswer& answer, Language language, std::size_t width) {
  const std::string title = filled(phrases::answer_title, language, label_of(results.arms[answer.arm], language),
                                   label_of(results.arms.front(), language), replications_of(results));
  std::string text;
  for (const std::string& line : wrapped(title, width)) text += line + '\n';
  const auto add = [&](const Phrase& label, const std::string& sentence) {
    text += labelled(label, sentence, language, width);
  };
  if (answer.hours) add(phrases::hours_label, hours_sentence(*answer.hours, language));
  if (answer.wait) add(phrases::wait_label, wait_sentence(*answer.wait, language));
  if (answer.citizens) add(phrases::citizens_label, citizens_sentence(*answer.citizens, language));
  if (answer.municipal) add(phrases::money_label, money_sentence(*answer.municipal, language));
  return text;
}

std::string short_change(const Estimate& change, Language language, const std::string& after) {
  if (is_unchanged(change)) return std::string(phrases::unchanged.in(language));
  const std::string mark = is_clear(change) ? "" : std::string(phrases::unclear.in(language));
  const std::string end = mark.empty() ? after : mark;
  return inline_change(change, language) + (end.empty() ? "" : " (" + end + ")");
}

std::string short_wait(const ArmAnswer::Wait& wait, Language language, std::size_t width) {
  if (is_unchanged(wait.change)) return std::string(phrases::unchanged.in(language));
  std::string days = " " + days_from_to(wait, language, {"{} → {}", "{} → {}"});
  if (!is_clear(wait.change)) days += " ?";
  const std::size_t room = width > columns_of(days) ? width - columns_of(days) : 0;
  return cut_to(wait.place, std::max(room, kLeastPlaceName)) + days;
}

std::string short_citizens(const std::array<Estimate, 4>& citizens, Language language) {
  const auto share = [&](std::size_t which) { return number(100 * citizens[which].value, 0, language); };
  return share(0) + " / " + share(1) + " / " + whole_percent(citizens[2].value, language);
}

/// The questions as rows and the arms as columns: five lines.
TextTable short_table(const Results& results, const std::vector<ArmAnswer>& answers, Language language,
                      std::size_t width) {
  const std::string title =
      filled(phrases::against, language, column_name_of(results, 0, language), replications_of(results));
  const std::size_t label_width = std::max(columns_of(title), columns_of(phrases::short_money.in(language)));
  const std::size_t arm_width = (width > label_width ? width - label_width : 0) / answers.size();
  std::vector<TextTable::Column> heads{{title, Align::left}};
  std::vector<std::vector<std::string>> rows(4);
  rows[0].emplace_back(phrases::short_hours.in(language));
  rows[1].emplace_back(phrases::short_wait.in(language));
  rows[2].emplace_back(phrases::short_citizens.in(language));
  rows[3].emplace_back(phrases::short_money.in(language));
  const std::string none(kNoValue);
  for (const ArmAnswer& answer : answers) {
    heads.push_back({column_name_of(results, answer.arm, language), Align::left});
    const auto& hours = answer.hours;
    rows[0].push_back(hours ? short_change(hours->freed, language, percent(hours->share, language)) : none);
    rows[1].push_back(answer.wait ? short_wait(*answer.wait, language, arm_width > 2 ? arm_width - 2 : 0) : none);
    rows[2].push_back(answer.citizens ? short_citizens(*answer.citizens, language) : none);
    rows[3].push_back(answer.municipal ? short_change(scaled(*answer.municipal, 1e-6), language, "") : none);
  }
  TextTable table(std::move(heads));
  for (auto& row : rows) table.row(std::move(row));
  return table;
}

}  // namespace

std::string answer_text(const Results& results, Language language, std::size_t width) {
  std::vector<ArmAnswer> answers;
  for (std::size_t arm = 1; arm < results.arms.size(); ++arm) answers.push_back(answer_of(results, arm, language));
  if (answers.size() > 1) {
    const TextTable table = short_table(results, answers, language, width);
    if (table.width() <= width) return table.text(width);
  }
  std::string text;
  for (const ArmAnswer& answer : answers) {
    if (!text.empty()) text += '\n';
    text += sentences(results, answer, language, width);
  }
  return text;
}

}  // namespace sagsflow
