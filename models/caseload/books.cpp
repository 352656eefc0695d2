#include "models/caseload/books.h"

#include <algorithm>

namespace sagsflow {

Books::Books(const CompiledModel& model, const CompiledArm& arm)
    : divisions_(&model.divisions), window_{model.opens, model.closes} {
  for (const Divisions::By& by : divisions_->by) first_period_ += by.values;
  ledgers_.reserve(first_period_ + divisions_->periods.size());
  for (std::size_t i = 0; i < first_period_; ++i) ledgers_.emplace_back(model, arm, window_);
  for (const Divisions::Period& period : divisions_->periods) ledgers_.emplace_back(model, arm, period.window);
  whole_ = &ledgers_.front();
  divided_ = ledgers_.size() > 1;
  plain_ = divided_ ? 0 : since_opening(window_.closes);
  if (model.worlds.count > 1) sample_levels(model.worlds);
}

/// How many are in a status changes in every world, but in a group that lives in one. Meetings are of one world each.
void Books::sample_levels(const WorldMap& worlds) {
  constexpr std::size_t kInstants = 8192, kLeast = 256;  // of a year: every 64 minutes
  const auto sample = [](Ledger& ledger, std::size_t instants) {
    ledger.citizens.sample(instants);
    for (StatusLedger& status : ledger.statuses) status.stock.sample(instants);
  };
  sample(*whole_, kInstants);
  std::size_t group = 1;
  for (const Divisions::By& by : divisions_->by) {
    for (std::uint32_t value = 0; value < by.values; ++value, ++group) {
      if (!worlds.divides[by.trait]) sample(ledgers_[group], std::max(kLeast, kInstants / by.values));
    }
  }
  for (std::size_t period = first_period_; period < ledgers_.size(); ++period) {
    sample(ledgers_[period], std::max(kLeast, kInstants / divisions_->periods.size()));
  }
}

std::size_t Books::period_of(Time time) const {
  const auto later = std::ranges::upper_bound(divisions_->periods, time, {},
                                              [](const Divisions::Period& period) { return period.window.opens; });
  return static_cast<std::size_t>(later - divisions_->periods.begin()) - 1;
}

void Books::begin_world() {
  open_period_ = kNobody;
  for (Ledger& ledger : ledgers_) each_level(ledger, [](Level& level) { level.again(); });
}

void Books::begin_levels() {
  for (Ledger& ledger : ledgers_) each_level(ledger, [](Level& level) { level.hold(); });
}

void Books::open_period(std::uint32_t period) {
  Ledger& ledger = ledgers_[first_period_ + period];
  open_period_ = period;
  const Ledger& now = ledgers_.front();
  const auto begin = [&](Level& level, const Level& whole) { level.hold(whole.value()); };
  begin(ledger.citizens, now.citizens);
  for (std::size_t i = 0; i < now.statuses.size(); ++i) begin(ledger.statuses[i].stock, now.statuses[i].stock);
  for (std::size_t i = 0; i < now.meetings.size(); ++i) begin(ledger.meetings[i].queue, now.meetings[i].queue);
}

}  // namespace sagsflow
