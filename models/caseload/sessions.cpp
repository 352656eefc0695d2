#include <cmath>

#include "models/caseload/world.h"

namespace sagsflow {

/// Sessions fall at the window's opening + k every, k negative in the warm-up; those set in working days follow each
/// other from the beginning of the clock.
void World::begin_sessions() {
  for (std::uint32_t part = 0; part < arm_.meetings.size(); ++part) {
    const CompiledMeeting& meeting = arm_.meetings[part];
    agendas_.emplace_back(meeting.order != QueueOrder::fifo);
    agendas_.back().there.assign(meeting.members.size(), 1);
    if (!meeting.present) continue;
    const Span every = meeting.every.span;
    Time first = model_.begin;
    if (meeting.every.working_days == 0) first = model_.opens - (model_.opens - model_.begin) / every * every;
    agendas_.back().last = model_.begin;
    queue_.push(first, Phase::session, part);
  }
}

void World::schedule_session(std::uint32_t part, Time last) {
  const Time next = later(last, arm_.meetings[part].every);
  if (next <= model_.end) queue_.push(next, Phase::session, part);
}

void World::join_agenda(std::uint32_t place, const StepRule& rule, Time now) {
  Instance& instance = instances_[place];
  const std::size_t meeting = leaf(rule.meeting, instance.citizen);
  const std::uint32_t part = part_of(arm_.meeting_parts[meeting], arm_.meeting_per[meeting], instance.citizen);
  instance.job = add_job(part, now);
  Job& job = jobs_[instance.job];
  job.owner = place;
  job.step = instance.step;
  job.on_agenda = true;
  agendas_[part].line.push(instance.job, urgency(arm_.meetings[part].order, instance, rule));
  ++agendas_[part].waiting;
  ledger_.meetings[part].queue.change(now, 1);
}

/// Who is there, drawn for each member by the session's date; whether that is enough.
bool World::quorum(std::uint32_t part, Time now) {
  const CompiledMeeting& meeting = arm_.meetings[part];
  Agenda& agenda = agendas_[part];
  int missing = 0;
  bool without_whom_not = false;
  for (std::size_t i = 0; i < meeting.members.size(); ++i) {
    const CompiledMember& member = meeting.members[i];
    const auto date = static_cast<std::uint64_t>(now.time_since_epoch().count());
    agenda.there[i] = member.absence <= 0.0 || chance_.draw({member.key, date}).value >= member.absence;
    if (agenda.there[i] != 0) continue;
    ++missing;
    without_whom_not = without_whom_not || member.always;
  }
  return missing <= meeting.missing_allowed && !without_whom_not;
}

void World::session(std::uint32_t part, Time now) {
  const CompiledMeeting& meeting = arm_.meetings[part];
  Agenda& agenda = agendas_[part];
  MeetingLedger& ledger = ledger_.meetings[part];
  schedule_session(part, now);
  const bool held = quorum(part, now);
  const std::int64_t cases = held ? std::min(agenda.waiting, meeting.agenda) : 0;
  if (in_window(now)) {
    ++(held ? ledger.sessions : ledger.cancelled);
    ledger.before.add(Span(agenda.waiting));
    ledger.left_over.add(Span(agenda.waiting - cases));
    ledger.cases += static_cast<std::uint64_t>(cases);
    if (cases == meeting.agenda) ++ledger.full;
  }
  for (std::int64_t i = 0; i < cases && agenda.waiting > 0; ++i) take_case(part, now);
  if (held) book(part, &CompiledMember::per_session, now);
  agenda.last = now;
}

/// The first case on the agenda is heard: its members' hours are booked, and it goes on at once.
void World::take_case(std::uint32_t part, Time now) {
  Agenda& agenda = agendas_[part];
  std::uint32_t place = agenda.line.front();
  while (jobs_[place].state == Job::State::withdrawn) {
    agenda.line.pop();
    jobs_.give_back(place);
    place = agenda.line.front();
  }
  agenda.line.pop();
  --agenda.waiting;
  const Job job = jobs_[place];
  left_line(job, now);
  if (in_window(now) && job.came >= agenda.last) ++ledger_.meetings[part].first_session;
  give_back_job(place);
  instances_[job.owner].job = kNobody;
  book(part, &CompiledMember::per_case, now);
  wait_over(job.owner, WaitEnd::begun, now);
  go_on(job.owner, now);
}

/// One item of work for each member who is there, at the head of its pool's line.
void World::book(std::uint32_t part, Span CompiledMember::* work, Time now) {
  const CompiledMeeting& meeting = arm_.meetings[part];
  for (std::size_t i = 0; i < meeting.members.size(); ++i) {
    const CompiledMember& member = meeting.members[i];
    if (agendas_[part].there[i] == 0 || member.*work == Span::zero()) continue;
    const std::uint32_t place = add_job(member.pool_part, now);
    Job& job = jobs_[place];
    job.meeting = part;
    const double usable = arm_.pools[member.pool_part].usable;
    job.presence = Span(std::llround(static_cast<double>((member.*work).count()) / usable));
    pools_[member.pool_part].join_at_head(now, place);
    look_at(member.pool_part);
  }
}

}  // namespace sagsflow
