#include "models/caseload/measure_capacity.h"

#include <algorithm>

namespace sagsflow {
namespace {

/// Sums `read(model, ledger, part)` over the parts of a pool or a meeting.
template <class Read>
auto summed(Catalogue::Range parts, Read read) {
  return [parts, read](const Ledger& ledger) {
    auto sum = read(ledger, parts.first);
    for (std::uint32_t part = parts.first + 1; part < parts.end(); ++part) sum += read(ledger, part);
    return sum;
  };
}

template <class Read>
auto merged(Catalogue::Range parts, Read read) {
  return [parts, read](const Ledger& ledger) {
    Tally tally = read(ledger, parts.first);
    for (std::uint32_t part = parts.first + 1; part < parts.end(); ++part) tally.merge(read(ledger, part));
    return tally;
  };
}

double as_hours(Wide microseconds) {
  return static_cast<double>(microseconds) / static_cast<double>(kHour.count());
}

/// Of a group of citizens: what is done for them, not who is there to do it.
void measure_work(Catalogue::Range parts, MeasureList& list) {
  list.total("hours", Unit::hours,
             summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].casework; }));
  list.total("paid_hours", Unit::hours,
             summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].paid_hours(); }));
  list.average("queue", summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].waiting; }));
  list.days("wait", merged(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].wait; }));
  list.total("cost", Unit::dkk, summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].cost; }));
}

void measure_pool(Catalogue::Range parts, MeasureList& list) {
  const auto present = [](const Ledger& ledger, std::uint32_t part) {
    return ledger.pools[part].present[1] - ledger.pools[part].present[0];
  };
  const auto busy = [](const Ledger& ledger, std::uint32_t part) { return ledger.pools[part].job_hours; };
  measure_work(parts, list);
  list.total("available_hours", Unit::hours,
             summed(parts, [present](const Ledger& l, std::uint32_t part) { return as_hours(present(l, part)); }));
  list.total("idle_hours", Unit::hours, summed(parts, [present, busy](const Ledger& l, std::uint32_t part) {
               return as_hours(std::max(Wide{0}, present(l, part) - busy(l, part)));
             }));
  // Hours over hours: the row's sum and count.
  list.ratio("utilisation", Unit::one,
             summed(parts, [busy](const Ledger& l, std::uint32_t part) { return as_hours(busy(l, part)); }),
             summed(parts, [present](const Ledger& l, std::uint32_t part) { return as_hours(present(l, part)); }));
}

template <class Field>
auto number_at(Catalogue::Range parts, Field field) {
  return summed(parts, [field](const Ledger& ledger, std::uint32_t part) { return ledger.meetings[part].*field; });
}
template <class Field>
auto tally_at(Catalogue::Range parts, Field field) {
  return merged(parts, [field](const Ledger& ledger, std::uint32_t part) { return ledger.meetings[part].*field; });
}

/// Of a group of citizens: their cases.
void measure_cases(Catalogue::Range parts, MeasureList& list) {
  list.count("cases", number_at(parts, &MeetingLedger::cases));
  list.ratio("first_session_share", Unit::one, number_at(parts, &MeetingLedger::first_session),
             number_at(parts, &MeetingLedger::cases));
  list.days("wait", tally_at(parts, &MeetingLedger::wait));
  list.average("queue", number_at(parts, &MeetingLedger::waiting));
  list.total("hours", Unit::hours, number_at(parts, &MeetingLedger::hours));
}

void measure_meeting(Catalogue::Range parts, MeasureList& list) {
  measure_cases(parts, list);
  list.count("sessions", number_at(parts, &MeetingLedger::sessions));
  list.count("cancelled", number_at(parts, &MeetingLedger::cancelled));
  list.ratio("cases_per_session", Unit::count, number_at(parts, &MeetingLedger::cases),
             number_at(parts, &MeetingLedger::sessions));
  list.ratio("full_share", Unit::one, number_at(parts, &MeetingLedger::full),
             number_at(parts, &MeetingLedger::sessions));
  list.numbers("before", tally_at(parts, &MeetingLedger::before));
  list.numbers("left_over", tally_at(parts, &MeetingLedger::left_over));
}

/// An object with separate parts is measured as a whole and by its parts.
void measure_shared(const CompiledModel& model, const Catalogue::Shared& shared, MeasureList& list, auto measure) {
  list.about(shared.path);
  measure(shared.parts, list);
  if (shared.per < 0) return;
  const Catalogue::Trait& per = model.catalogue.traits[static_cast<std::size_t>(shared.per)];
  for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
    list.about(shared.path, per.name + "=" + per.values[part]);
    measure(Catalogue::Range{shared.parts.first + part, 1}, list);
  }
}

}  // namespace

void measure_capacity(const CompiledModel& model, MeasureList& list) {
  for (const Catalogue::Shared& pool : model.catalogue.pools) measure_shared(model, pool, list, measure_pool);
  for (const Catalogue::Shared& meeting : model.catalogue.meetings) {
    measure_shared(model, meeting, list, measure_meeting);
  }
}

void measure_capacity_of_group(const CompiledModel& model, std::uint32_t trait, MeasureList& list) {
  const auto for_each_other = [&](const std::vector<Catalogue::Shared>& all, auto measure) {
    for (const Catalogue::Shared& shared : all) {
      if (shared.per == static_cast<std::int32_t>(trait)) continue;
      list.about(shared.path);
      measure(shared.parts, list);
    }
  };
  for_each_other(model.catalogue.pools, measure_work);
  for_each_other(model.catalogue.meetings, measure_cases);
}

}  // namespace sagsflow
