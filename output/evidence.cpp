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

}  // namespace

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
  if (std::isfinite(target.above)) add(with(phrases::at_least, target.above));
  if (std::isfinite(target.below)) add(with(phrases::at_most, target.below));
  if (target.sign == '-') add(std::string(phrases::falls.in(language)));
  if (target.sign == '+') add(std::string(phrases::rises.in(language)));
  return text;
}

std::string kind_of(const TargetInfo& target, Language language) {
  if (target.falsification) return std::string(phrases::falsification.in(language));
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

std::string reason_of(const TargetInfo& target, Verdict verdict, Language language) {
  const std::string& first = language == Language::danish ? target.note_da : target.note_en;
  const std::string& second = language == Language::danish ? target.note_en : target.note_da;
  if (!first.empty()) return first;
  if (!second.empty()) return second;
  if (verdict == Verdict::met) return {};
  if (verdict == Verdict::missed) return std::string(phrases::no_note.in(language));
  return fmt::format(fmt::runtime(phrases::not_in_results.in(language)), target.of, target.measure);
}

namespace {

void add_below(TextTable& table, const std::string& text, std::size_t width) {
  for (const std::string& line : wrapped(text, width > 8 ? width - 4 : 4)) table.note("    " + line);
}

std::string source_and_quote(const TargetInfo& target) {
  if (target.quote.empty()) return target.source;
  return fmt::format("{}: »{}«", target.source, target.quote);
}

/// How the table is laid out: narrow, a target's label has a line of its own above its row.
struct Layout {
  Language language;
  std::size_t width;
  bool narrow;
};

/// A row for each target, and below it where it is from and why the model gives what it gives.
void add_rows(TextTable& table, const ScenarioEvidence& evidence, const Layout& layout) {
  const Language language = layout.language;
  const bool ran = !evidence.outcomes.empty();
  for (std::size_t i = 0; i < evidence.targets.size(); ++i) {
    const TargetInfo& target = evidence.targets[i];
    const TargetOutcome outcome = outcome_of(evidence, i);
    const std::string label = label_of(target, language);
    if (layout.narrow) table.note(cut_to("  " + label, layout.width));
    table.row({layout.narrow ? "" : label, in_document(target, language),
               ran ? with_interval(outcome.value, language) : std::string(kNoValue),
               verdict_text(outcome.verdict, language), kind_of(target, language)});
    if (!target.source.empty()) add_below(table, source_and_quote(target), layout.width);
    if (ran) add_below(table, reason_of(target, outcome.verdict, language), layout.width);
  }
  if (!evidence.failure.empty()) add_below(table, evidence.failure, layout.width);
}

std::vector<TextTable::Column> columns_in(Language language) {
  std::vector<TextTable::Column> columns{{"", Align::left}};
  for (const Phrase& head : {phrases::in_document, phrases::in_model, phrases::outcome, phrases::kind}) {
    columns.push_back({std::string(head.in(language)), Align::left});
  }
  return columns;
}

TextTable table_of(const std::vector<ScenarioEvidence>& evidence, const Layout& layout) {
  TextTable table(columns_in(layout.language));
  table.section(std::string(phrases::target.in(layout.language)));
  for (const ScenarioEvidence& scenario : evidence) {
    const std::string& title = layout.language == Language::danish ? scenario.title_da : scenario.title_en;
    if (evidence.size() > 1) table.heading(title.empty() ? scenario.scenario : title + " (" + scenario.scenario + ")");
    add_rows(table, scenario, layout);
  }
  return table;
}

std::string sum_text(const EvidenceSum& sum, Language language) {
  const auto with = [&](const Phrase& phrase, auto... values) {
    return fmt::format(fmt::runtime(phrase.in(language)), values...) + '\n';
  };
  std::string text = with(phrases::evidence_sum, sum.met, sum.targets);
  if (sum.checks > 0) text += with(phrases::checks_sum, sum.checks_held, sum.checks);
  if (sum.failed > 0) text += with(phrases::failed_sum, sum.failed);
  return text;
}

}  // namespace

ScenarioEvidence evidence_of(const Results& results) {
  return {results.run.scenario,
          results.run.title_da,
          results.run.title_en,
          replications_of(results),
          results.targets,
          evaluate_targets(results),
          {}};
}

TargetOutcome outcome_of(const ScenarioEvidence& evidence, std::size_t target) {
  return evidence.outcomes.empty() ? TargetOutcome{} : evidence.outcomes[target];
}

EvidenceSum sum_of(const std::vector<ScenarioEvidence>& evidence) {
  EvidenceSum sum;
  for (const ScenarioEvidence& scenario : evidence) {
    sum.failed += scenario.failure.empty() ? 0 : 1;
    sum.targets += scenario.targets.size();
    for (std::size_t i = 0; i < scenario.targets.size(); ++i) {
      const TargetInfo& target = scenario.targets[i];
      const TargetOutcome outcome = outcome_of(scenario, i);
      const std::size_t met = outcome.verdict == Verdict::met ? 1 : 0;
      sum.met += met;
      sum.binding_missed += is_binding_miss(target, outcome) ? 1 : 0;
      sum.checks += target.falsification ? 1 : 0;
      sum.checks_held += target.falsification ? met : 0;
    }
  }
  return sum;
}

std::string evidence_text(const std::vector<ScenarioEvidence>& evidence, Language language, std::size_t width) {
  TextTable table = table_of(evidence, {language, width, false});
  if (table.least_width() > width) table = table_of(evidence, {language, width, true});
  return table.text(width) + '\n' + sum_text(sum_of(evidence), language);
}

}  // namespace sagsflow
