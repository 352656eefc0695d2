#include "sim/random/duration_law.h"

#include <charconv>
#include <cmath>
#include <numeric>

namespace sagsflow {

namespace {

using Problem = std::optional<std::string>;
using Shape = DurationLaw::Shape;

constexpr double kSumTolerance = 1e-9;

std::string in_words(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 10).ptr;
  return {text, end};
}

std::string in_words(Span span) {
  if (span == kNever) return "never";
  if (span.count() != 0 && std::chrono::abs(span) < kDay) return in_words(in_hours(span)) + " h";
  return in_words(in_days(span)) + " days";
}

Problem mean_problem(const DurationLaw& law) {
  if (law.mean > Span::zero() && law.mean != kNever) return std::nullopt;
  return "mean is " + in_words(law.mean) + ", expected more than 0";
}

Problem sd_problem(const DurationLaw& law) {
  if (auto problem = mean_problem(law)) return problem;
  if (law.sd <= Span::zero()) return "sd is " + in_words(law.sd) + ", expected more than 0";
  const double relative = in_days(law.sd) / in_days(law.mean);
  if (relative >= 0.001 && relative <= 10.0) return std::nullopt;
  return "sd is " + in_words(law.sd) + ", expected from a thousandth of the mean to 10 times the mean";
}

Problem stages_problem(const DurationLaw& law) {
  if (auto problem = mean_problem(law)) return problem;
  if (law.stages >= 1 && law.stages <= 1000000) return std::nullopt;
  return "k is " + std::to_string(law.stages) + ", expected from 1 to 1000000";
}

Problem shape_problem(const DurationLaw& law) {
  if (auto problem = mean_problem(law)) return problem;
  if (law.shape_parameter >= 0.1 && law.shape_parameter <= 1000.0) return std::nullopt;
  return "shape is " + in_words(law.shape_parameter) + ", expected from 0.1 to 1000";
}

Problem points_problem(const DurationLaw& law, std::size_t expected) {
  if (law.points.size() != expected) {
    return std::to_string(law.points.size()) + " durations, expected " + std::to_string(expected);
  }
  for (std::size_t i = 0; i < law.points.size(); ++i) {
    const Span point = law.points[i];
    if (point < Span::zero()) return in_words(point) + ", expected at least 0 days";
    if (point == kNever) return "never, expected a length";
    if (i > 0 && point < law.points[i - 1]) {
      return in_words(point) + " after " + in_words(law.points[i - 1]) + ", expected rising durations";
    }
  }
  return std::nullopt;
}

Problem weights_problem(const std::vector<double>& weights, std::size_t expected) {
  if (weights.size() != expected) {
    return std::to_string(weights.size()) + " weights, expected " + std::to_string(expected);
  }
  for (const double weight : weights) {
    if (!(weight >= 0.0 && std::isfinite(weight))) return "weight is " + in_words(weight) + ", expected at least 0";
  }
  if (std::accumulate(weights.begin(), weights.end(), 0.0) > 0.0) return std::nullopt;
  return "weights sum to 0, expected more than 0";
}

Problem empirical_problem(const DurationLaw& law) {
  if (law.points.empty()) return "no durations, expected at least one";
  for (const Span point : law.points) {
    if (point < Span::zero()) return in_words(point) + ", expected at least 0 days";
  }
  return law.weights.empty() ? std::nullopt : weights_problem(law.weights, law.points.size());
}

Problem mixture_problem(const DurationLaw& law) {
  if (law.parts.empty()) return "no parts, expected at least one";
  if (auto problem = weights_problem(law.weights, law.parts.size())) return problem;
  const double sum = std::accumulate(law.weights.begin(), law.weights.end(), 0.0);
  if (std::fabs(sum - 1.0) > kSumTolerance) return "shares sum to " + in_words(sum) + ", expected 1";
  for (std::size_t i = 0; i < law.parts.size(); ++i) {
    if (auto problem = problem_of(law.parts[i])) return "part " + std::to_string(i + 1) + ": " + *problem;
  }
  return std::nullopt;
}

double mean_microseconds(const DurationLaw& law) {
  double sum = 0.0;
  double weights = 0.0;
  const bool mixture = law.shape == Shape::mixture;
  for (std::size_t i = 0; i < (mixture ? law.parts.size() : law.points.size()); ++i) {
    const double weight = law.weights.empty() ? 1.0 : law.weights[i];
    if (weight == 0.0) continue;
    const Span value = mixture ? mean_of(law.parts[i]) : law.points[i];
    if (value == kNever) return static_cast<double>(kNever.count());
    sum += weight * static_cast<double>(value.count());
    weights += weight;
  }
  return sum / weights;
}

}  // namespace

std::optional<std::string> problem_of(const DurationLaw& law) {
  switch (law.shape) {
    case Shape::fixed:
      if (law.mean >= Span::zero()) return std::nullopt;
      return in_words(law.mean) + ", expected at least 0 days";
    case Shape::never:
      return std::nullopt;
    case Shape::exponential:
      return mean_problem(law);
    case Shape::lognormal:
    case Shape::gamma:
      return sd_problem(law);
    case Shape::erlang:
      return stages_problem(law);
    case Shape::weibull:
      return shape_problem(law);
    case Shape::uniform:
      return points_problem(law, 2);
    case Shape::triangular:
      return points_problem(law, 3);
    case Shape::empirical:
      return empirical_problem(law);
    case Shape::mixture:
      return mixture_problem(law);
  }
  return "unknown shape";
}

Span mean_of(const DurationLaw& law) {
  switch (law.shape) {
    case Shape::never:
      return kNever;
    case Shape::uniform:
    case Shape::triangular:
    case Shape::empirical:
    case Shape::mixture: {
      const double mean = mean_microseconds(law);
      if (mean >= static_cast<double>(kNever.count())) return kNever;
      return Span(static_cast<std::int64_t>(mean + 0.5));
    }
    default:
      return law.mean;
  }
}

}  // namespace sagsflow
