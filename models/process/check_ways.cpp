#include <fmt/format.h>

#include <algorithm>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "models/language/choice_reader.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

using Vertex = ProcessGraph::vertex_descriptor;

/// Edges within a procedure that a citizen can take.
struct WithinProcedure {
  const ProcessGraph* graph = nullptr;
  bool operator()(const ProcessGraph::edge_descriptor& edge) const {
    using Kind = ProcessEdge::Kind;
    const ProcessEdge& way = (*graph)[edge];
    const bool inside =
        way.kind == Kind::first || way.kind == Kind::next || way.kind == Kind::again || way.kind == Kind::gives_up;
    return inside && way.share > 0;
  }
};

/// Marks all that can be reached from the vertices given.
template <class Graph>
std::vector<bool> reached_from(const Graph& graph, std::vector<Vertex> found) {
  std::vector<bool> reached(boost::num_vertices(graph));
  for (const Vertex start : found) reached[start] = true;
  while (!found.empty()) {
    const Vertex from = found.back();
    found.pop_back();
    const auto [begin, end] = boost::out_edges(from, graph);
    for (auto edge = begin; edge != end; ++edge) {
      const Vertex to = boost::target(*edge, graph);
      if (reached[to]) continue;
      reached[to] = true;
      found.push_back(to);
    }
  }
  return reached;
}

std::string first_step_of(const ProcedureDefinition& procedure) {
  std::string first;
  for_each_value(procedure.start, [&](const Sourced<std::string>& start) {
    if (first.empty()) first = start.value;
  });
  return first;
}

}  // namespace

void check_ways(const Examined& examined, const ProcessGraph& graph) {
  const boost::filtered_graph<ProcessGraph, WithinProcedure> ways(graph, WithinProcedure{&graph});
  const auto& procedures = examined.rules.procedures;
  std::vector<Vertex> starts, ends;
  for (Vertex v = 0; v < boost::num_vertices(graph); ++v) {
    const ProcessVertex& vertex = graph[v];
    if (vertex.kind == ProcessVertex::Kind::procedure) starts.push_back(v);
    if (vertex.kind != ProcessVertex::Kind::step) continue;
    const ProcedureDefinition& procedure = procedures[vertex.definition];
    if (can_end(procedure, procedure.steps[vertex.step])) ends.push_back(v);
  }
  const std::vector<bool> reached = reached_from(ways, std::move(starts));
  const std::vector<bool> leaves = reached_from(boost::make_reverse_graph(ways), std::move(ends));
  for (Vertex v = 0; v < boost::num_vertices(graph); ++v) {
    const ProcessVertex& vertex = graph[v];
    if (vertex.kind != ProcessVertex::Kind::step) continue;
    const ProcedureDefinition& procedure = procedures[vertex.definition];
    const StepDefinition& step = procedure.steps[vertex.step];
    if (!reached[v]) {
      examined.orphan(step.place,
                      fmt::format("step \"{}\" cannot be reached from \"{}\"", step.name, first_step_of(procedure)));
    } else if (!leaves[v]) {
      examined.diagnostics.error(
          step.place, fmt::format("no way out of procedure \"{}\" from step \"{}\"", procedure.name, step.name));
    }
  }
}

namespace {

/// "a" unless it is named like what only warns.
template <class Things>
void warn_unused(const Examined& examined, std::string_view kind, const Things& things,
                 const std::set<std::string_view>& used) {
  for (const auto& thing : things) {
    if (used.contains(thing.name)) continue;
    examined.diagnostics.warning(thing.place, fmt::format("nothing uses {} \"{}\"", kind, thing.name));
  }
}

std::set<std::string_view> used_names(const Examined& examined, std::string_view kind) {
  std::set<std::string_view> used;
  for (const auto& part : examined.gathered) {
    for (const NameUse& use : part->names) {
      if (use.kind == kind) used.insert(use.name);
    }
  }
  return used;
}

}  // namespace

void check_use(const Examined& examined, const ProcessGraph& graph) {
  const Definitions& rules = examined.rules;
  warn_unused(examined, "pool", rules.pools, used_names(examined, "pool"));
  warn_unused(examined, "procedure", rules.procedures, used_names(examined, "procedure"));
  warn_unused(examined, "meeting", rules.meetings, used_names(examined, "meeting"));
  warn_unused(examined, "calendar", rules.calendars, used_names(examined, "calendar"));
  std::vector<Vertex> entries;
  for (Vertex v = 0; v < boost::num_vertices(graph); ++v) {
    const ProcessVertex::Kind kind = graph[v].kind;
    if (kind == ProcessVertex::Kind::arrival || kind == ProcessVertex::Kind::stock) entries.push_back(v);
  }
  const std::vector<bool> reached = reached_from(graph, entries);
  bool final_reached = false;
  for (Vertex v = 0; v < boost::num_vertices(graph); ++v) {
    if (graph[v].kind != ProcessVertex::Kind::status) continue;
    const StatusDefinition& status = rules.statuses[graph[v].definition];
    final_reached = final_reached || (reached[v] && status.final);
    if (reached[v] || entries.empty()) continue;
    examined.diagnostics.warning(status.place, fmt::format("nothing leads to status \"{}\"", status.name));
  }
  if (entries.empty()) examined.diagnostics.warning({}, "no [arrival] and no [stock]: nobody ever comes");
  if (!entries.empty() && !final_reached) {
    examined.diagnostics.warning({}, "no final status can be reached: nobody ever leaves");
  }
}

}  // namespace sagsflow
