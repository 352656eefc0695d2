#pragma once

#include <cstdint>
#include <vector>

#include "models/caseload/ledger.h"

namespace sagsflow {

/// The ledgers of one replication of one arm: the whole first, then one for each group of citizens, then one for each
/// period. A citizen belongs to one group of each attribute of the report, by its value on arrival. What a ledger holds
/// is what a run measures that knows only these citizens, or whose window is this period. A group comes by reference:
/// it is looked at only where there are groups.
class Books {
 public:
  Books(const CompiledModel& model, const CompiledArm& arm);
  Books(Books&&) = default;  ///< what refers to a ledger still does
  Books& operator=(Books&&) = default;
  Books(const Books&) = delete;
  Books& operator=(const Books&) = delete;

  Ledger& whole() { return *whole_; }
  const Ledger& whole() const { return *whole_; }
  const std::vector<Ledger>& all() const { return ledgers_; }
  std::vector<Ledger>& all() { return ledgers_; }
  bool contains(Time time) const { return window_.contains(time); }

  /// Something that counts at `time`: `write(Ledger&)` for each ledger whose window contains it.
  template <class Write>
  void at(const std::uint32_t& group, Time time, Write write) {
    if (since_opening(time) < plain_) return write(*whole_);
    if (!divided_ || !contains(time)) return;
    write(*whole_);
    for_groups(group, write);
    if (!divisions_->periods.empty()) write(ledgers_[first_period_ + period_of(time)]);
  }

  /// Something that lasts: `write(Ledger&, Time from, Time to)` with the part that lies in each ledger's window, where
  /// there is one.
  template <class Write>
  void over(const std::uint32_t& group, Time from, Time to, Write write) {
    const Time begin = std::max(from, window_.opens), end = std::min(to, window_.closes);
    if (begin >= end) return;
    write(*whole_, begin, end);
    if (!divided_) return;
    for_groups(group, [&](Ledger& ledger) { write(ledger, begin, end); });
    if (divisions_->periods.empty()) return;
    for (std::size_t period = period_of(begin); period < divisions_->periods.size(); ++period) {
      const Window& window = divisions_->periods[period].window;
      if (window.opens >= end) return;
      write(ledgers_[first_period_ + period], std::max(begin, window.opens), std::min(end, window.closes));
    }
  }

  /// Something that begins at `from` and lasts to `to`: `begins` as of at(from), `lasts` as of over(from, to), perhaps
  /// for no time. What lies in the only ledger's window, as most does, is asked once whether it does.
  template <class Begins, class Lasts>
  void stretch(const std::uint32_t& group, Time from, Time to, Begins begins, Lasts lasts) {
    if (since_opening(from) < plain_ && to <= window_.closes) {
      begins(*whole_);
      lasts(*whole_, from, to);
      return;
    }
    at(group, from, begins);
    over(group, from, to, lasts);
  }

  /// A level changes, now: `change(Ledger&)` for each ledger that follows it, of periods the present one only.
  template <class Change>
  void level(const std::uint32_t& group, Change change) {
    change(*whole_);
    if (!divided_) return;
    for_groups(group, change);
    if (open_period_ != kNobody) change(ledgers_[first_period_ + open_period_]);
  }

  /// The levels are at zero again, before the beginning of time: the next world's add to those of the ones before.
  void begin_world();
  /// What the levels are now, they have been from the beginning of time.
  void begin_levels();
  /// The period's levels begin with what they are now.
  void open_period(std::uint32_t period);
  Ledger& period(std::uint32_t period) { return ledgers_[first_period_ + period]; }

 private:
  template <class Write>
  void for_groups(std::uint32_t group, Write&& write) {
    if (group == kNobody) return;
    std::size_t first = 1;
    for (const Divisions::By& by : divisions_->by) {
      write(ledgers_[first + group / by.stride % by.values]);
      first += by.values;
    }
  }
  std::size_t period_of(Time time) const;
  /// More than any length before the opening.
  std::uint64_t since_opening(Time time) const { return static_cast<std::uint64_t>((time - window_.opens).count()); }

  template <class Change>
  static void each_level(Ledger& ledger, Change change) {
    change(ledger.citizens);
    for (StatusLedger& status : ledger.statuses) change(status.stock);
    for (MeetingLedger& meeting : ledger.meetings) change(meeting.queue);
  }
  void sample_levels(const WorldMap& worlds);

  const Divisions* divisions_;
  std::vector<Ledger> ledgers_;
  Ledger* whole_;         ///< the first, found without a look at the vector
  Window window_;         ///< its own
  std::uint64_t plain_;   ///< the window's length where there is no other ledger, else 0: then one comparison is all
  bool divided_ = false;  ///< there are others
  std::size_t first_period_ = 1;
  std::uint32_t open_period_ = kNobody;
};

}  // namespace sagsflow
