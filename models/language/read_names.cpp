#include <fmt/format.h>

#include <cmath>
#include <span>

#include "models/language/names.h"
#include "models/language/values.h"

namespace sagsflow {

Sourced<std::string> NameReader::operator()(const Node& node, const std::string& path, Reading& reading) const {
  if (is_long_form(node)) {
    TableReader table(node, path, reading, "cited");
    Sourced<std::string> name = (*this)(*table.find("value"), path, reading);
    read_provenance(table, name.origin);
    table.finish();
    return name;
  }
  Sourced<std::string> name{read_text(node, path, reading), origin_of(node)};
  if (!kind.empty() && !name.value.empty()) reading.names.push_back({kind, scope, name.value, node.place});
  return name;
}

std::vector<std::string> read_names(TableReader& table, std::string_view key, const NameReader& name) {
  std::vector<std::string> names;
  const Node* node = table.find(key);
  if (!node) return names;
  if (!node->is(Node::Kind::array)) return {name(*node, table.path_of(key), table.reading()).value};
  for (const Node& item : node->children) names.push_back(name(item, table.path_of(key), table.reading()).value);
  return names;
}

namespace {

constexpr double kSumTolerance = 1e-9;

/// Whether a share is written as what the others leave.
bool is_rest(const Node& node) {
  if (is_long_form(node)) return is_rest(*node.find("value"));
  return node.is(Node::Kind::string) && node.text == "rest";
}

Origin rest_origin(const Node& node, const std::string& path, Reading& reading) {
  Origin origin = origin_of(node);
  if (!is_long_form(node)) return origin;
  TableReader table(node, path, reading, "cited");
  origin.text = table.find("value")->written();
  read_provenance(table, origin);
  table.finish();
  return origin;
}

/// "out of "step"" for the last two names of a path's owner: procedure.p.step.visitation.next -> visitation.
std::string owner_of(const std::string& path) {
  constexpr std::string_view kCollections[] = {"step", "exit", "attribute", "arrival"};
  std::string owner = path;
  std::string before;
  std::size_t from = 0;
  while (from <= path.size()) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    const std::string part = path.substr(from, dot - from);
    for (const std::string_view collection : kCollections) {
      if (before == collection) owner = part;
    }
    before = part;
    from = dot + 1;
  }
  return owner;
}

Shares read_share_table(const Node& node, const std::string& path, Reading& reading, const NameReader& name) {
  Shares shares;
  double sum = 0;
  const Node* rest = nullptr;
  const std::size_t errors = reading.diagnostics.errors_told();
  for (const Node& child : node.children) {
    const std::string child_path = path + "." + child.key;
    if (!name.kind.empty()) reading.names.push_back({name.kind, name.scope, child.key, child.key_place});
    Share share{child.key, 0, {}};
    if (is_rest(child)) {
      if (rest) reading.diagnostics.error(child.place, "a second \"rest\", expected at most one");
      rest = &child;
      share.origin = rest_origin(child, child_path, reading);
      share.share = -1;
      record(child_path, share.origin, reading);
    } else {
      const Sourced<double> value = read_share(child, child_path, reading);
      share.share = value.value;
      share.origin = value.origin;
      sum += value.value;
    }
    shares.push_back(std::move(share));
  }
  const bool wrong = rest ? sum > 1 + kSumTolerance : std::abs(sum - 1) > kSumTolerance;
  if (wrong && reading.diagnostics.errors_told() == errors) {
    const std::string expected = rest ? "at most 1 beside \"rest\"" : "1";
    reading.diagnostics.error(
        node.place, fmt::format("shares out of \"{}\" sum to {:.6g}, expected {}", owner_of(path), sum, expected));
  }
  for (Share& share : shares) {
    if (share.share < 0) share.share = std::max(0.0, 1 - sum);
  }
  return shares;
}

}  // namespace

Sourced<Shares> SharesReader::operator()(const Node& node, const std::string& path, Reading& reading) const {
  Sourced<Shares> shares;
  shares.origin = origin_of(node);
  if (node.is(Node::Kind::string) || is_long_form(node)) {
    const Sourced<std::string> target = name(node, path, reading);
    shares.origin = target.origin;
    shares.value = {{target.value, 1.0, target.origin}};
  } else if (!node.is(Node::Kind::table)) {
    reading.diagnostics.error(node.place,
                              fmt::format("expected a name or a table of shares, got {}", node.described()));
  } else if (node.children.empty()) {
    reading.diagnostics.error(node.place, "an empty table, expected shares that sum to 1");
  } else {
    shares.value = read_share_table(node, path, reading, name);
  }
  return shares;
}

namespace {

/// As many as an attribute may have.
constexpr std::size_t kMostValuesOfClause = 256;

/// A trait's value as written: a string, true or false.
std::optional<std::string> trait_value(const Node& node, Reading& reading) {
  if (node.is(Node::Kind::string) || node.is(Node::Kind::boolean)) return node.written();
  reading.diagnostics.error(node.place,
                            fmt::format("expected a value such as \"lav\" or true, got {}", node.described()));
  return std::nullopt;
}

}  // namespace

Condition read_condition(const Node& node, const std::string& path, Reading& reading) {
  Condition condition;
  TableReader table(node, path, reading);
  for (const Node* child : table.rest()) {
    Clause clause{child->key, {}, child->key_place};
    TraitUse use{child->key, child->key_place, TraitUse::How::when, {}, false};
    const bool several = child->is(Node::Kind::array);
    for (const Node& item : several ? std::span(child->children.begin(), child->children.end()) : std::span(child, 1)) {
      const auto value = trait_value(item, reading);
      if (!value) continue;
      clause.values.push_back(*value);
      use.values.emplace_back(*value, item.place);
    }
    if (several && child->children.empty()) {
      reading.diagnostics.error(child->place, "an empty list never holds, expected at least one value");
    }
    if (clause.values.size() > kMostValuesOfClause) {
      reading.diagnostics.error(
          child->place, fmt::format("a list of {} values, the limit is {}", clause.values.size(), kMostValuesOfClause));
      continue;
    }
    condition.push_back(std::move(clause));
    reading.traits.push_back(std::move(use));
  }
  if (condition.empty() && node.is(Node::Kind::table)) {
    reading.diagnostics.error(node.place, "an empty condition, expected { attribute = value }");
  }
  return condition;
}

std::vector<Assignment> read_assignments(const Node& node, const std::string& path, Reading& reading) {
  std::vector<Assignment> assignments;
  TableReader table(node, path, reading);
  for (const Node* child : table.rest()) {
    const auto value = trait_value(*child, reading);
    if (!value) continue;
    assignments.push_back({child->key, *value, child->key_place});
    reading.traits.push_back({child->key, child->key_place, TraitUse::How::set, {{*value, child->place}}, false});
  }
  return assignments;
}

}  // namespace sagsflow
