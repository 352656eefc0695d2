#include "sim/random/poisson.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/random/log_draws.h"

namespace sagsflow {

namespace {

bool alike(const std::array<double, 12>& factors) {
  return std::all_of(factors.begin(), factors.end(), [&](double factor) { return factor == factors.front(); });
}

Time next_month(std::chrono::year_month month) {
  return std::chrono::sys_days((month + std::chrono::months(1)) / std::chrono::day(1));
}

}  // namespace

PoissonArrivals::PoissonArrivals(std::uint64_t key, std::vector<ArrivalRate> phases)
    : key_(key), phases_(std::move(phases)) {
  if (phases_.empty()) return;
  last_ = phases_.front().from;
  piece_ = piece_from(last_, 0.0);
}

// A phase whose months are alike is one piece, without an end if nothing follows.
PoissonArrivals::Piece PoissonArrivals::piece_from(Time begin, double mass_before) const {
  const auto later = std::upper_bound(phases_.begin(), phases_.end(), begin,
                                      [](Time time, const ArrivalRate& phase) { return time < phase.from; });
  const ArrivalRate& phase = *(later - 1);
  Piece piece{.begin = begin,
              .end = later == phases_.end() ? Time::max() : later->from,
              .mass_before = mass_before,
              .mass_after = std::numeric_limits<double>::infinity(),
              .rate = phase.per_microsecond * phase.month_factors.front(),
              .longest = static_cast<double>((limit() - begin).count())};
  if (!alike(phase.month_factors)) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(begin));
    piece.end = std::min(piece.end, next_month(date.year() / date.month()));
    piece.rate = phase.per_microsecond * phase.month_factors[static_cast<unsigned>(date.month()) - 1];
  }
  if (piece.end != Time::max()) {
    piece.mass_after = mass_before + piece.rate * static_cast<double>((piece.end - begin).count());
  }
  return piece;
}

/// None come from then on.
Time PoissonArrivals::limit() const {
  return phases_.front().from + 1000 * kYear;
}

[[gnu::noinline]] void PoissonArrivals::draw_logs(const Chance& chance) {
  logs_ = log_draws(chance, key_, count_ + 1);
}

Time PoissonArrivals::next(const Chance& chance) {
  if (last_ == Time::max()) return last_;
  if (count_ % logs_.size() == 0) draw_logs(chance);
  mass_ -= logs_[count_++ % logs_.size()];
  while (mass_ >= piece_.mass_after && piece_.end < limit()) piece_ = piece_from(piece_.end, piece_.mass_after);
  const double wait = (mass_ - piece_.mass_before) / piece_.rate;  // infinite where the rate is 0
  if (!(wait <= piece_.longest)) return last_ = Time::max();
  last_ = std::max(last_, piece_.begin + Span(static_cast<std::int64_t>(wait + 0.5)));
  return last_;
}

}  // namespace sagsflow
