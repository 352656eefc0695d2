#include "models/process/process_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/language/choice_reader.h"

namespace sagsflow {
namespace {

using VertexKind = ProcessVertex::Kind;
using EdgeKind = ProcessEdge::Kind;
using Vertex = ProcessGraph::vertex_descriptor;

class GraphBuilder {
 public:
  explicit GraphBuilder(const Definitions& rules) : rules_(rules) {}

  ProcessGraph build() {
    add_vertices();
    for (std::size_t i = 0; i < rules_.arrivals.size(); ++i) {
      const Vertex from = vertices_.at("arrival." + rules_.arrivals[i].name);
      add_shares(from, rules_.arrivals[i].status, "status.", EdgeKind::arrives);
    }
    for (const StockDefinition& stock : rules_.stocks) {
      add_edge(vertices_.at("stock." + stock.name), "status." + stock.status, {EdgeKind::arrives, "", 1});
    }
    for (const StatusDefinition& status : rules_.statuses) add_status_edges(status);
    for (const ProcedureDefinition& procedure : rules_.procedures) add_procedure_edges(procedure);
    return std::move(graph_);
  }

 private:
  void add_vertices() {
    add_all("arrival.", VertexKind::arrival, rules_.arrivals);
    add_all("stock.", VertexKind::stock, rules_.stocks);
    add_all("status.", VertexKind::status, rules_.statuses);
    add_all("procedure.", VertexKind::procedure, rules_.procedures);
    for (std::size_t i = 0; i < rules_.procedures.size(); ++i) {
      const ProcedureDefinition& procedure = rules_.procedures[i];
      for (std::size_t s = 0; s < procedure.steps.size(); ++s) {
        add_vertex({VertexKind::step, i, s, step_path(procedure, procedure.steps[s].name)});
      }
    }
  }

  template <class Things>
  void add_all(const std::string& collection, VertexKind kind, const Things& things) {
    for (std::size_t i = 0; i < things.size(); ++i) add_vertex({kind, i, 0, collection + things[i].name});
  }

  void add_vertex(const ProcessVertex& vertex) { vertices_[vertex.path] = boost::add_vertex(vertex, graph_); }

  static std::string step_path(const ProcedureDefinition& procedure, const std::string& step) {
    return fmt::format("procedure.{}.step.{}", procedure.name, step);
  }

  void add_edge(Vertex from, const std::string& to, ProcessEdge edge) {
    const auto target = vertices_.find(to);
    if (target != vertices_.end()) boost::add_edge(from, target->second, edge, graph_);
  }

  /// One edge for each target, with the largest share that any case gives it.
  void add_shares(Vertex from, const Choice<Shares>& choice, const std::string& prefix, EdgeKind kind,
                  const std::string& name = {}) {
    std::map<std::string, double> largest;
    for_each_value(choice, [&](const Sourced<Shares>& shares) {
      for (const Share& share : shares.value) largest[share.target] = std::max(largest[share.target], share.share);
    });
    for (const auto& [target, share] : largest) add_edge(from, prefix + target, {kind, name, share});
  }

  void add_names(Vertex from, const Choice<std::string>& choice, const std::string& prefix, EdgeKind kind,
                 const std::string& name = {}) {
    std::map<std::string, bool> targets;
    for_each_value(choice, [&](const Sourced<std::string>& target) { targets[target.value] = true; });
    for (const auto& [target, used] : targets) add_edge(from, prefix + target, {kind, name, 1});
  }

  void add_status_edges(const StatusDefinition& status) {
    const Vertex from = vertices_.at("status." + status.name);
    for (const ExitDefinition& exit : status.exits) add_shares(from, exit.to, "status.", EdgeKind::exit, exit.name);
    for (const auto& procedure : status.on_enter) add_names(from, procedure, "procedure.", EdgeKind::on_enter);
    for (const DutyDefinition& duty : status.duties) {
      add_names(from, duty.procedure, "procedure.", EdgeKind::duty, duty.name);
    }
  }

  void add_procedure_edges(const ProcedureDefinition& procedure) {
    const std::string steps = step_path(procedure, "");
    add_names(vertices_.at("procedure." + procedure.name), procedure.start, steps, EdgeKind::first);
    for (const StepDefinition& step : procedure.steps) {
      const Vertex from = vertices_.at(steps + step.name);
      if (!step.become || procedure.keep) add_shares(from, step.next, steps, EdgeKind::next);
      if (step.again) add_edge(from, steps + step.again->step, {EdgeKind::again, "", 1});
      if (step.gives_up) add_shares(from, *step.gives_up, steps, EdgeKind::gives_up);
      for (const auto& started : step.start) add_names(from, started, "procedure.", EdgeKind::starts);
      if (step.become) add_shares(from, *step.become, "status.", EdgeKind::becomes);
    }
  }

  const Definitions& rules_;
  ProcessGraph graph_;
  std::map<std::string, Vertex> vertices_;
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
  return GraphBuilder(rules).build();
}

bool can_end(const ProcedureDefinition& procedure, const StepDefinition& step) {
  if (step.become && !procedure.keep) return true;
  return may_come_to_end(step.next) || (step.gives_up && may_come_to_end(*step.gives_up));
}

}  // namespace sagsflow
