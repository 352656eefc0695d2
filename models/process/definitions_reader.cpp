#include "models/process/definitions_reader.h"

#include <set>
#include <string_view>

#include "models/process/named.h"

namespace sagsflow {
namespace {

std::shared_ptr<const Gathered> gathered_by(Reading& reading) {
  auto values = std::make_shared<const std::vector<LocatedValue>>(std::move(reading.values));
  return std::make_shared<const Gathered>(std::move(values), std::move(reading.names), std::move(reading.traits));
}

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

template <class T>
DefinitionsReader::Known<T> DefinitionsReader::read_one(const Node& node, const std::string& path,
                                                        Diagnostics& diagnostics, Read<T> reader,
                                                        KnownByName<T>& known) {
  const auto earlier = diagnostics.key_log() == nullptr ? known.find(node.key) : known.end();
  if (earlier != known.end() && node.is_table_itself(earlier->second.table)) return earlier->second;
  const std::size_t told = diagnostics.told();
  Reading reading{diagnostics, {}, {}, {}};
  auto definition = std::make_shared<const T>(read_named(node, path, reading, reader));
  Known<T> now{node, std::move(definition), gathered_by(reading)};
  if (diagnostics.told() == told) known.try_emplace(node.key, now);
  return now;
}

template <class T>
void DefinitionsReader::read_all(TableReader& table, std::string_view key, Read<T> reader, KnownByName<T>& known,
                                 RulesRead& into, DefinitionList<T>& list) {
  const Node* node = table.find(key);
  if (!node) return;
  TableReader entries(*node, table.path_of(key), table.reading());
  for (const Node* entry : entries.rest()) {
    const Known<T> one = read_one(*entry, entries.path_of(entry->key), table.reading().diagnostics, reader, known);
    list.add(one.definition);
    take_along(one.gathered, into);
  }
  list.sort_by_name();
}

RulesRead DefinitionsReader::read(const Node& document, const std::vector<std::string>& other_keys, Reading& reading) {
  RulesRead all;
  take_along(gathered_by(reading), all);
  TableReader table(document, "", reading);
  for (const std::string& key : other_keys) table.find(key);
  Definitions& rules = all.rules;
  read_all(table, "attribute", &read_attribute, traits_, all, rules.traits);
  read_all(table, "arrival", &read_arrival, arrivals_, all, rules.arrivals);
  read_all(table, "stock", &read_stock, stocks_, all, rules.stocks);
  read_all(table, "status", &read_status, statuses_, all, rules.statuses);
  read_all(table, "procedure", &read_procedure, procedures_, all, rules.procedures);
  read_all(table, "calendar", &read_calendar, calendars_, all, rules.calendars);
  read_all(table, "pool", &read_pool, pools_, all, rules.pools);
  read_all(table, "meeting", &read_meeting, meetings_, all, rules.meetings);
  rules.refund = table.value_or("refund", read_refund, RefundDefinition{});
  take_along(gathered_by(reading), all);
  table.finish();
  add_undeclared_traits(all);
  return all;
}

}  // namespace sagsflow
