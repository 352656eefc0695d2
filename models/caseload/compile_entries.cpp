#include <algorithm>
#include <set>

#include "models/caseload/compile.h"

namespace sagsflow {
namespace {

/// The attributes so that each comes after those its shares go by; there is no circle among them.
std::vector<std::uint32_t> draw_order(const Definitions& definitions, const Catalogue& catalogue) {
  std::vector<std::uint32_t> order;
  std::set<std::string> done;
  for (bool more = true; more;) {
    more = false;
    for (const TraitDefinition& trait : definitions.traits) {
      if (trait.kind != TraitDefinition::Kind::attribute) {
        done.insert(trait.name);
        continue;
      }
      std::set<std::string> needed;
      for_each_by(trait.drawn, [&](const std::string& name) { needed.insert(name); });
      if (done.contains(trait.name) || !std::ranges::includes(done, needed)) continue;
      done.insert(trait.name);
      order.push_back(catalogue.trait(trait.name));
      more = true;
    }
  }
  return order;
}

}  // namespace

namespace {

template <class Definition>
std::size_t number_of(const std::vector<Catalogue::Named>& list, const Definition& definition) {
  return static_cast<std::size_t>(std::ranges::find(list, definition.name, &Catalogue::Named::name) - list.begin());
}

CompiledArrival compile_arrival(const ArrivalDefinition& definition, RuleWriter& writer) {
  CompiledArrival arrival;
  arrival.present = true;
  arrival.status = writer.statuses(definition.status);
  if (definition.rate) {
    const Rate& rate = definition.rate->value;
    arrival.rate = ArrivalRate{{}, rate.count / static_cast<double>(rate.per.count()), definition.season};
  }
  if (definition.every) arrival.every = writer.rules.durations.add(definition.every->value);
  arrival.batch = definition.batch;
  arrival.geometric_batch_mean = definition.geometric_batch_mean;
  arrival.set = writer.assignments(definition.set);
  return arrival;
}

CompiledStock compile_stock(const StockDefinition& definition, RuleWriter& writer) {
  CompiledStock stock;
  stock.present = true;
  stock.count = static_cast<std::uint64_t>(definition.count.value);
  stock.status = writer.catalogue.status(definition.status);
  stock.elapsed = writer.rules.durations.add(definition.elapsed.value);
  stock.set = writer.assignments(definition.set);
  if (definition.at_procedure.empty()) return stock;
  stock.procedure = writer.catalogue.procedure(definition.at_procedure);
  stock.step = writer.catalogue.step(stock.procedure, definition.at_step);
  stock.waited = writer.rules.durations.add(definition.waited ? definition.waited->value : DurationLaw{});
  return stock;
}

}  // namespace

void compile_entries(const Definitions& definitions, RuleWriter& writer, CompiledPhase& phase) {
  const Catalogue& catalogue = writer.catalogue;
  phase.traits.resize(catalogue.traits.size());
  for (const TraitDefinition& definition : definitions.traits) {
    if (definition.kind != TraitDefinition::Kind::attribute) continue;
    const std::uint32_t number = catalogue.trait(definition.name);
    phase.traits[number].key = catalogue.traits[number].key;
    phase.traits[number].drawn = writer.trait_values(number, definition.drawn);
  }
  phase.draw_order = draw_order(definitions, catalogue);
  phase.arrivals.resize(catalogue.arrivals.size());
  for (const ArrivalDefinition& definition : definitions.arrivals) {
    const std::size_t number = number_of(catalogue.arrivals, definition);
    phase.arrivals[number] = compile_arrival(definition, writer);
    phase.arrivals[number].key = catalogue.arrivals[number].key;
    phase.arrivals[number].stem = KeyStem(catalogue.arrivals[number].key);
  }
  phase.stocks.resize(catalogue.stocks.size());
  for (const StockDefinition& definition : definitions.stocks) {
    const std::size_t number = number_of(catalogue.stocks, definition);
    phase.stocks[number] = compile_stock(definition, writer);
    phase.stocks[number].key = catalogue.stocks[number].key;
  }
}

}  // namespace sagsflow
