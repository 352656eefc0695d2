#include "output/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

std::string warm_up_line(const Results& results, const WarmUpCheck& check, Language language) {
  const auto object = std::ranges::find(results.objects, check.object, &ObjectInfo::path);
  const std::string label = object == results.objects.end() ? check.object : label_of(results, *object, language);
  const std::string where = label + ", " + check.measure + " (" + column_name_of(results, check.arm, language) + ")";
  const auto given = check.given / kWeek;
  if (!check.is_stable) return filled(phrases::never_steady, language, where);
  return filled(phrases::warm_up_short, language, given, where, check.found / kWeek);
}

}  // namespace

std::string reliability_text(const Results& results, Language language, std::size_t width) {
  std::string text;
  for (const PrecisionOutcome& outcome : results.precision) {
    text += lines_of(precision_line(results, outcome, language), width);
  }
  for (const WarmUpCheck& check : results.warm_up_checks) {
    if (!check.is_enough()) text += lines_of(warm_up_line(results, check, language), width);
  }
  return text;
}

}  // namespace sagsflow
