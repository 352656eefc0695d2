#include "models/process/map_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "models/process/process_graph.h"
#include "models/process/rule_paths.h"

namespace sagsflow {
namespace {

using NodeKind = MapNode::Kind;
using EdgeKind = MapEdge::Kind;

/// What a choice comes to, as written, each once: "a / b", "a … c" of more than two.
template <class T>
std::string written(const Choice<T>& choice) {
  std::vector<std::string> texts;
  for_each_value(choice, [&](const Sourced<T>& value) {
    if (std::ranges::count(texts, value.origin.text) == 0) texts.push_back(value.origin.text);
  });
  if (texts.empty()) return {};
  if (texts.size() > 2) return texts.front() + " … " + texts.back();
  return texts.size() == 1 ? texts[0] : texts[0] + " / " + texts[1];
}

std::string written(const Condition& condition) {
  std::string text;
  for (const Clause& clause : condition) {
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", clause.trait, fmt::join(clause.values, ", "));
  }
  return text;
}

/// Each way in which a choice of shares comes to the target.
void add_ways(const Choice<Shares>& choice, const std::string& target, const std::string& when,
              std::vector<MapWay>& ways) {
  if (!choice.is_value()) {
    const auto below = [&](const std::string& value) {
      return fmt::format("{}{} = {}", when.empty() ? "" : when + ", ", choice.by, value);
    };
    for (const auto& [value, chosen] : choice.cases) add_ways(chosen, target, below(value), ways);
    if (choice.otherwise) add_ways(*choice.otherwise, target, below("else"), ways);
    return;
  }
  for (const Share& share : choice.value.value) {
    if (share.target == target && share.share > 0) ways.push_back({when, share.share});
  }
}

template <class Things>
const auto& named_in(const Things& things, std::string_view name) {
  return *std::ranges::find(things, name, [](const auto& thing) { return std::string_view(thing.name); });
}

NodeKind kind_of(const StepDefinition& step) {
  switch (step.kind) {
    case StepKind::work:
      return NodeKind::work;
    case StepKind::wait:
    case StepKind::wait_until:
      return NodeKind::wait;
    case StepKind::meeting:
      return NodeKind::meeting;
    case StepKind::branch:
      break;
  }
  return NodeKind::branch;
}

MapNode node_of(NodeKind kind, Named name, std::string procedure = {}) {
  MapNode node;
  node.kind = kind;
  node.name = std::move(name);
  node.procedure = std::move(procedure);
  return node;
}

EdgeKind kind_of(ProcessEdge::Kind kind) {
  return static_cast<EdgeKind>(kind);
}
static_assert(static_cast<int>(EdgeKind::becomes) == static_cast<int>(ProcessEdge::Kind::becomes));

}  // namespace

MapSide::MapSide(const Model& model, std::size_t arm)
    : rules_(model, model.arms[arm], model.arms[arm].versions.back()) {
  const Definitions& rules = model.arms[arm].versions.back().definitions;
  add_statuses(rules);
  add_procedures(rules);
  add_edges(rules);
  for (const ProcedureDefinition& procedure : rules.procedures) add_ends(procedure);
}

void MapSide::add_statuses(const Definitions& rules) {
  for (const ArrivalDefinition& arrival : rules.arrivals) {
    MapNode node = node_of(NodeKind::arrival, rules_.named("arrival." + arrival.name));
    node.time = arrival.rate ? arrival.rate->origin.text : arrival.every ? arrival.every->origin.text : "";
    add_node(std::move(node));
  }
  for (const StockDefinition& stock : rules.stocks) {
    MapNode node = node_of(NodeKind::stock, rules_.named("stock." + stock.name));
    node.time = stock.count.origin.text;
    add_node(std::move(node));
  }
  for (const StatusDefinition& status : rules.statuses) {
    const NodeKind kind = status.final ? NodeKind::final_status : NodeKind::status;
    add_node(node_of(kind, rules_.named("status." + status.name)));
  }
}

void MapSide::add_procedures(const Definitions& rules) {
  for (const ProcedureDefinition& procedure : rules.procedures) {
    add_node(node_of(NodeKind::procedure, rules_.named("procedure." + procedure.name)));
    for (const StepDefinition& step : procedure.steps) add_node(step_node(procedure, step, rules));
  }
}

MapNode MapSide::step_node(const ProcedureDefinition& procedure, const StepDefinition& step,
                           const Definitions& rules) const {
  const std::string owner = "procedure." + procedure.name;
  MapNode node = node_of(kind_of(step), rules_.named(owner + ".step." + step.name), owner);
  std::set<std::string> actors;
  if (step.kind == StepKind::work) {
    for_each_value(step.work.pool, [&](const Sourced<std::string>& pool) { actors.insert("pool." + pool.value); });
    for (const std::string& pool : step.work.also) actors.insert("pool." + pool);
    node.time = written(step.work.time);
  }
  if (step.kind == StepKind::meeting) {
    for_each_value(step.meeting, [&](const Sourced<std::string>& name) { actors.insert("meeting." + name.value); });
  }
  if (step.kind == StepKind::wait) node.time = written(step.wait);
  if (step.kind == StepKind::wait_until) node.until = written(step.until);
  for (const std::string& actor : actors) node.actors.push_back(rules_.named(actor));
  for (const PoolDefinition& pool : rules.pools) {
    node.outside = node.outside || (pool.outside && actors.contains("pool." + pool.name));
  }
  if (step.deadline) node.deadline = written(*step.deadline);
  if (step.fee) node.fee = written(*step.fee);
  return node;
}

void MapSide::add_edges(const Definitions& rules) {
  const ProcessGraph graph = process_graph(rules);
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    const ProcessEdge& drawn = graph[edge];
    if (drawn.share <= 0) continue;
    const ProcessVertex &from = graph[boost::source(edge, graph)], &to = graph[boost::target(edge, graph)];
    add_edge(path_of(from, rules), path_of(to, rules), kind_of(drawn.kind), std::string(drawn.name), rules);
  }
}

