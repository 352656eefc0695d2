#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/answer.h"
#include "output/answer_table.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kSentenceMargin = 12;

template <class... Values>
std::string filled(const Phrase& phrase, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

std::string mark_of(const Estimate& change, Language language) {
  return is_clear(change) ? "" : ", " + std::string(phrases::unclear.in(language));
}

std::string hours_sentence(const ArmAnswer::Hours& hours, Language language) {
  const Estimate& change = hours.change.estimate;
  if (is_unchanged(change)) return std::string(phrases::unchanged.in(language));
  if (!is_clear(change)) return filled(phrases::hours_unclear, language, with_interval(change, language));
  const bool freed = change.value < 0;
  return filled(freed ? phrases::hours_freed : phrases::hours_more, language,
                with_interval(scaled(change, freed ? -1 : 1), language), percent(hours.share, language));
}

std::string wait_sentence(const ArmAnswer::Wait& wait, Language language) {
  const Estimate& change = wait.change.estimate;
  if (is_unchanged(change)) return std::string(phrases::unchanged.in(language));
  return filled(phrases::wait_change, language, wait.place, number(wait.law, 1, language),
                number(wait.trial, 1, language), in_line(change, language) + mark_of(change, language));
}

std::string citizens_sentence(const std::array<Estimate, 4>& citizens, Language language) {
  const auto share = [&](std::size_t which) { return whole_percent(citizens[which].value, language); };
  return filled(phrases::citizens_share, language, share(0), share(1), share(2), share(3));
}

std::string money_sentence(const Estimate& municipal, Language language) {
  if (is_unchanged(municipal)) return std::string(phrases::unchanged.in(language));
  return filled(phrases::money_change, language, in_line(scaled(municipal, 1e-6), language)) +
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
  std::string text = lines_of(filled(phrases::answer_title, language, label_of(results.arms[answer.arm], language),
                                     label_of(results.arms.front(), language), replications_of(results)),
                              width);
  const auto add = [&](const Phrase& label, const std::string& sentence) {
    text += labelled(label, sentence, language, width);
  };
  if (answer.hours) add(phrases::hours_label, hours_sentence(*answer.hours, language));
  if (answer.wait) add(phrases::wait_label, wait_sentence(*answer.wait, language));
  if (answer.citizens) add(phrases::citizens_label, citizens_sentence(*answer.citizens, language));
  if (answer.municipal) add(phrases::money_label, money_sentence(answer.municipal->estimate, language));
  return text;
}

/// The headline measures for which pairing gains nothing: "timer (Forsøg), nettoudgift (Begge)".
std::string little_gained(const Results& results, const std::vector<ArmAnswer>& answers, Language language) {
  std::string measures;
  for (const ArmAnswer& answer : answers) {
    const auto check = [&](const Phrase& measure, const Difference& change) {
      if (!(change.variance_ratio <= 1)) return;
      measures += (measures.empty() ? "" : ", ") + std::string(measure.in(language)) + " (" +
                  column_name_of(results, answer.arm, language) + ")";
    };
    if (answer.hours) check(phrases::of_hours, answer.hours->change);
    if (answer.wait) check(phrases::of_wait, answer.wait->change);
    if (answer.municipal) check(phrases::of_money, *answer.municipal);
  }
  return measures;
}

}  // namespace

std::string answer_text(const Results& results, Language language, std::size_t width) {
  std::vector<ArmAnswer> answers;
  for (std::size_t arm = 1; arm < results.arms.size(); ++arm) answers.push_back(answer_of(results, arm, language));
  std::string text;
  if (answers.size() > 1) text = answer_table(results, answers, language, width);
  if (text.empty()) {
    for (const ArmAnswer& answer : answers) {
      text += (text.empty() ? "" : "\n") + sentences(results, answer, language, width);
    }
  }
  const std::string measures = little_gained(results, answers, language);
  if (!measures.empty()) text += '\n' + lines_of(filled(phrases::little_gained, language, measures), width);
  return text;
}

}  // namespace sagsflow
