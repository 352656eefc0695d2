#include "models/caseload/life.h"

#include <algorithm>
#include <set>

#include "models/caseload/compile.h"
#include "models/caseload/diary.h"
#include "models/caseload/life_writer.h"
#include "models/caseload/pairing.h"
#include "models/caseload/roll.h"
#include "models/caseload/worlds.h"
#include "models/process/changes.h"

namespace sagsflow {
namespace {

std::expected<CompiledModel, std::string> compiled(const Model& model) {
  auto ready = compile(model);
  if (!ready) return std::unexpected(ready.error());
  return ready;
}

/// Where the name stands in the catalogue, which has everything of all arms.
CitizenId id_of(const CitizenName& citizen, const Catalogue& catalogue) {
  const auto at = [&](const std::vector<Catalogue::Named>& list) {
    return std::ranges::find(list, citizen.source, &Catalogue::Named::path) - list.begin();
  };
  const bool in_stock = citizen.source.starts_with("stock.");
  const auto source = at(in_stock ? catalogue.stocks : catalogue.arrivals);
  return {in_stock, static_cast<std::uint32_t>(source), citizen.number, citizen.index - 1};
}

/// Where the records of the trails first differ, and whether because of a rule that does; if not, which such rule is
/// the first that the citizen meets later.
void mark_course(Lives& lives, const std::vector<LifeEvent>& one, const std::vector<LifeEvent>& other,
                 const std::vector<std::string>& differing) {
  const auto same = [](const LifeEvent& a, const LifeEvent& b) {
    return a.at == b.at && a.what == b.what && a.object == b.object && a.value == b.value;
  };
  const auto differs = [&](const LifeEvent& event) { return std::ranges::binary_search(differing, event.rule); };
  const auto [first, second] = std::ranges::mismatch(one, other, same);
  if (first == one.end() && second == other.end()) return;
  lives.course = Course::knock_on;
  const auto met = std::ranges::find_if(first, one.end(), differs);
  const auto also = std::ranges::find_if(second, other.end(), differs);
  if ((first != one.end() && met == first) || (second != other.end() && also == second)) lives.course = Course::direct;
  const bool is_later = met == one.end() || (also != other.end() && also->at < met->at);
  if (met == one.end() && also == other.end()) return;
  const bool take_other = lives.course == Course::direct ? !(met != one.end() && met == first) : is_later;
  const LifeEvent& event = take_other ? *also : *met;
  lives.rule = event.rule;
  lives.rule_at = event.at;
}

void mark_alike(Lives& lives) {
  const auto& one = lives.lives[0].events;
  const auto& other = lives.lives[1].events;
  const auto same = [](LifeEvent a, LifeEvent b) {
    a.trial.clear();  // what happens is the same, though another rule says so
    b.trial.clear();
    a.law.clear();
    b.law.clear();
    return a == b;
  };
  const auto first = std::ranges::mismatch(one, other, same).in1;
  lives.lives[0].alike = lives.lives[1].alike = static_cast<std::size_t>(first - one.begin());
}

/// What the trails follow of a life.
std::vector<LifeEvent> in_trails(const std::vector<LifeEvent>& events) {
  std::vector<LifeEvent> kept;
  for (const LifeEvent& event : events) {
    using enum LifeEvent::What;
    const bool beside = event.what == work_ended || event.what == cancelled || event.what == still_waiting;
    if (!beside) kept.push_back(event);
  }
  return kept;
}

std::string failure_in(const Model& model, std::size_t arm, const LifePlace& place, const std::string& reason) {
  return "arm \"" + model.arms[arm].name + "\", replication " + std::to_string(place.replication + 1) + ": " + reason;
}

}  // namespace

std::vector<std::string> citizen_sources(const Model& model) {
  std::set<std::string> paths;
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) {
      for (const auto& arrival : version.definitions.arrivals) paths.insert("arrival." + arrival.name);
      for (const auto& stock : version.definitions.stocks) paths.insert("stock." + stock.name);
    }
  }
  return {paths.begin(), paths.end()};
}

std::expected<Lives, std::string> lives_of(const Model& model, const CitizenName& citizen, const LifePlace& place) {
  const auto ready = compiled(model);
  if (!ready) return std::unexpected(ready.error());
  const CitizenId who = id_of(citizen, ready->catalogue);
  Lives lives;
  lives.citizen = citizen;
  lives.replication = place.replication;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::size_t arm = place.arms[i];
    Diary diary(who, ready->catalogue.traits.size());
    Worlds world(*ready, ready->arms[arm], static_cast<std::uint32_t>(place.replication));
    world.show(diary);
    if (const auto events = world.run(); !events) {
      return std::unexpected(failure_in(model, arm, place, events.error()));
    }
    LifeWriter writer(model, *ready, arm);
    lives.lives[i] = writer.life_of(diary);
    lives.attributes = writer.attributes();
    lives.in_cohort = lives.in_cohort || diary.in_cohort();
    lives.last_number = std::max(lives.last_number, diary.last_number());
    lives.last_index = std::max(lives.last_index, diary.together());
    if (!who.in_stock) lives.paired = lives.paired && ready->arms[arm].phases.front().arrivals[who.source].paired;
  }
  mark_alike(lives);
  mark_course(lives, in_trails(lives.lives[0].events), in_trails(lives.lives[1].events),
              differing_rules(model, place.arms[0], place.arms[1]));
  for (const std::size_t arm : {place.arms[1], place.arms[0]}) {
    if (lives.trial.empty() && !lives.rule.empty()) lives.trial = LifeWriter(model, *ready, arm).trial_of(lives.rule);
  }
  return lives;
}

std::expected<std::optional<CitizenName>, std::string> interesting_citizen(const Model& model, Interest interest,
                                                                           const LifePlace& place) {
  const auto ready = compiled(model);
  if (!ready) return std::unexpected(ready.error());
  std::vector<std::vector<CitizenRow>> rows;
  std::optional<Outcomes> first;
  for (const std::size_t arm : place.arms) {
    Roll roll(*ready);
    Worlds world(*ready, ready->arms[arm], static_cast<std::uint32_t>(place.replication));
    world.show(roll);
    if (const auto events = world.run(); !events) {
      return std::unexpected(failure_in(model, arm, place, events.error()));
    }
    Trails none(*ready);
    none.begin_arm(0);
    rows.push_back(
        citizen_rows(ready->arms[arm], roll, first ? &*first : nullptr, world.ledger().outcomes, none).citizens);
    if (!first) first = world.take_outcomes();
  }
  const bool longest = interest == Interest::longest_wait;
  const auto size = [&](const CitizenRow& row) {
    if (longest) return row.waiting_days;
    const bool decided = row.change != CitizenClass::undecided && row.change != CitizenClass::unpaired;
    return decided ? std::abs(row.difference_days) : -1.0;
  };
  const std::vector<CitizenRow>& from = rows[longest ? 0 : 1];
  const auto found = std::ranges::max_element(from, {}, size);
  if (found == from.end() || size(*found) < 0) return std::nullopt;
  return CitizenName{ready->catalogue.arrivals[found->arrival].path, found->number, found->index};
}

}  // namespace sagsflow
