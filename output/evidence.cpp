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

std::string note_of(const TargetInfo& target, Language language) {
  const std::string& first = language == Language::danish ? target.note_da : target.note_en;
  const std::string& second = language == Language::danish ? target.note_en : target.note_da;
  if (!first.empty()) return first;
  return !second.empty() ? second : std::string(phrases::no_note.in(language));
}

void add_note(TextTable& table, const std::string& note, std::size_t width) {
  for (const std::string& line : wrapped(note, width > 8 ? width - 4 : 4)) table.note("    " + line);
}

}  // namespace

Evidence evidence_of(const Results& results, Language language, std::size_t width) {
  Evidence evidence;
  TextTable table({{"", Align::left},
                   {std::string(phrases::in_document.in(language)), Align::left},
                   {std::string(phrases::in_model.in(language)), Align::left},
                   {std::string(phrases::outcome.in(language)), Align::left},
                   {std::string(phrases::kind.in(language)), Align::left},
                   {std::string(phrases::source.in(language)), Align::left}});
  table.section(std::string(phrases::target.in(language)));
  const std::vector<TargetOutcome> outcomes = evaluate_targets(results);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const TargetInfo& target = results.targets[i];
    const TargetOutcome& outcome = outcomes[i];
    table.row({label_of(target, language), in_document(target, language), with_interval(outcome.value, language),
               verdict_text(outcome.verdict, language), kind_of(target, language), target.source});
    if (outcome.verdict != Verdict::met) add_note(table, note_of(target, language), width);
    evidence.met += outcome.verdict == Verdict::met ? 1 : 0;
    evidence.binding_missed = evidence.binding_missed || is_binding_miss(target, outcome);
  }
  evidence.text = table.text(width) + '\n' +
                  fmt::format(fmt::runtime(phrases::evidence_sum.in(language)), evidence.met, outcomes.size()) + '\n';
  return evidence;
}

}  // namespace sagsflow
