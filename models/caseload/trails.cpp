#include "models/caseload/trails.h"

#include "sim/random/chance.h"

namespace sagsflow {
namespace {

std::uint32_t print_of(const Note& note) {
  const auto what = std::uint64_t{note.number} << 8 | static_cast<std::uint64_t>(note.what);
  return static_cast<std::uint32_t>(joined_key(static_cast<std::uint64_t>(note.at.time_since_epoch().count()), what));
}

}  // namespace

void Trails::begin_arm(std::size_t arm) {
  arm_ = arm;
  readers_.assign(kept_.size(), {});
  for (std::size_t arrival = 0; arm > 0 && arrival < kept_.size(); ++arrival) {
    readers_[arrival].resize(kept_[arrival].first.empty() ? 0 : kept_[arrival].first.size() - 1);
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
    log_.push_back({arrival, citizen, {print_of(note), note.because}});
    return;
  }
  if (citizen >= readers_[arrival].size()) return;
  Reader& reader = readers_[arrival][citizen];
  if (reader.course != Course::same) return;
  const Kept& kept = kept_[arrival];
  const std::uint32_t at = kept.first[citizen] + reader.next;
  const bool more = at < kept.first[citizen + 1];
  if (more && kept.marks[at].print == print_of(note)) {
    ++reader.next;
    return;
  }
  const bool by_rule = differs(note.because) || (more && differs(kept.marks[at].because));
  reader.course = by_rule ? Course::direct : Course::knock_on;
}

void Trails::end_arm() {
  if (arm_ == 0) {
    std::vector<std::vector<std::uint32_t>> lengths(kept_.size());
    for (const Logged& logged : log_) {
      auto& of = lengths[logged.arrival];
      if (of.size() <= logged.citizen) of.resize(logged.citizen + 1);
      ++of[logged.citizen];
    }
    for (std::size_t arrival = 0; arrival < kept_.size(); ++arrival) {
      Kept& kept = kept_[arrival];
      kept.first.assign(1, 0);
      for (const std::uint32_t length : lengths[arrival]) kept.first.push_back(kept.first.back() + length);
      kept.marks.resize(kept.first.back());
      lengths[arrival] = kept.first;
    }
    for (const Logged& logged : log_) {
      kept_[logged.arrival].marks[lengths[logged.arrival][logged.citizen]++] = logged.mark;
    }
    log_ = {};
    return;
  }
  for (std::size_t arrival = 0; arrival < kept_.size(); ++arrival) {
    const Kept& kept = kept_[arrival];
    for (std::size_t citizen = 0; citizen < readers_[arrival].size(); ++citizen) {
      Reader& reader = readers_[arrival][citizen];
      const std::uint32_t at = kept.first[citizen] + reader.next;
      if (reader.course != Course::same || at == kept.first[citizen + 1]) continue;
      reader.course = differs(kept.marks[at].because) ? Course::direct : Course::knock_on;
    }
  }
}

Trails::Course Trails::course(std::uint32_t arrival, std::uint32_t citizen) const {
  return citizen < readers_[arrival].size() ? readers_[arrival][citizen].course : Course::same;
}

}  // namespace sagsflow
