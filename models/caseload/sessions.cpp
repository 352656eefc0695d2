#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

/// Sessions fall at the window's opening + k every, k negative in the warm-up; those set in working days follow each
/// other from the beginning of the clock.
void World::begin_sessions() {
  for (std::uint32_t part = 0; part < phase_->meetings.size(); ++part) {
    const CompiledMeeting& meeting = phase_->meetings[part];
    const auto by_urgency = [&](const CompiledPhase& phase) { return phase.meetings[part].order != QueueOrder::fifo; };
    agendas_.emplace_back(std::ranges::any_of(arm_.phases, by_urgency));
    agendas_.back().there.assign(meeting.members.size(), 1);
    agendas_.back().last = model_.begin;
    if (meeting.present && model_.worlds.has_meeting(number_, part)) schedule_first_session(part, model_.begin);
  }
}

/// The first session not before `from`.
void World::schedule_first_session(std::uint32_t part, Time from) {
  const LengthRule& every = phase_->meetings[part].every;
  Time first = from;
  if (every.working_days == 0) {
    first = model_.opens + (from - model_.opens) / every.span * every.span;
    if (first < from) first += every.span;
  }
  agendas_[part].event = first <= model_.end ? queue_.push(first, Phase::session, part) : 0;
}

void World::schedule_session(std::uint32_t part, Time last) {
  const Time next = later(last, phase_->meetings[part].every);
  agendas_[part].event = next <= model_.end ? queue_.push(next, Phase::session, part) : 0;
}

void World::join_agenda(std::uint32_t place, const StepRule& rule, Time now) {
  Instance& instance = instances_[place];
  const std::size_t meeting = leaf(rule.meeting, instance.citizen);
  const std::uint32_t part = part_of(arm_.meeting_parts[meeting], arm_.meeting_per[meeting], instance.citizen);
  Agenda& agenda = agendas_[part];
  instance.job = add_job(part, instance.entered);
  Job& job = jobs_[instance.job];
  job.owner = place;
  job.step = instance.step;
  job.group = citizens_[instance.citizen].group;
  job.on_agenda = true;
  job.sessions = static_cast<std::uint32_t>(agenda.sessions.size());
  agenda.line.push(instance.job, urgency(phase_->meetings[part].order, instance, rule));
  ++agenda.waiting;
  books_.level(job.group, [&](Ledger& ledger) { ledger.meetings[part].queue.change(now, 1); });
}

/// Who is there, drawn for each member by the session's date; whether that is enough.
bool World::quorum(std::uint32_t part, Time now) {
  const CompiledMeeting& meeting = phase_->meetings[part];
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

void World::session(const Event& event, Time now) {
  const std::uint32_t part = event.index();
  Agenda& agenda = agendas_[part];
  if (agenda.event != event.sequence()) return;  // a reform has moved it
  const CompiledMeeting& meeting = phase_->meetings[part];
  schedule_session(part, now);
  const bool held = quorum(part, now);
  const std::int64_t cases = held ? std::min(agenda.waiting, meeting.agenda) : 0;
  books_.at(kNobody, now, [&](Ledger& books) {
    MeetingLedger& ledger = books.meetings[part];
    ++(held ? ledger.sessions : ledger.cancelled);
    ledger.before.add(Span(agenda.waiting));
    ledger.left_over.add(Span(agenda.waiting - cases));
    if (cases == meeting.agenda) ++ledger.full;
  });
  note_session(agenda, held, now);
  for (std::int64_t i = 0; i < cases && agenda.waiting > 0; ++i) take_case(part, now);
  if (held) book(part, &CompiledMember::per_session, kNobody, now);
  agenda.last = now;
}

/// For the causes of waits: the time from a cancelled session to the next.
void World::note_session(Agenda& agenda, bool held, Time now) {
  Span after_cancelled{};
  if (!agenda.sessions.empty()) {
    const Session& last = agenda.sessions.back();
    after_cancelled = last.after_cancelled + (last.held ? Span::zero() : now - last.at);
  }
  agenda.sessions.push_back({now, after_cancelled, held});
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
  books_.at(job.group, now, [&](Ledger& ledger) {
    ++ledger.meetings[part].cases;
    if (job.came >= agenda.last) ++ledger.meetings[part].first_session;
  });
  book(part, &CompiledMember::per_case, job.group, now);
  wait_over(job.owner, WaitEnd::begun, now);
  instances_[job.owner].job = kNobody;
  give_back_job(place);
  go_on(job.owner, now);
}

/// One item of work for each member who is there, at the head of its pool's line.
void World::book(std::uint32_t part, Span CompiledMember::* work, std::uint32_t group, Time now) {
  const CompiledMeeting& meeting = phase_->meetings[part];
  for (std::size_t i = 0; i < meeting.members.size(); ++i) {
    const CompiledMember& member = meeting.members[i];
    if (agendas_[part].there[i] == 0 || member.*work == Span::zero()) continue;
    const std::uint32_t place = add_job(member.pool_part, now);
    Job& job = jobs_[place];
    job.meeting = part;
    job.group = group;
    job.presence = member.*work;  // casework, until it begins
    pools_[member.pool_part].join_at_head(now, place);
    look_at(member.pool_part);
  }
}

}  // namespace sagsflow
