#include "models/process/definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "models/language/choice_reader.h"
#include "models/language/names.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NameReader kStatus{"status"};
const NumberReader kCount{"a whole number from 0 to 10000000", 0, 1e7, true};
const NumberReader kBatch{"a whole number from 1 to 1000000", 1, 1e6, true};
const NumberReader kMeanBatch{"a number from 1 to 1000000", 1, 1e6};

constexpr std::size_t kMostValues = 256;

}  // namespace

TraitDefinition read_attribute(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  TraitDefinition trait;
  trait.label = table.value_or("label", read_label, Label{});
  trait.drawn = table.required("values", choice_of(SharesReader{NameReader{""}}));
  table.finish();
  for_each_value(trait.drawn, [&](const Sourced<Shares>& shares) {
    for (const Share& share : shares.value) {
      const bool known = std::ranges::count(trait.values, share.target, &Share::target) > 0;
      if (!known) trait.values.push_back({share.target, trait.drawn.is_value() ? share.share : 0.0, share.origin});
      const std::string problem = problem_of_name(share.target);
      if (is_reserved(share.target)) {
        reading.diagnostics.error(share.origin.place,
                                  fmt::format("\"{}\" is a reserved word, not an attribute's value", share.target));
      } else if (!problem.empty()) {
        reading.diagnostics.error(share.origin.place, fmt::format("the value \"{}\" {}", share.target, problem));
      }
    }
  });
  if (trait.values.size() > kMostValues) {
    reading.diagnostics.error(node.place,
                              fmt::format("{} has {} values, the limit is {}", path, trait.values.size(), kMostValues));
  }
  return trait;
}

namespace {

void read_batch(TableReader& table, ArrivalDefinition& arrival) {
  const Node* node = table.find("batch");
  if (!node) return;
  if (!node->is(Node::Kind::table) || node->find("value")) {
    const double batch = kBatch(*node, table.path_of("batch"), table.reading()).value;
    arrival.batch = std::max(1, static_cast<int>(batch));
    return;
  }
  TableReader batch(*node, table.path_of("batch"), table.reading());
  arrival.geometric_batch_mean = batch.required("geometric", kMeanBatch).value;
  batch.finish();
}

/// Whether the duration is nothing with some probability.
bool may_be_nothing(const DurationLaw& law) {
  using Shape = DurationLaw::Shape;
  const auto weighs = [&](std::size_t i) { return law.weights.empty() || law.weights[i] > 0; };
  if (law.shape == Shape::fixed) return law.mean == Span{};
  for (std::size_t i = 0; i < law.points.size() && law.shape == Shape::empirical; ++i) {
    if (law.points[i] == Span{} && weighs(i)) return true;
  }
  for (std::size_t i = 0; i < law.parts.size(); ++i) {
    if (weighs(i) && may_be_nothing(law.parts[i])) return true;
  }
  return false;
}

}  // namespace

ArrivalDefinition read_arrival(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  ArrivalDefinition arrival;
  const std::size_t errors = reading.diagnostics.errors_told();
  arrival.label = table.value_or("label", read_label, Label{});
  arrival.status = table.required("status", choice_of(SharesReader{kStatus}));
  arrival.rate = table.optional("rate", read_rate);
  arrival.every = table.optional("every", read_duration_law);
  if (arrival.rate.has_value() == arrival.every.has_value() && node.is(Node::Kind::table)) {
    const std::string problem = arrival.rate ? "both \"rate\" and \"every\"" : "neither \"rate\" nor \"every\"";
    const Place place = arrival.every ? arrival.every->origin.place : node.place;
    reading.diagnostics.error(place, fmt::format("{} has {}, expected one of them", path, problem));
  }
  if (arrival.every && reading.diagnostics.errors_told() == errors && may_be_nothing(arrival.every->value)) {
    reading.diagnostics.error(
        arrival.every->origin.place,
        fmt::format("arrivals every {}, expected time between them; \"batch\" brings several at once",
                    arrival.every->origin.text));
  }
  const Node* season = table.find("season");
  if (season != nullptr && arrival.every) {
    reading.diagnostics.error(season->key_place, "\"season\" goes with \"rate\"; arrivals with \"every\" have none");
  }
  arrival.season = read_season(table, "season", 100);
  read_batch(table, arrival);
  arrival.set = table.value_or("set", read_assignments, std::vector<Assignment>{});
  table.finish();
  return arrival;
}

StockDefinition read_stock(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  StockDefinition stock;
  stock.status = table.required("status", kStatus).value;
  stock.count = table.required("count", kCount);
  stock.elapsed = table.value_or("elapsed", read_duration_law, Sourced<DurationLaw>{});
  if (const Node* at = table.find("at")) {
    TableReader where(*at, table.path_of("at"), reading);
    stock.at_procedure = where.required("procedure", NameReader{"procedure"}).value;
    stock.at_step = where.required("step", NameReader{"step", stock.at_procedure}).value;
    stock.waited = where.optional("waited", read_duration_law);
    where.finish();
  }
  stock.set = table.value_or("set", read_assignments, std::vector<Assignment>{});
  table.finish();
  return stock;
}

namespace {

/// The shares by their lower bounds, which must ascend from 0.
std::vector<std::pair<Span, Sourced<double>>> read_steps(const Node& node, const std::string& path, Reading& reading) {
  std::vector<std::pair<Span, Sourced<double>>> steps;
  TableReader table(node, path, reading);
  for (const Node* child : table.rest()) {
    const auto from = parse_span(child->key);
    if (!from) {
      reading.diagnostics.error(child->key_place, from.error().text, from.error().suggestion);
      continue;
    }
    const bool ascends = steps.empty() ? *from == Span{} : *from > steps.back().first;
    if (!ascends) {
      const std::string expected = steps.empty() ? "0 weeks first" : "more than the one before";
      reading.diagnostics.error(child->key_place, fmt::format("refund from \"{}\", expected {}", child->key, expected));
    }
    steps.emplace_back(*from, read_share(*child, table.path_of(child->key), reading));
  }
  return steps;
}

}  // namespace

RefundDefinition read_refund(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  RefundDefinition refund;
  refund.after = table.required("after", read_steps);
  if (const auto within = table.optional("within", read_span)) refund.within = within->value;
  table.finish();
  return refund;
}

std::vector<const LocatedValue*> Definitions::values_by_path() const {
  std::vector<const LocatedValue*> all;
  each_value([&](const LocatedValue& value) { all.push_back(&value); });
  std::ranges::stable_sort(all, {}, [](const LocatedValue* value) -> const std::string& { return value->path; });
  return all;
}

std::vector<const TraitDefinition*> drawing_order(const Definitions& rules, const std::vector<std::string>& names) {
  std::vector<const TraitDefinition*> order;
  const std::function<void(const std::string&)> add = [&](const std::string& name) {
    const TraitDefinition* trait = find_named(rules.traits, name);
    if (trait == nullptr || std::ranges::find(order, trait) != order.end()) return;
    if (trait->kind == TraitDefinition::Kind::attribute) for_each_by(trait->drawn, add);
    order.push_back(trait);
  };
  for (const std::string& name : names) add(name);
  return order;
}

std::vector<const TraitDefinition*> drawing_order(const Definitions& rules) {
  std::vector<std::string> names;
  for (const TraitDefinition& trait : rules.traits) names.push_back(trait.name);
  return drawing_order(rules, names);
}

}  // namespace sagsflow
