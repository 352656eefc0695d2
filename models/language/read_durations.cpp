#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/language/names.h"
#include "models/language/sourced_reader.h"
#include "models/language/values.h"

namespace sagsflow {
namespace {

using Shape = DurationLaw::Shape;

struct NamingKey {
  std::string_view name;
  Shape shape;
};
constexpr std::array kNamingKeys{NamingKey{"exponential", Shape::exponential},
                                 NamingKey{"lognormal", Shape::lognormal},
                                 NamingKey{"gamma", Shape::gamma},
                                 NamingKey{"erlang", Shape::erlang},
                                 NamingKey{"weibull", Shape::weibull},
                                 NamingKey{"uniform", Shape::uniform},
                                 NamingKey{"triangular", Shape::triangular},
                                 NamingKey{"empirical", Shape::empirical},
                                 NamingKey{"mixture", Shape::mixture}};

constexpr std::string_view kExpected = "a duration such as \"14 days\", \"never\" or a distribution";

const NumberReader kFactor{"a number above 0", 1e-9, 1e9};
const NumberReader kStages{"a whole number from 1 to 1000", 1, 1000, true};
const NumberReader kWeight{"a number from 0", 0, 1e12};

constexpr std::size_t kMostPoints = 10'000;
constexpr std::size_t kMostParts = 256;

std::string too_many(std::string_view what, std::size_t count, std::size_t limit) {
  return fmt::format("\"{}\" has {} items, the limit is {}", what, count, limit);
}

DurationLaw read_law(const Node& node, const std::string& path, Reading& reading, Origin& origin);

/// The mean of a naming key: a duration whose long form says where it comes from.
Span read_mean(const Node& node, const std::string& path, Reading& reading, Origin& origin) {
  const std::size_t recorded = reading.values.size();
  const Sourced<Span> mean = read_span(node, path, reading);
  reading.values.resize(recorded);
  const std::string written = origin.text;
  if (is_long_form(node)) origin = mean.origin;
  origin.text = written;
  return mean.value;
}

/// The items of a naming key's array; its long form says where they come from.
const Node& items_of(const Node& node, const std::string& path, Reading& reading, Origin& origin) {
  if (!is_long_form(node)) return node;
  TableReader table(node, path, reading, "cited");
  const Node& items = *table.find("value");
  read_provenance(table, origin);
  table.finish();
  return items;
}

std::vector<Span> read_points(const Node& items, const std::string& path, Reading& reading, std::size_t count) {
  std::vector<Span> points;
  const bool right =
      items.is(Node::Kind::array) && (count == 0 ? !items.children.empty() : items.children.size() == count);
  if (!right) {
    const std::string expected = count == 0 ? "an array of durations" : fmt::format("an array of {} durations", count);
    reading.diagnostics.error(items.place, fmt::format("expected {}, got {}", expected, items.described()));
    return points;
  }
  if (items.children.size() > kMostPoints) {
    reading.diagnostics.error(items.place, too_many("empirical", items.children.size(), kMostPoints));
    return points;
  }
  const std::size_t recorded = reading.values.size();
  for (const Node& item : items.children) points.push_back(read_span(item, path, reading).value);
  reading.values.resize(recorded);
  return points;
}

void read_weights(TableReader& table, DurationLaw& law) {
  const Node* node = table.find("weights");
  if (!node) return;
  const std::size_t recorded = table.reading().values.size();
  if (!node->is(Node::Kind::array) || node->children.size() != law.points.size()) {
    table.reading().diagnostics.error(node->place, fmt::format("expected {} weights, one for each duration, got {}",
                                                               law.points.size(), node->described()));
    return;
  }
  for (const Node& item : node->children) {
    law.weights.push_back(kWeight(item, table.path_of("weights"), table.reading()).value);
  }
  table.reading().values.resize(recorded);
}

void read_parts(const Node& items, const std::string& path, Reading& reading, DurationLaw& law) {
  if (!items.is(Node::Kind::array) || items.children.empty()) {
    reading.diagnostics.error(items.place, "expected an array of { share = …, of = … }");
    return;
  }
  if (items.children.size() > kMostParts) {
    reading.diagnostics.error(items.place, too_many("mixture", items.children.size(), kMostParts));
    return;
  }
  const Nesting nesting(reading, items.place);
  if (nesting.too_deep()) return;
  double sum = 0;
  std::optional<std::size_t> rest;
  const std::size_t errors = reading.diagnostics.errors_told();
  for (std::size_t i = 0; i < items.children.size(); ++i) {
    TableReader part(items.children[i], fmt::format("{}.{}", path, i + 1), reading, "part");
    const Node* share = part.require("share");
    const bool is_rest = share && share->is(Node::Kind::string) && share->text == "rest";
    if (is_rest && rest) reading.diagnostics.error(share->place, "a second \"rest\", expected at most one");
    if (is_rest) rest = i;
    law.weights.push_back(share && !is_rest ? read_share(*share, part.path_of("share"), reading).value : 0.0);
    sum += law.weights.back();
    law.parts.push_back(part.required("of", read_duration_law).value);
    part.finish();
  }
  const bool wrong = rest ? sum > 1 + 1e-9 : std::abs(sum - 1) > 1e-9;
  if (wrong && reading.diagnostics.errors_told() == errors) {
    reading.diagnostics.error(items.place, fmt::format("shares of the mixture sum to {:.6g}, expected {}", sum,
                                                       rest ? "at most 1 beside \"rest\"" : "1"));
  }
  if (rest) law.weights[*rest] = std::max(0.0, 1 - sum);
}

void read_shape(TableReader& table, const NamingKey& key, DurationLaw& law, Origin& origin) {
  const Node& named = *table.find(key.name);
  Reading& reading = table.reading();
  const std::string path = table.path();
  law.shape = key.shape;
  if (key.shape == Shape::uniform || key.shape == Shape::triangular || key.shape == Shape::empirical) {
    const std::size_t count = key.shape == Shape::uniform ? 2 : key.shape == Shape::triangular ? 3 : 0;
    law.points = read_points(items_of(named, path, reading, origin), path, reading, count);
    if (key.shape == Shape::empirical) read_weights(table, law);
  } else if (key.shape == Shape::mixture) {
    read_parts(items_of(named, path, reading, origin), path, reading, law);
  } else {
    law.mean = read_mean(named, path, reading, origin);
  }
  if (key.shape == Shape::lognormal || key.shape == Shape::gamma) law.sd = table.required("sd", read_span).value;
  if (key.shape == Shape::erlang) law.stages = static_cast<int>(table.required("k", kStages).value);
  if (key.shape == Shape::weibull) law.shape_parameter = table.required("shape", kFactor).value;
}

std::vector<const NamingKey*> naming_keys_of(const Node& node) {
  std::vector<const NamingKey*> found;
  for (const NamingKey& key : kNamingKeys) {
    if (node.find(key.name)) found.push_back(&key);
  }
  return found;
}

std::string nearest_naming_key(const Node& node) {
  std::vector<std::string> names;
  for (const NamingKey& key : kNamingKeys) names.emplace_back(key.name);
  for (const Node& child : node.children) {
    if (const std::string nearest = nearest_name(child.key, names); !nearest.empty()) return nearest;
  }
  return {};
}

DurationLaw read_law_table(const Node& node, const std::string& path, Reading& reading, Origin& origin) {
  DurationLaw law;
  const auto naming = naming_keys_of(node);
  if (naming.size() != 1) {
    const std::string problem =
        naming.empty()
            ? fmt::format("expected {}, got a table without the name of one", kExpected)
            : fmt::format("both \"{}\" and \"{}\", expected one distribution", naming[0]->name, naming[1]->name);
    reading.diagnostics.error(node.place, problem, naming.empty() ? nearest_naming_key(node) : "");
    return law;
  }
  const std::size_t errors = reading.diagnostics.errors_told();
  const Place place = node.find(naming[0]->name)->place;
  TableReader table(node, path, reading, "distribution");
  read_shape(table, *naming[0], law, origin);
  const bool says_more =
      node.find("source") || node.find("quote") || node.find("note") || node.find("assumed") || node.find("calibrated");
  if (says_more) read_provenance(table, origin);
  table.finish();
  if (reading.diagnostics.errors_told() == errors) {
    if (const auto problem = problem_of(law)) reading.diagnostics.error(place, *problem);
  }
  return law;
}

DurationLaw read_law(const Node& node, const std::string& path, Reading& reading, Origin& origin) {
  DurationLaw law;
  if (node.is(Node::Kind::table)) return read_law_table(node, path, reading, origin);
  if (!node.is(Node::Kind::string)) {
    reading.diagnostics.error(node.place, fmt::format("expected {}, got {}", kExpected, node.described()));
  } else if (node.text == "never") {
    law.shape = Shape::never;
  } else if (const auto span = parse_span(node.text)) {
    law.mean = *span;
  } else {
    reading.diagnostics.error(node.place, span.error().text, span.error().suggestion);
  }
  return law;
}

/// low and high of a long form whose value is a law: durations around its mean.
void read_bounds(TableReader& table, const DurationLaw& law, Origin& origin) {
  const double mean = static_cast<double>(mean_of(law).count());
  const std::size_t recorded = table.reading().values.size();
  const std::size_t errors = table.reading().diagnostics.errors_told();
  const Node* low = table.find("low");
  const Node* high = table.find("high");
  const auto bound = [&](const Node& node) {
    return static_cast<double>(read_span(node, table.path(), table.reading()).value.count());
  };
  const double least = low ? bound(*low) : mean;
  const double most = high ? bound(*high) : mean;
  table.reading().values.resize(recorded);
  if (low) origin.own_provenance().low = low->written();
  if (high) origin.own_provenance().high = high->written();
  if (table.reading().diagnostics.errors_told() != errors) return;
  if (low && least > mean) {
    table.reading().diagnostics.error(low->place, fmt::format("low is {}, expected at most the value", low->written()));
  }
  if (high && most < mean) {
    table.reading().diagnostics.error(high->place,
                                      fmt::format("high is {}, expected at least the value", high->written()));
  }
}

}  // namespace

Sourced<DurationLaw> read_duration_law(const Node& node, const std::string& path, Reading& reading) {
  Sourced<DurationLaw> law;
  law.origin = origin_of(node);
  if (!is_long_form(node)) {
    law.value = read_law(node, path, reading, law.origin);
    record(path, law.origin, reading);
    return law;
  }
  TableReader table(node, path, reading, "quantity");
  const Node& value = *table.find("value");
  law.origin = origin_of(value);
  read_provenance(table, law.origin);
  const std::size_t errors = reading.diagnostics.errors_told();
  law.value = read_law(value, path, reading, law.origin);
  if (reading.diagnostics.errors_told() == errors) read_bounds(table, law.value, law.origin);
  table.find("low");
  table.find("high");
  table.finish();
  record(path, law.origin, reading);
  return law;
}

Sourced<Clock> read_clock(const Node& node, const std::string& path, Reading& reading) {
  const bool accumulated = node.is(Node::Kind::table) && node.find("accumulated");
  if (!accumulated) {
    Sourced<DurationLaw> law = read_duration_law(node, path, reading);
    return {{std::move(law.value), false, std::nullopt, {}}, law.origin};
  }
  TableReader table(node, path, reading, "clock");
  Sourced<Clock> clock;
  clock.value.accumulated = true;
  Sourced<DurationLaw> law = read_duration_law(*table.find("accumulated"), path, reading);
  clock.value.law = std::move(law.value);
  clock.origin = law.origin;
  if (const auto within = table.optional("within", read_span)) clock.value.within = within->value;
  clock.value.of = read_names(table, "of", NameReader{"status"});
  table.finish();
  return clock;
}

}  // namespace sagsflow
