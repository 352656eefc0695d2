#include "models/process/definitions_reader.h"

#include <set>
#include <string_view>

#include "models/process/named.h"

namespace sagsflow {

namespace {

void take_along(const std::shared_ptr<const Gathered>& gathered, RulesRead& into) {
  into.rules.values.push_back(gathered->values);
  into.gathered.push_back(gathered);
}

TraitDefinition boolean_trait(const TraitUse& use, TraitDefinition::Kind kind) {
  TraitDefinition trait;
  trait.name = use.trait;
  trait.place = use.place;
  trait.kind = kind;
  trait.values = {{"false", 1.0, {}}, {"true", 0.0, {}}};
  return trait;
}

/// Traits that are not declared: what some `set` makes, and the flags of steps.
void add_undeclared_traits(RulesRead& into) {
  DefinitionList<TraitDefinition>& traits = into.rules.traits;
  std::set<std::string_view> known;
  for (const TraitDefinition& trait : traits) known.insert(trait.name);
  for (const auto& gathered : into.gathered) {
    for (const TraitUse& use : gathered->traits) {
      const bool flag = use.how == TraitUse::How::flag;
      if (!flag && use.how != TraitUse::How::set) continue;
      if (!known.insert(use.trait).second) continue;
      const auto kind = flag ? TraitDefinition::Kind::flag : TraitDefinition::Kind::boolean;
      traits.add(std::make_shared<const TraitDefinition>(boolean_trait(use, kind)));
    }
  }
  traits.sort_by_name();
}

}  // namespace

RulesRead DefinitionsReader::read(const Node& document, const std::vector<std::string>& other_keys, Reading& reading) {
  RulesRead all;
  take_along(gathered_by(reading), all);
  TableReader table(document, "", reading);
  for (const std::string& key : other_keys) table.find(key);
  const auto take = [&](const std::shared_ptr<const Gathered>& gathered) { take_along(gathered, all); };
  const auto status = [&](const Node& node, const std::string& path, Reading& its) {
    return read_status(node, path, its, exits_, duties_);
  };
  const auto procedure = [&](const Node& node, const std::string& path, Reading& its) {
    return read_procedure(node, path, its, steps_);
  };
  Definitions& rules = all.rules;
  rules.traits = traits_.read_all(table, "attribute", read_attribute, take);
  rules.arrivals = arrivals_.read_all(table, "arrival", read_arrival, take);
  rules.stocks = stocks_.read_all(table, "stock", read_stock, take);
  rules.statuses = statuses_.read_all(table, "status", status, take);
  rules.procedures = procedures_.read_all(table, "procedure", procedure, take);
  rules.calendars = calendars_.read_all(table, "calendar", read_calendar, take);
  rules.pools = pools_.read_all(table, "pool", read_pool, take);
  rules.meetings = meetings_.read_all(table, "meeting", read_meeting, take);
  rules.refund = table.value_or("refund", read_refund, RefundDefinition{});
  take_along(gathered_by(reading), all);
  table.finish();
  add_undeclared_traits(all);
  return all;
}

}  // namespace sagsflow
