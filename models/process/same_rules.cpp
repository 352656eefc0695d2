#include "models/process/same_rules.h"

#include <algorithm>

namespace sagsflow {
namespace {

bool same(double a, double b) {
  return a == b;
}
bool same(Span a, Span b) {
  return a == b;
}
bool same(const Length& a, const Length& b) {
  return a.span == b.span && a.working_days == b.working_days;
}
bool same(const Rate& a, const Rate& b) {
  return a.count == b.count && a.per == b.per;
}
bool same(const MoneyRate& a, const MoneyRate& b) {
  return a.dkk == b.dkk && a.per == b.per;
}
bool same(const DurationLaw& a, const DurationLaw& b) {
  return a.shape == b.shape && a.mean == b.mean && a.sd == b.sd && a.stages == b.stages &&
         a.shape_parameter == b.shape_parameter && a.points == b.points && a.weights == b.weights &&
         std::ranges::equal(a.parts, b.parts, [](const auto& x, const auto& y) { return same(x, y); });
}
bool same(const Shares& a, const Shares& b) {
  return std::ranges::equal(a, b,
                            [](const Share& x, const Share& y) { return x.target == y.target && x.share == y.share; });
}

template <class T>
bool same(const Choice<T>& a, const Choice<T>& b);

template <class T>
bool same(const Sourced<T>& a, const Sourced<T>& b) {
  return same(a.value, b.value);
}
template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <class T>
bool same(const std::map<std::string, T>& a, const std::map<std::string, T>& b) {
  const auto pair = [](const auto& x, const auto& y) { return x.first == y.first && same(x.second, y.second); };
  return std::ranges::equal(a, b, pair);
}
template <class T>
bool same(const Choice<T>& a, const Choice<T>& b) {
  if (a.by != b.by) return false;
  if (a.is_value()) return same(a.value, b.value);
  const auto pair = [](const auto& x, const auto& y) { return x.first == y.first && same(x.second, y.second); };
  return std::ranges::equal(a.cases, b.cases, pair) && (a.otherwise == nullptr) == (b.otherwise == nullptr) &&
         (a.otherwise == nullptr || same(*a.otherwise, *b.otherwise));
}

}  // namespace

bool same_times(const ArrivalDefinition& a, const ArrivalDefinition& b) {
  return same(a.rate, b.rate) && same(a.every, b.every) && a.season == b.season && a.batch == b.batch &&
         a.geometric_batch_mean == b.geometric_batch_mean;
}

bool same(const StockDefinition& a, const StockDefinition& b) {
  const auto sets_same = [](const Assignment& x, const Assignment& y) {
    return x.trait == y.trait && x.value == y.value;
  };
  return a.status == b.status && same(a.count, b.count) && same(a.elapsed, b.elapsed) &&
         a.at_procedure == b.at_procedure && a.at_step == b.at_step && same(a.waited, b.waited) &&
         std::ranges::equal(a.set, b.set, sets_same);
}

bool same_shares(const TraitDefinition& a, const TraitDefinition& b) {
  return a.kind == b.kind && same(a.drawn, b.drawn);
}

bool same(const CalendarDefinition& a, const CalendarDefinition& b) {
  return a.hours == b.hours && a.danish_holidays == b.danish_holidays && a.closed_days == b.closed_days &&
         a.season == b.season;
}

bool same(const PoolDefinition& a, const PoolDefinition& b) {
  return a.unlimited == b.unlimited && same(a.staff, b.staff) && a.calendar == b.calendar && same(a.usable, b.usable) &&
         same(a.absence, b.absence) && same(a.cost, b.cost) && a.outside == b.outside && a.order == b.order &&
         a.per == b.per;
}

bool same(const MeetingDefinition& a, const MeetingDefinition& b) {
  return same(a.every, b.every) && same(a.agenda, b.agenda) && same(a.per_case, b.per_case) &&
         same(a.per_session, b.per_session) && same(a.absence, b.absence) && a.missing_allowed == b.missing_allowed &&
         a.always == b.always && a.per == b.per && a.order == b.order;
}

}  // namespace sagsflow
