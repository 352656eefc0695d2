#include "models/caseload/roll.h"

#include "models/caseload/pairing.h"

namespace sagsflow {
namespace {

std::vector<std::uint32_t> written_traits(const CompiledModel& model) {
  std::vector<std::uint32_t> traits;
  for (const Divisions::By& by : model.divisions.by) traits.push_back(by.trait);
  if (!traits.empty()) return traits;
  for (std::uint32_t trait = 0; trait < model.catalogue.traits.size(); ++trait) {
    if (model.catalogue.traits[trait].kind == TraitDefinition::Kind::attribute) traits.push_back(trait);
  }
  return traits;
}

}  // namespace

Roll::Roll(const CompiledModel& model)
    : traits_(written_traits(model)),
      entries_(model.catalogue.arrivals.size()),
      values_(model.catalogue.arrivals.size()) {}

void Roll::came(const Citizen& citizen, const CitizenId& who, const std::uint8_t* traits) {
  if (citizen.cohort == kNobody) return;
  std::vector<Entry>& entries = entries_[citizen.arrival];
  std::vector<std::uint8_t>& values = values_[citizen.arrival];
  if (entries.size() <= citizen.cohort) {
    entries.resize(citizen.cohort + 1);
    values.resize(entries.size() * traits_.size());
  }
  entries[citizen.cohort] = {who.number, who.index, 0};
  std::uint8_t* value = values.data() + citizen.cohort * traits_.size();
  for (const std::uint32_t trait : traits_) *value++ = traits[trait];
}

void Roll::noted(const Citizen& citizen, const Note& note) {
  if (citizen.cohort == kNobody || note.what != Note::What::entered_status) return;
  entries_[citizen.arrival][citizen.cohort].status = note.number;
}

CitizenNames citizen_names(const CompiledModel& model, std::vector<std::string> arms) {
  CitizenNames names;
  names.arms = std::move(arms);
  for (const auto& arrival : model.catalogue.arrivals) names.arrivals.push_back(arrival.name);
  for (const auto& status : model.catalogue.statuses) names.statuses.push_back(status.name);
  for (const std::uint32_t trait : written_traits(model)) {
    const Catalogue::Trait& named = model.catalogue.traits[trait];
    names.attributes.push_back({named.name, named.values});
  }
  return names;
}

CitizenRows citizen_rows(const CompiledArm& arm, const Roll& roll, const Outcomes* baseline, const Outcomes& own,
                         const Trails& trails) {
  CitizenRows rows;
  for (std::uint32_t arrival = 0; arrival < own.size(); ++arrival) {
    const bool paired = arm.phases.front().arrivals[arrival].paired;
    const std::vector<Roll::Entry>& entries = roll.of(arrival);
    for (std::uint32_t citizen = 0; citizen < entries.size(); ++citizen) {
      CitizenRow row{arrival, entries[citizen].number, entries[citizen].index + 1, entries[citizen].status};
      const bool compared = baseline != nullptr && paired && citizen < (*baseline)[arrival].size();
      compare_row(row, compared ? std::optional((*baseline)[arrival][citizen]) : std::nullopt, own[arrival][citizen]);
      if (baseline != nullptr && !compared) row.change = CitizenClass::unpaired;
      if (compared) row.course = trails.course(arrival, citizen);
      rows.citizens.push_back(row);
    }
    rows.values.insert(rows.values.end(), roll.values_of(arrival).begin(), roll.values_of(arrival).end());
  }
  return rows;
}

}  // namespace sagsflow
