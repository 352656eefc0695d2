#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/random/chance.h"
#include "sim/random/duration_law.h"
#include "sim/random/exact_math.h"
#include "sim/random/gamma.h"

namespace sagsflow {

/// Every duration distribution of a model, compiled to flat arrays; a draw is one inversion, without virtual
/// calls or allocation, increasing in Draw::value. Results are the same bits on every machine of one architecture.
class DurationTable {
 public:
  using Id = std::uint32_t;

  /// `law` has no problem_of.
  Id add(const DurationLaw& law);

  /// Rounded once, to the microsecond; kNever where it does not happen or exceeds a thousand years.
  Span draw(Id id, Draw draw) const;

  /// The same with the draw of this key; what is fixed takes none.
  Span draw(Id id, const Chance& chance, DrawKey key) const {
    const Entry& entry = entries_[id];
    if (entry.kind == Kind::fixed) return entry.span;
    if (entry.kind == Kind::exponential) return exponential(entry, log_rest(chance.draw(key)));
    return draw_by(entry, chance.draw(key));
  }

  /// Whether it can be drawn by the logarithm of 1 less the draw's value, alone or with others (log_rests).
  bool is_exponential(Id id) const { return entries_[id].kind == Kind::exponential; }
  /// The same as draw(), by that logarithm.
  Span draw_exponential(Id id, double log_rest) const { return exponential(entries_[id], log_rest); }

  /// What is left of a duration that has lasted `elapsed`, drawn from its law given that it lasts at least that
  /// long; zero where it cannot (survival 0). With nothing elapsed the same as draw().
  Span draw_remaining(Id id, Span elapsed, Draw draw) const;

  /// The probability that the duration is at least `elapsed`.
  double survival(Id id, Span elapsed) const;
  /// The same of each; as many `shares` as `elapsed`.
  void survival(Id id, std::span<const Span> elapsed, std::span<double> shares) const;

 private:
  enum class Kind : std::uint8_t {
    fixed,
    exponential,
    lognormal,
    uniform,
    gamma,
    weibull,
    triangular,
    empirical,
    mixture
  };

  // In microseconds: exponential a = mean; lognormal a = mean and b = sd of the logarithm; uniform a = low, b = width;
  // gamma a = scale, first = its UnitGamma; weibull a = scale, b = shape; triangular a = low, b = mode, c = high. An
  // empirical law's points and a mixture's parts are alternatives_[first] .. [first + count).
  struct Entry {
    Kind kind = Kind::fixed;
    double a = 0.0, b = 0.0, c = 0.0;
    Span span{};
    std::uint32_t first = 0, count = 0;
  };

  // A point or a part, with its weight and the sum of the weights up to and with it (of the last: 1).
  struct Alternative {
    double weight = 0.0;
    double up_to = 0.0;
    Span point{};
    Id part = 0;
  };

  static constexpr double kLimit = 1000.0 * static_cast<double>(kYear.count());
  static Span rounded(double microseconds) {
    return microseconds <= kLimit ? Span(static_cast<std::int64_t>(microseconds + 0.5)) : kNever;
  }

  static double log_rest(Draw draw) { return exact::log_of_normal(1.0 - draw.value); }
  static Span exponential(const Entry& entry, double log_rest) { return rounded(-entry.a * log_rest); }

  Id add_entry(const Entry& entry);
  Id add_gamma(double shape, double mean);
  Id add_empirical(const DurationLaw& law);
  Id add_mixture(const DurationLaw& law);
  Id add_alternatives(Kind kind, std::vector<Alternative> alternatives);

  // The quantile of a continuous entry, in microseconds; `lower` and `upper` are the probabilities on either side.
  double quantile(const Entry& entry, double lower, double upper) const;
  const Alternative& chosen(const Entry& entry, double uniform) const;
  Span draw_by(const Entry& entry, Draw draw) const;
  double survival_of(const Alternative& alternative, Kind kind, Span elapsed) const;
  double survival_of_alternatives(const Entry& entry, Span elapsed) const;
  Span remaining_chosen(const Entry& entry, Span elapsed, Draw draw) const;

  std::vector<Entry> entries_;
  std::vector<Alternative> alternatives_;
  std::vector<UnitGamma> gammas_;
};

}  // namespace sagsflow
