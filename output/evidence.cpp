#include "output/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/results/evaluate.h"
#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

using Verdict = TargetOutcome::Verdict;

/// As many decimals as the document has: at most four.
std::string stated(double value, Language language) {
  int decimals = 0;
  double scaled_value = std::abs(value);
  while (decimals < 4 && std::abs(scaled_value - std::round(scaled_value)) > 1e-9 * std::max(1.0, scaled_value)) {
    scaled_value *= 10;
    ++decimals;
  }
  return number(value, decimals, language);
}

std::string in_document(const TargetInfo& target, Language language) {
  std::string text;
  const auto add = [&](std::string part) { text += (text.empty() ? "" : ", ") + std::move(part); };
  const auto with = [&](const Phrase& phrase, double value) {
    return fmt::format(fmt::runtime(phrase.in(language)), stated(value, language));
  };
  if (std::isfinite(target.value)) {
    const std::string within = std::isfinite(target.within) ? " ± " + stated(target.within, language) : "";
    add(stated(target.value, language) + within);
  }
  if (std::isfinite(target.below)) add(with(phrases::at_most, target.below));
  if (std::isfinite(target.above)) add(with(phrases::at_least, target.above));
  if (target.sign == '-') add(std::string(phrases::falls.in(language)));
  if (target.sign == '+') add(std::string(phrases::rises.in(language)));
  return text;
}

std::string kind_of(const TargetInfo& target, Language language) {
  if (target.kind == "hard") return std::string(phrases::hard.in(language));
  if (target.kind == "mechanical") return std::string(phrases::mechanical.in(language));
  return std::string(phrases::soft.in(language));
}

std::string verdict_text(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::met:
      return std::string(phrases::met.in(language));
    case Verdict::missed:
      return std::string(phrases::missed_target.in(language));
    case Verdict::not_measured:
      return std::string(phrases::not_measured.in(language));
  }
  return {};
}

std::string note_of(const TargetInfo& target, Verdict verdict, Language language) {
  const std::string& first = language == Language::danish ? target.note_da : target.note_en;
  const std::string& second = language == Language::danish ? target.note_en : target.note_da;
  if (!first.empty()) return first;
  if (!second.empty()) return second;
  if (verdict != Verdict::not_measured) return std::string(phrases::no_note.in(language));
  return fmt::format(fmt::runtime(phrases::not_in_results.in(language)), target.of, target.measure);
}

void add_note(TextTable& table, const std::string& note, std::size_t width) {
  for (const std::string& line : wrapped(note, width > 8 ? width - 4 : 4)) table.note("    " + line);
}

std::vector<TextTable::Column> columns_in(Language language, bool with_source) {
  std::vector<TextTable::Column> columns{{"", Align::left}};
  for (const Phrase& head : {phrases::in_document, phrases::in_model, phrases::outcome, phrases::kind}) {
    columns.push_back({std::string(head.in(language)), Align::left});
  }
  if (with_source) columns.push_back({std::string(phrases::source.in(language)), Align::left});
  return columns;
}

/// A row for each target, and below it why it is missed; without its column, the source stands there.
TextTable table_of(const Results& results, const std::vector<TargetOutcome>& outcomes, Language language,
                   std::size_t width, bool with_source) {
  TextTable table(columns_in(language, with_source));
  table.section(std::string(phrases::target.in(language)));
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const TargetInfo& target = results.targets[i];
    const TargetOutcome& outcome = outcomes[i];
    std::vector<std::string> cells{label_of(target, language), in_document(target, language),
                                   with_interval(outcome.value, language), verdict_text(outcome.verdict, language),
                                   kind_of(target, language)};
    if (with_source) cells.push_back(target.source);
    table.row(std::move(cells));
    if (outcome.verdict == Verdict::met) continue;
    const std::string note = note_of(target, outcome.verdict, language);
    add_note(table, with_source || target.source.empty() ? note : target.source + ": " + note, width);
  }
  return table;
}

}  // namespace

Evidence evidence_of(const Results& results, Language language, std::size_t width) {
  Evidence evidence;
  const std::vector<TargetOutcome> outcomes = evaluate_targets(results);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    evidence.met += outcomes[i].verdict == Verdict::met ? 1 : 0;
    evidence.binding_missed = evidence.binding_missed || is_binding_miss(results.targets[i], outcomes[i]);
  }
  TextTable table = table_of(results, outcomes, language, width, true);
  if (table.least_width() > width) table = table_of(results, outcomes, language, width, false);
  evidence.text = table.text(width) + '\n' +
                  fmt::format(fmt::runtime(phrases::evidence_sum.in(language)), evidence.met, outcomes.size()) + '\n';
  return evidence;
}

}  // namespace sagsflow
