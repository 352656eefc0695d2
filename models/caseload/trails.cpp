#include "models/caseload/trails.h"

#include <cassert>

#include "sim/random/chance.h"

namespace sagsflow {
namespace {

std::uint64_t joined_with(std::uint64_t digest, const Note& note) {
  const auto what = std::uint64_t{note.number} << 8 | static_cast<std::uint64_t>(note.what);
  return joined_key(digest + static_cast<std::uint64_t>(note.at.time_since_epoch().count()), what);
}

std::uint32_t print_of(const Note& note) {
  return static_cast<std::uint32_t>(joined_with(0, note));
}

void add(std::vector<bool>& all, const std::vector<bool>& more) {
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = all[i] || more[i];
}

}  // namespace

/// An exit and a duty touch by their status. Nobody of the cohort was in a stock.
Trails::Trails(const CompiledModel& model)
    : model_(model),
      arrivals_(model.catalogue.arrivals.size()),
      statuses_(model.catalogue.statuses.size()),
      steps_(model.catalogue.steps.size()),
      unsure_(model.catalogue.procedures.size()),
      kept_(model.catalogue.arrivals.size()) {
  for (const RuleChanges& changes : model.changes) {
    add(arrivals_, changes.arrivals);
    add(statuses_, changes.statuses);
    add(steps_, changes.steps);
    for (std::size_t i = 0; i < changes.exits.size(); ++i) {
      if (changes.exits[i]) statuses_[model.catalogue.exits[i].status] = true;
    }
    for (std::size_t i = 0; i < changes.duties.size(); ++i) {
      if (changes.duties[i]) statuses_[model.catalogue.duties[i].status] = true;
    }
  }
  for (std::uint32_t i = 0; i < unsure_.size(); ++i) unsure_[i] = sometimes_kept(i);
}

/// Whether the procedure outlasts a status by some rules and not by others.
bool Trails::sometimes_kept(std::uint32_t procedure) const {
  bool kept = false, ended = false;
  for (const CompiledArm& arm : model_.arms) {
    for (std::uint32_t version = 0; version < arm.rules.versions; ++version) {
      const ProcedureRule& rule = arm.rules.procedure(version, procedure);
      if (rule.present) (rule.keep ? kept : ended) = true;
    }
  }
  return kept && ended;
}

void Trails::begin_arm(std::size_t arm) {
  arm_ = arm;
  readers_.assign(kept_.size(), {});
  if (arm == 0) return;
  between_.assign(touched_.size(), 0);
  for (std::size_t arrival = 0; arrival < kept_.size(); ++arrival) {
    readers_[arrival].resize(kept_[arrival].size());
    if (!arrivals_[arrival]) continue;
    for (std::size_t i = 0; i < kept_[arrival].size(); ++i) {
      readers_[arrival][i] = first_entered(kept_[arrival][i], 0);
    }
  }
}

void Trails::note(std::uint32_t arrival, std::uint32_t citizen, const Note& note) {
  if (note.what == Note::What::withdrawn) return;  // what took the citizen away is noted at the same instant
  if (arm_ == 0) {
    keep(arrival, citizen, note);
    return;
  }
  if (citizen >= readers_[arrival].size()) return;
  Record& reader = readers_[arrival][citizen];
  if (reader.place == Place::untouched) {
    reader = {Place::untouched, joined_with(reader.value, note)};
    if (touches(note)) reader = first_entered(kept_[arrival][citizen], reader.value);
  } else if (reader.place != Place::known) {
    read_touched(kept_[arrival][citizen], reader, note);
  }
}

void Trails::keep(std::uint32_t arrival, std::uint32_t citizen, const Note& note) {
  std::deque<Record>& all = kept_[arrival];
  if (note.what == Note::What::arrived) {  // with that every record begins
    while (all.size() <= citizen) all.emplace_back();
    if (arrivals_[arrival]) touch(all[citizen], note.at);
  }
  Record& record = all[citizen];
  if (record.place == Place::untouched) {
    record = {Place::untouched, joined_with(record.value, note)};
    if (!touches(note)) return;
    touch(record, note.at);
    hold_to_rules(touched_.back(), note);
    return;
  }
  Touched& touched = touched_[record.value];
  const bool goes_on = touched.steps > 0 || touched.in_status || touched.for_good || note.at <= touched.until;
  if (!touched.is_over && !goes_on) {
    touched.is_over = true;
    touched.since = 0;
  }
  if (!touched.is_over) {
    add_mark(touched, note);
  } else {
    touched.since = joined_with(touched.since, note);
    if (!touches(note)) return;
    begin_stretch(touched);
  }
  hold_to_rules(touched, note);
}

void Trails::touch(Record& record, Time now) {
  const auto stretch = static_cast<std::uint32_t>(stretches_.size());
  stretches_.push_back({record.value, kEnd | stretch});
  record = {Place::touched, touched_.size()};
  touched_.push_back({stretch, stretch});
  touched_.back().until = now;
}

void Trails::begin_stretch(Touched& touched) {
  const auto stretch = static_cast<std::uint32_t>(stretches_.size());
  stretches_.push_back({touched.since, kEnd | stretch});
  stretches_[touched.last].next = stretch;
  touched.last = stretch;
  touched.last_mark = kNobody;
  touched.is_over = false;
}

void Trails::add_mark(Touched& touched, const Note& note) {
  assert(marks_.size() < kEnd);
  const auto mark = static_cast<std::uint32_t>(marks_.size());
  const auto rule = static_cast<std::uint32_t>(note.because.kind) << Mark::kNumberBits | note.because.number;
  marks_.push_back({print_of(note), rule, kEnd | touched.last});
  (touched.last_mark == kNobody ? stretches_[touched.last].first : marks_[touched.last_mark].next) = mark;
  touched.last_mark = mark;
}

/// What the stretch lasts for. A stay in a step ends where the citizen goes on, or leaves its status and the procedure
/// is not kept: that is noted, unless some rules keep the procedure and others do not.
void Trails::hold_to_rules(Touched& touched, const Note& note) const {
  if (note.what == Note::What::entered_status) {
    touched.in_status = statuses_[note.number];
    touched.until = note.at;
  } else if (note.what == Note::What::entered_step && steps_[note.number]) {
    touched.for_good = touched.for_good || unsure_[model_.catalogue.steps[note.number].procedure];
    ++touched.steps;
  }
}

void Trails::left(std::uint32_t arrival, std::uint32_t citizen, Time now) {
  const Record& record = kept_[arrival][citizen];
  assert(record.place == Place::touched);
  Touched& touched = touched_[record.value];
  assert(touched.steps > 0);
  --touched.steps;
  touched.until = now;
}

void Trails::read_touched(const Record& kept, Record& reader, const Note& note) {
  if (reader.place == Place::touched) {
    reader = met(reader, note);
    if (reader.place != Place::between) return;
    between_[kept.value] = 0;
  }
  std::uint64_t& digest = between_[kept.value];
  digest = joined_with(digest, note);
  if (touches(note)) reader = entered(stretches_[reader.value].next, digest);
}

/// What is to be met after the note, where there is a mark or might be one.
Trails::Record Trails::met(const Record& reader, const Note& note) const {
  if ((reader.value & kEnd) != 0) {
    return differs(note.because) ? Record(Course::direct) : Record(Place::between, reader.value & ~std::uint64_t{kEnd});
  }
  const Mark& mark = marks_[reader.value];
  if (mark.print == print_of(note)) return {Place::touched, mark.next};
  return Record(differs(note.because) || differs(mark.because()) ? Course::direct : Course::knock_on);
}

/// What is to be met by who is touched after a record with this digest.
Trails::Record Trails::entered(std::uint32_t stretch, std::uint64_t digest) const {
  if (stretch == kNobody || stretches_[stretch].before != digest) return Record(Course::knock_on);
  return {Place::touched, stretches_[stretch].first};
}

Trails::Record Trails::first_entered(const Record& kept, std::uint64_t digest) const {
  return entered(kept.place == Place::touched ? touched_[kept.value].first : kNobody, digest);
}

void Trails::end_arm() {
  for (std::size_t arrival = 0; arrival < readers_.size(); ++arrival) {
    for (std::size_t i = 0; i < readers_[arrival].size(); ++i) {
      Record& reader = readers_[arrival][i];
      reader = Record(course_at_end(kept_[arrival][i], reader));
    }
  }
}

/// What is noted of the baseline where the other's record ends differs from nothing.
Trails::Course Trails::course_at_end(const Record& kept, const Record& reader) const {
  bool same = false;
  switch (reader.place) {
    case Place::untouched:
      same = kept.place == Place::untouched && kept.value == reader.value;
      break;
    case Place::touched: {
      if ((reader.value & kEnd) == 0 && differs(marks_[reader.value].because())) return Course::direct;
      const Touched& touched = touched_[kept.value];
      same = reader.value == (kEnd | touched.last) && !touched.is_over;
      break;
    }
    case Place::between: {
      const Touched& touched = touched_[kept.value];
      same = reader.value == touched.last && touched.is_over && touched.since == between_[kept.value];
      break;
    }
    case Place::known:
      return static_cast<Course>(reader.value);
  }
  return same ? Course::same : Course::knock_on;
}

Trails::Course Trails::course(std::uint32_t arrival, std::uint32_t citizen) const {
  if (citizen >= readers_[arrival].size()) return Course::same;
  const Record& reader = readers_[arrival][citizen];
  return reader.place == Place::known ? static_cast<Course>(reader.value) : Course::same;
}

bool Trails::touches(const Note& note) const {
  if (note.what == Note::What::entered_step) return steps_[note.number];
  return note.what == Note::What::entered_status && statuses_[note.number];
}

bool Trails::differs(const Because& because) const {
  const RuleChanges& changes = model_.changes[arm_];
  switch (because.kind) {
    case Because::Kind::queue:
      return false;
    case Because::Kind::arrival:
      return changes.arrivals[because.number];
    case Because::Kind::stock:
      return changes.stocks[because.number];
    case Because::Kind::status:
      return changes.statuses[because.number];
    case Because::Kind::exit:
      return changes.exits[because.number];
    case Because::Kind::duty:
      return changes.duties[because.number];
    case Because::Kind::step:
      return changes.steps[because.number];
  }
  return false;
}

}  // namespace sagsflow
