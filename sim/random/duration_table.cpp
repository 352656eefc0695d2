#include "sim/random/duration_table.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sagsflow {

namespace {

using Shape = DurationLaw::Shape;

double microseconds(Span span) {
  return static_cast<double>(span.count());
}

double triangular_quantile(double low, double mode, double high, double lower, double upper) {
  const double width = high - low;
  if (lower * width <= mode - low) return low + std::sqrt(lower * width * (mode - low));
  return high - std::sqrt(upper * width * (high - mode));
}

double triangular_survival(double low, double mode, double high, double x) {
  if (x <= low) return 1.0;
  if (x >= high) return 0.0;
  if (x <= mode) return 1.0 - (x - low) * (x - low) / ((high - low) * (mode - low));
  return (high - x) * (high - x) / ((high - low) * (high - mode));
}

}  // namespace

DurationTable::Id DurationTable::add_entry(const Entry& entry) {
  entries_.push_back(entry);
  return static_cast<Id>(entries_.size() - 1);
}

DurationTable::Id DurationTable::add(const DurationLaw& law) {
  assert(!problem_of(law));
  const double mean = microseconds(law.mean);
  switch (law.shape) {
    case Shape::fixed:
      return add_entry({.span = law.mean <= 1000 * kYear ? law.mean : kNever});
    case Shape::never:
      return add_entry({.span = kNever});
    case Shape::exponential:
      return add_entry({.kind = Kind::exponential, .a = mean});
    case Shape::lognormal: {
      const double relative = microseconds(law.sd) / mean;
      const double variance = exact::log_1_plus(relative * relative);
      return add_entry({.kind = Kind::lognormal, .a = exact::log(mean) - variance / 2, .b = std::sqrt(variance)});
    }
    case Shape::gamma: {
      const double root = mean / microseconds(law.sd);
      return add_gamma(root * root, mean);
    }
    case Shape::erlang:
      return add_gamma(law.stages, mean);
    case Shape::weibull: {
      const double scale = mean / exact::exp(exact::log_gamma(1.0 + 1.0 / law.shape_parameter));
      return add_entry({.kind = Kind::weibull, .a = scale, .b = law.shape_parameter});
    }
    case Shape::uniform: {
      const double low = microseconds(law.points[0]);
      return add_entry({.kind = Kind::uniform, .a = low, .b = microseconds(law.points[1]) - low});
    }
    case Shape::triangular: {
      if (law.points[0] == law.points[2]) return add_entry({.span = law.points[0]});
      return add_entry({.kind = Kind::triangular,
                        .a = microseconds(law.points[0]),
                        .b = microseconds(law.points[1]),
                        .c = microseconds(law.points[2])});
    }
    case Shape::empirical:
      return add_empirical(law);
    case Shape::mixture:
      return add_mixture(law);
  }
  return add_entry({.span = kNever});
}

DurationTable::Id DurationTable::add_gamma(double shape, double mean) {
  gammas_.emplace_back(shape);
  return add_entry({.kind = Kind::gamma, .a = mean / shape, .first = static_cast<std::uint32_t>(gammas_.size() - 1)});
}

// In rising order, so that a draw is the inverse of the distribution function.
DurationTable::Id DurationTable::add_empirical(const DurationLaw& law) {
  std::vector<Alternative> alternatives;
  for (std::size_t i = 0; i < law.points.size(); ++i) {
    alternatives.push_back({.weight = law.weights.empty() ? 1.0 : law.weights[i], .point = law.points[i]});
  }
  std::stable_sort(alternatives.begin(), alternatives.end(),
                   [](const Alternative& a, const Alternative& b) { return a.point < b.point; });
  return add_alternatives(Kind::empirical, std::move(alternatives));
}

DurationTable::Id DurationTable::add_mixture(const DurationLaw& law) {
  std::vector<Alternative> alternatives;
  for (std::size_t i = 0; i < law.parts.size(); ++i) {
    alternatives.push_back({.weight = law.weights[i], .part = add(law.parts[i])});
  }
  return add_alternatives(Kind::mixture, std::move(alternatives));
}

DurationTable::Id DurationTable::add_alternatives(Kind kind, std::vector<Alternative> alternatives) {
  std::erase_if(alternatives, [](const Alternative& alternative) { return alternative.weight == 0.0; });
  double sum = 0.0;
  for (const Alternative& alternative : alternatives) sum += alternative.weight;
  double up_to = 0.0;
  for (Alternative& alternative : alternatives) {
    alternative.weight /= sum;
    up_to += alternative.weight;
    alternative.up_to = up_to;
  }
  alternatives.back().up_to = 1.0;
  const auto first = static_cast<std::uint32_t>(alternatives_.size());
  const auto count = static_cast<std::uint32_t>(alternatives.size());
  alternatives_.insert(alternatives_.end(), alternatives.begin(), alternatives.end());
  return add_entry({.kind = kind, .first = first, .count = count});
}

const DurationTable::Alternative& DurationTable::chosen(const Entry& entry, double uniform) const {
  const Alternative* begin = alternatives_.data() + entry.first;
  return *std::partition_point(begin, begin + entry.count - 1,
                               [uniform](const Alternative& alternative) { return alternative.up_to < uniform; });
}

