#include "models/caseload/trails.h"

#include "sim/random/chance.h"

namespace sagsflow {
namespace {

std::uint32_t print_of(const Note& note) {
  const auto what = std::uint64_t{note.number} << 8 | static_cast<std::uint64_t>(note.what);
  return static_cast<std::uint32_t>(joined_key(static_cast<std::uint64_t>(note.at.time_since_epoch().count()), what));
}

}  // namespace

Trails::Mark::Mark(const Note& note)
    : print(print_of(note)), rule(static_cast<std::uint32_t>(note.because.kind) << kNumberBits | note.because.number) {}

void Trails::begin_arm(std::size_t arm) {
  arm_ = arm;
  readers_.assign(kept_.size(), {});
  for (std::size_t arrival = 0; arm > 0 && arrival < kept_.size(); ++arrival) {
    readers_[arrival].reserve(kept_[arrival].size());
    for (const Ends& ends : kept_[arrival]) readers_[arrival].push_back({ends.first});
  }
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

void Trails::note(std::uint32_t arrival, std::uint32_t citizen, const Note& note) {
  if (note.what == Note::What::withdrawn) return;  // what took the citizen away is noted at the same instant
  if (arm_ == 0) {
    keep(arrival, citizen, note);
    return;
  }
  if (citizen >= readers_[arrival].size()) return;
  Reader& reader = readers_[arrival][citizen];
  if (reader.course != Course::same) return;
  const Mark* const mark = reader.next == kNobody ? nullptr : &marks_[reader.next];
  if (mark != nullptr && mark->print == print_of(note)) {
    reader.next = mark->next;
    return;
  }
  const bool by_rule = differs(note.because) || (mark != nullptr && differs(mark->because()));
  reader.course = by_rule ? Course::direct : Course::knock_on;
}

void Trails::keep(std::uint32_t arrival, std::uint32_t citizen, const Note& note) {
  if (citizen >= kept_[arrival].size()) kept_[arrival].resize(citizen + 1);
  Ends& ends = kept_[arrival][citizen];
  const auto mark = static_cast<std::uint32_t>(marks_.size());
  marks_.emplace_back(note);
  (ends.first == kNobody ? ends.first : marks_[ends.last].next) = mark;
  ends.last = mark;
}

void Trails::end_arm() {
  for (std::vector<Reader>& readers : readers_) {
    for (Reader& reader : readers) {
      if (reader.course != Course::same || reader.next == kNobody) continue;
      reader.course = differs(marks_[reader.next].because()) ? Course::direct : Course::knock_on;
    }
  }
}

Trails::Course Trails::course(std::uint32_t arrival, std::uint32_t citizen) const {
  return citizen < readers_[arrival].size() ? readers_[arrival][citizen].course : Course::same;
}

}  // namespace sagsflow
