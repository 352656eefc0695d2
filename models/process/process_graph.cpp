#include "models/process/process_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "models/language/choice_reader.h"

namespace sagsflow {
namespace {

using VertexKind = ProcessVertex::Kind;
using EdgeKind = ProcessEdge::Kind;
using Vertex = ProcessGraph::vertex_descriptor;

/// The vertices of things in order of name, by name.
template <class Things>
struct Named {
  const Things& things;
  Vertex first;

  std::optional<Vertex> at(std::string_view name) const {
    const std::size_t index = index_named(things, name);
    return index == things.size() ? std::nullopt : std::optional(first + index);
  }
};

/// Vertices are numbered in the order of VertexKind, each kind by name, the steps by procedure: what a name stands for
/// is found in the rules' own order, without a table of paths.
class GraphBuilder {
 public:
  explicit GraphBuilder(const Definitions& rules) : rules_(rules) {
    stocks_ = rules.arrivals.size();
    statuses_ = stocks_ + rules.stocks.size();
    procedures_ = statuses_ + rules.statuses.size();
    steps_.push_back(procedures_ + rules.procedures.size());
    for (const ProcedureDefinition& procedure : rules.procedures) {
      steps_.push_back(steps_.back() + procedure.steps.size());
    }
  }

  std::size_t vertices() const { return steps_.back(); }

  void fill(ProcessGraph& graph) {
    graph_ = &graph;
    set_vertices(0, VertexKind::arrival, rules_.arrivals);
    set_vertices(stocks_, VertexKind::stock, rules_.stocks);
    set_vertices(statuses_, VertexKind::status, rules_.statuses);
    set_vertices(procedures_, VertexKind::procedure, rules_.procedures);
    for (std::size_t i = 0; i < rules_.procedures.size(); ++i) set_steps(i);
    for (std::size_t i = 0; i < rules_.arrivals.size(); ++i) {
      add_shares(i, rules_.arrivals[i].status, statuses(), EdgeKind::arrives);
    }
    for (std::size_t i = 0; i < rules_.stocks.size(); ++i) {
      add_edge(stocks_ + i, statuses().at(rules_.stocks[i].status), {EdgeKind::arrives, {}, 1});
    }
    for (std::size_t i = 0; i < rules_.statuses.size(); ++i) add_status_edges(i);
    for (std::size_t i = 0; i < rules_.procedures.size(); ++i) add_procedure_edges(i);
  }

 private:
  using Target = std::pair<std::string_view, double>;  ///< its name, and its share below 0: the largest comes first

  Named<DefinitionList<StatusDefinition>> statuses() const { return {rules_.statuses, statuses_}; }
  Named<DefinitionList<ProcedureDefinition>> procedures() const { return {rules_.procedures, procedures_}; }

  void set_vertices(Vertex first, VertexKind kind, const auto& things) {
    for (std::size_t i = 0; i < things.size(); ++i) (*graph_)[first + i] = {kind, i, 0, things[i].name};
  }

  void set_steps(std::size_t procedure) {
    const DefinitionList<StepDefinition>& steps = rules_.procedures[procedure].steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      (*graph_)[steps_[procedure] + i] = {VertexKind::step, procedure, i, steps[i].name};
    }
  }

  void add_edge(Vertex from, std::optional<Vertex> to, const ProcessEdge& edge) {
    if (to) boost::add_edge(from, *to, edge, *graph_);
  }

  void add_shares(Vertex from, const Choice<Shares>& choice, const auto& targets, EdgeKind kind,
                  std::string_view name = {}) {
    for_each_value(choice, [&](const Sourced<Shares>& shares) {
      for (const Share& share : shares.value) targets_.emplace_back(share.target, -share.share);
    });
    add_targets(from, targets, kind, name);
  }

  void add_names(Vertex from, const Choice<std::string>& choice, const auto& targets, EdgeKind kind,
                 std::string_view name = {}) {
    for_each_value(choice, [&](const Sourced<std::string>& target) { targets_.emplace_back(target.value, -1.0); });
    add_targets(from, targets, kind, name);
  }

  /// One edge for each target, with the largest share that any case gives it.
  void add_targets(Vertex from, const auto& targets, EdgeKind kind, std::string_view name) {
    std::ranges::sort(targets_);
    const auto smaller = std::ranges::unique(targets_, {}, &Target::first);
    targets_.erase(smaller.begin(), smaller.end());
    for (const auto& [target, less_share] : targets_) add_edge(from, targets.at(target), {kind, name, -less_share});
    targets_.clear();
  }

  void add_status_edges(std::size_t index) {
    const StatusDefinition& status = rules_.statuses[index];
    const Vertex from = statuses_ + index;
    for (const ExitDefinition& exit : status.exits) add_shares(from, exit.to, statuses(), EdgeKind::exit, exit.name);
    for (const auto& procedure : status.on_enter) add_names(from, procedure, procedures(), EdgeKind::on_enter);
    for (const DutyDefinition& duty : status.duties) {
      add_names(from, duty.procedure, procedures(), EdgeKind::duty, duty.name);
    }
  }

  void add_procedure_edges(std::size_t index) {
    const ProcedureDefinition& procedure = rules_.procedures[index];
    const Named<DefinitionList<StepDefinition>> steps{procedure.steps, steps_[index]};
    add_names(procedures_ + index, procedure.start, steps, EdgeKind::first);
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
      const StepDefinition& step = procedure.steps[i];
      const Vertex from = steps_[index] + i;
      if (!step.become || procedure.keep) add_shares(from, step.next, steps, EdgeKind::next);
      if (step.again) add_edge(from, steps.at(step.again->step), {EdgeKind::again, {}, 1});
      if (step.gives_up) add_shares(from, *step.gives_up, steps, EdgeKind::gives_up);
      for (const auto& started : step.start) add_names(from, started, procedures(), EdgeKind::starts);
      if (step.become) add_shares(from, *step.become, statuses(), EdgeKind::becomes);
    }
  }

  const Definitions& rules_;
  ProcessGraph* graph_ = nullptr;
  Vertex stocks_ = 0, statuses_ = 0, procedures_ = 0;  ///< the first of each
  std::vector<Vertex> steps_;                          ///< by procedure: its first; then how many there are
  std::vector<Target> targets_;
};

bool may_come_to_end(const Choice<Shares>& choice) {
  bool ends = false;
  for_each_value(choice, [&](const Sourced<Shares>& shares) {
    for (const Share& share : shares.value) ends = ends || (share.target == "end" && share.share > 0);
  });
  return ends;
}

}  // namespace

ProcessGraph process_graph(const Definitions& rules) {
  GraphBuilder builder(rules);
  ProcessGraph graph(builder.vertices());
  builder.fill(graph);
  return graph;
}

std::string path_of(const ProcessVertex& vertex, const Definitions& rules) {
  static constexpr std::array<std::string_view, 4> kCollections{"arrival", "stock", "status", "procedure"};
  if (vertex.kind != VertexKind::step) {
    return fmt::format("{}.{}", kCollections[static_cast<std::size_t>(vertex.kind)], vertex.name);
  }
  return fmt::format("procedure.{}.step.{}", rules.procedures[vertex.definition].name, vertex.name);
}

bool can_end(const ProcedureDefinition& procedure, const StepDefinition& step) {
  if (step.become && !procedure.keep) return true;
  return may_come_to_end(step.next) || (step.gives_up && may_come_to_end(*step.gives_up));
}

}  // namespace sagsflow