double DurationTable::quantile(const Entry& entry, double lower, double upper) const {
  switch (entry.kind) {
    case Kind::exponential:
      return -entry.a * exact::log(upper);
    case Kind::lognormal:
      return exact::exp(entry.a + entry.b * exact::normal_quantile(lower, upper));
    case Kind::uniform:
      return entry.a + entry.b * lower;
    case Kind::gamma:
      return entry.a * gammas_[entry.first].quantile(lower, upper);
    case Kind::weibull:
      return entry.a * exact::power(-(lower < 0.5 ? exact::log_1_plus(-lower) : exact::log(upper)), 1.0 / entry.b);
    case Kind::triangular:
      return triangular_quantile(entry.a, entry.b, entry.c, lower, upper);
    default:
      assert(false);
      return 0.0;
  }
}

Span DurationTable::draw(Id id, Draw draw) const {
  return draw_by(entries_[id], draw);
}

Span DurationTable::draw_by(const Entry& entry, Draw draw) const {
  switch (entry.kind) {
    case Kind::fixed:
      return entry.span;
    case Kind::exponential:
      return exponential(entry, log_rest(draw));
    case Kind::lognormal:
      return rounded(exact::exp(entry.a + entry.b * exact::normal_quantile(draw.value)));
    case Kind::uniform:
      return rounded(entry.a + entry.b * draw.value);
    case Kind::empirical: {
      const Span point = chosen(entry, draw.value).point;
      return point <= 1000 * kYear ? point : kNever;
    }
    case Kind::mixture: {
      const Alternative& part = chosen(entry, draw.part);
      const double within = (draw.part - (part.up_to - part.weight)) / part.weight;
      return this->draw(part.part, {std::clamp(within, 0x1p-53, 1.0 - 0x1p-53), draw.value});
    }
    default:
      return rounded(quantile(entry, draw.value, 1.0 - draw.value));
  }
}

double DurationTable::survival(Id id, Span elapsed) const {
  const Entry& entry = entries_[id];
  if (elapsed <= Span::zero()) return 1.0;
  const double x = microseconds(elapsed);
  switch (entry.kind) {
    case Kind::fixed:
      return entry.span >= elapsed ? 1.0 : 0.0;
    case Kind::exponential:
      return exact::exp(-x / entry.a);
    case Kind::lognormal:
      return exact::normal_probability((entry.a - exact::log(x)) / entry.b);
    case Kind::uniform:
      return std::clamp((entry.a + entry.b - x) / (entry.b > 0.0 ? entry.b : 1.0), 0.0, 1.0);
    case Kind::gamma:
      return gammas_[entry.first].tails(x / entry.a).upper;
    case Kind::weibull:
      return exact::exp(-exact::power(x / entry.a, entry.b));
    case Kind::triangular:
      return triangular_survival(entry.a, entry.b, entry.c, x);
    case Kind::empirical:
    case Kind::mixture:
      return survival_of_alternatives(entry, elapsed);
  }
  return 0.0;
}

void DurationTable::survival(Id id, std::span<const Span> elapsed, std::span<double> shares) const {
  const Entry& entry = entries_[id];
  if (entry.kind != Kind::exponential) {
    for (std::size_t i = 0; i < elapsed.size(); ++i) shares[i] = survival(id, elapsed[i]);
    return;
  }
  for (std::size_t i = 0; i < elapsed.size(); ++i) {
    shares[i] = -microseconds(std::max(elapsed[i], Span::zero())) / entry.a;
  }
  exact::exp(shares);
}

double DurationTable::survival_of(const Alternative& alternative, Kind kind, Span elapsed) const {
  if (kind == Kind::mixture) return alternative.weight * survival(alternative.part, elapsed);
  return alternative.point >= elapsed ? alternative.weight : 0.0;
}

double DurationTable::survival_of_alternatives(const Entry& entry, Span elapsed) const {
  double sum = 0.0;
  for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i) {
    sum += survival_of(alternatives_[i], entry.kind, elapsed);
  }
  return std::min(sum, 1.0);
}

Span DurationTable::draw_remaining(Id id, Span elapsed, Draw draw) const {
  const Entry& entry = entries_[id];
  if (elapsed <= Span::zero() || entry.kind == Kind::exponential) return this->draw(id, draw);
  if (entry.kind == Kind::fixed) {
    return entry.span == kNever ? kNever : std::max(entry.span - elapsed, Span::zero());
  }
  if (entry.kind == Kind::empirical || entry.kind == Kind::mixture) return remaining_chosen(entry, elapsed, draw);
  const double alive = survival(id, elapsed);
  if (alive <= 0.0) return Span::zero();
  const double upper = alive * (1.0 - draw.value);
  const double lower = (1.0 - alive) + alive * draw.value;
  return rounded(std::max(0.0, quantile(entry, lower, upper) - microseconds(elapsed)));
}

// The weights of what can still come, given what has passed.
Span DurationTable::remaining_chosen(const Entry& entry, Span elapsed, Draw draw) const {
  const bool mixture = entry.kind == Kind::mixture;
  const double alive = survival_of_alternatives(entry, elapsed);
  if (alive <= 0.0) return Span::zero();
  const double target = alive * (mixture ? draw.part : draw.value);
  double before = 0.0;
  const Alternative* last = nullptr;
  double weight = 0.0;
  for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i) {
    const double share = survival_of(alternatives_[i], entry.kind, elapsed);
    if (share == 0.0) continue;
    if (last != nullptr) before += weight;
    last = &alternatives_[i];
    weight = share;
    if (before + weight >= target) break;
  }
  if (!mixture) return last->point <= 1000 * kYear ? last->point - elapsed : kNever;
  const double within = std::clamp((target - before) / weight, 0x1p-53, 1.0 - 0x1p-53);
  return draw_remaining(last->part, elapsed, {within, draw.value});
}

}  // namespace sagsflow
