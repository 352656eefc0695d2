#include "output/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

template <class... Values>
std::string filled(const Phrase& phrase, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(phrase.in(language)), values...);
}

std::string precision_line(const Results& results, const PrecisionOutcome& outcome, Language language) {
  const std::string found = std::isfinite(outcome.found) ? percent(outcome.found, language) : std::string(kNoValue);
  return filled(outcome.reached ? phrases::precision_reached : phrases::precision_missed, language, outcome.measure,
                found, percent(outcome.goal, language), replications_of(results));
}

/// What has a level over time: "borgere i alt", "kø: Rehabiliteringsteam".
std::string level_named(const Results& results, const WarmUpCheck& check, Language language) {
  if (check.object == "total") return std::string(phrases::citizens_in_all.in(language));
  const auto object = std::ranges::find(results.objects, check.object, &ObjectInfo::path);
  const std::string label = object == results.objects.end() ? check.object : label_of(results, *object, language);
  return filled(phrases::line_at, language, label);
}

/// The levels that `holds` is true of in some arm, each once, with the longest truncation of any.
struct Levels {
  std::vector<std::string> names;
  Span longest{};
};

template <class Holds>
Levels levels_that(const Results& results, Language language, Holds holds) {
  Levels levels;
  for (const WarmUpCheck& check : results.warm_up_checks) {
    if (!holds(check)) continue;
    levels.longest = std::max(levels.longest, check.found);
    const std::string name = level_named(results, check, language);
    if (std::ranges::count(levels.names, name) == 0) levels.names.push_back(name);
  }
  return levels;
}

/// One warning for each kind of trouble, however many levels and arms have it.
std::string warm_up_text(const Results& results, Language language, std::size_t width) {
  std::string text;
  const Levels late =
      levels_that(results, language, [](const auto& check) { return check.is_stable && !check.is_enough(); });
  if (!late.names.empty()) {
    const auto given = results.warm_up_checks.front().given / kWeek;
    text += lines_of(filled(phrases::warm_up_short, language, given, fmt::join(late.names, "; "), late.longest / kWeek),
                     width);
  }
  const Levels never = levels_that(results, language, [](const auto& check) { return !check.is_stable; });
  if (!never.names.empty()) {
    text += lines_of(filled(phrases::never_steady, language, fmt::join(never.names, "; ")), width);
  }
  return text;
}

}  // namespace

std::string reliability_text(const Results& results, Language language, std::size_t width) {
  std::string text;
  for (const PrecisionOutcome& outcome : results.precision) {
    text += lines_of(precision_line(results, outcome, language), width);
  }
  return text + warm_up_text(results, language, width);
}

}  // namespace sagsflow