void MapSide::add_edge(const std::string& from, const std::string& to, EdgeKind kind, const std::string& name,
                       const Definitions& rules) {
  const auto parts = parts_of_path(from);
  const std::string target = parts_of_path(to).back();
  MapEdge edge;
  edge.kind = kind;
  const auto step = [&]() -> const StepDefinition& {
    return named_in(named_in(rules.procedures, parts[1]).steps, parts[3]);
  };
  if (kind == EdgeKind::arrives && parts[0] == "arrival") {
    add_ways(named_in(rules.arrivals, parts[1]).status, target, "", edge.ways);
  } else if (kind == EdgeKind::exit) {
    const ExitDefinition& exit = named_in(named_in(rules.statuses, parts[1]).exits, name);
    edge.name = rules_.named(from + ".exit." + name);
    edge.time = written(exit.after);
    add_ways(exit.to, target, written(exit.when), edge.ways);
  } else if (kind == EdgeKind::duty) {
    const DutyDefinition& duty = named_in(named_in(rules.statuses, parts[1]).duties, name);
    edge.name = rules_.named(from + ".duty." + name);
    edge.time = written(duty.every ? *duty.every : duty.first);
    edge.ways = {{written(duty.when), 1}};
  } else if (kind == EdgeKind::next) {
    add_ways(step().next, target, "", edge.ways);
  } else if (kind == EdgeKind::gives_up) {
    edge.time = written(*step().patience);
    add_ways(*step().gives_up, target, "", edge.ways);
  } else if (kind == EdgeKind::again) {
    edge.time = written(step().again->times);
  } else if (kind == EdgeKind::becomes) {
    add_ways(*step().become, target, "", edge.ways);
  }
  edges_.insert_or_assign({from, to, kind, name}, std::move(edge));
}

void MapSide::add_ends(const ProcedureDefinition& procedure) {
  const std::string owner = "procedure." + procedure.name;
  const std::string end = owner + ".end";
  for (const StepDefinition& step : procedure.steps) {
    const std::string from = owner + ".step." + step.name;
    MapEdge next, given_up;
    given_up.kind = EdgeKind::gives_up;
    if (!step.become || procedure.keep) add_ways(step.next, "end", "", next.ways);
    if (step.gives_up) add_ways(*step.gives_up, "end", "", given_up.ways);
    if (step.patience) given_up.time = written(*step.patience);
    for (MapEdge* edge : {&next, &given_up}) {
      if (edge->ways.empty()) continue;
      add_node(node_of(NodeKind::end, {end, "", ""}, owner));
      edges_.insert_or_assign({from, end, edge->kind, ""}, *edge);
    }
  }
}

std::string MapSide::document_of(const std::string& path) const {
  std::string text;
  for (const WrittenValue& value : rules_.values_at(path)) {
    const std::string key = value.object == path ? value.path.substr(std::min(value.path.size(), path.size() + 1)) : "";
    if (key.empty() || key == "label" || key == "law" || key == "note") continue;
    text += key + "=" + value.text + "\n";
  }
  return text;
}

}  // namespace sagsflow
