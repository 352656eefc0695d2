#include <fmt/format.h>

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <set>
#include <vector>

#include "models/language/choice_reader.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

using Vertex = ProcessGraph::vertex_descriptor;
using Kind = ProcessVertex::Kind;

bool takes_no_time(const DurationLaw& law) {
  return law.shape == DurationLaw::Shape::fixed && law.mean == Span{};
}

bool may_take_no_time(const Choice<DurationLaw>& choice) {
  bool none = false;
  for_each_value(choice, [&](const Sourced<DurationLaw>& law) { none = none || takes_no_time(law.value); });
  return none;
}

/// The statuses and steps from which chance may lead on for ever without time passing: the largest set in which each
/// takes no time and has a way of choosing all of whose outcomes lie in the set.
class EndlessSet {
 public:
  EndlessSet(const Examined& examined, const ProcessGraph& graph)
      : rules_(examined.rules), graph_(graph), inside_(boost::num_vertices(graph)) {
    for (const auto& part : examined.gathered) {
      for (const TraitUse& use : part->traits) {
        if (use.how == TraitUse::How::set || use.how == TraitUse::How::flag) set_.insert(use.trait);
      }
    }
    for (Vertex v = 0; v < inside_.size(); ++v) inside_[v] = may_be_instant(graph_[v]);
    std::vector<Vertex> doubtful;
    for (Vertex v = 0; v < inside_.size(); ++v) doubtful.push_back(v);
    while (!doubtful.empty()) {
      const Vertex v = doubtful.back();
      doubtful.pop_back();
      if (!inside_[v] || may_stay(v)) continue;
      inside_[v] = false;
      const auto [begin, end] = boost::in_edges(v, graph_);
      for (auto edge = begin; edge != end; ++edge) doubtful.push_back(boost::source(*edge, graph_));
    }
  }

  bool contains(Vertex vertex) const { return inside_[vertex]; }
  bool is_empty() const { return std::ranges::find(inside_, true) == inside_.end(); }

 private:
  const StepDefinition& step_of(const ProcessVertex& vertex) const {
    return rules_.procedures[vertex.definition].steps[vertex.step];
  }

  bool may_be_instant(const ProcessVertex& vertex) const {
    if (vertex.kind == Kind::status || vertex.kind == Kind::procedure) return true;
    if (vertex.kind != Kind::step) return false;
    const StepDefinition& step = step_of(vertex);
    if (step.kind == StepKind::wait) return may_take_no_time(step.wait);
    if (step.kind == StepKind::work) return may_take_no_time(step.work.time);
    return step.kind == StepKind::branch;
  }

  bool is_inside(Vertex from, ProcessEdge::Kind kind, std::string_view name) const {
    const auto [begin, end] = boost::out_edges(from, graph_);
    return std::any_of(begin, end, [&](const auto& edge) {
      const Vertex to = boost::target(edge, graph_);
      return graph_[edge].kind == kind && graph_[to].name == name && inside_[to];
    });
  }

  /// Whether some case, of a trait that nothing sets on the way, has all its targets in the set.
  bool some_case_stays(Vertex from, const Choice<Shares>& choice, ProcessEdge::Kind kind) const {
    if (!choice.is_value()) {
      if (set_.contains(choice.by)) return false;
      const auto stays = [&](const auto& named) { return some_case_stays(from, named.second, kind); };
      return std::ranges::any_of(choice.cases, stays) ||
             (choice.otherwise && some_case_stays(from, *choice.otherwise, kind));
    }
    return !choice.value.value.empty() && std::ranges::all_of(choice.value.value, [&](const Share& share) {
      return share.share <= 0 || is_inside(from, kind, share.target);
    });
  }

  bool leads_inside(Vertex from, std::initializer_list<ProcessEdge::Kind> kinds) const {
    const auto [begin, end] = boost::out_edges(from, graph_);
    return std::any_of(begin, end, [&](const auto& edge) {
      return std::ranges::count(kinds, graph_[edge].kind) > 0 && inside_[boost::target(edge, graph_)];
    });
  }

  bool may_stay(Vertex v) const {
    const ProcessVertex& vertex = graph_[v];
    if (vertex.kind == Kind::procedure) return leads_inside(v, {ProcessEdge::Kind::first});
    if (vertex.kind == Kind::status) return status_stays(v, rules_.statuses[vertex.definition]);
    const ProcedureDefinition& procedure = rules_.procedures[vertex.definition];
    const StepDefinition& step = step_of(vertex);
    if (leads_inside(v, {ProcessEdge::Kind::starts})) return true;
    const bool becomes = step.become && some_case_stays(v, *step.become, ProcessEdge::Kind::becomes);
    const bool goes_on = !step.become || procedure.keep;
    return becomes || (goes_on && some_case_stays(v, step.next, ProcessEdge::Kind::next));
  }

  bool status_stays(Vertex v, const StatusDefinition& status) const {
    if (leads_inside(v, {ProcessEdge::Kind::on_enter})) return true;
    return std::ranges::any_of(status.exits, [&](const ExitDefinition& exit) {
      bool instant = false;
      for_each_value(exit.after,
                     [&](const Sourced<Clock>& clock) { instant = instant || takes_no_time(clock.value.law); });
      return instant && exit.when.empty() && some_case_stays(v, exit.to, ProcessEdge::Kind::exit);
    });
  }

  const Definitions& rules_;
  const ProcessGraph& graph_;
  std::set<std::string> set_;  ///< traits that something changes
  std::vector<bool> inside_;
};

Place place_of(const ProcessVertex& vertex, const Definitions& rules) {
  if (vertex.kind == Kind::status) return rules.statuses[vertex.definition].place;
  const ProcedureDefinition& procedure = rules.procedures[vertex.definition];
  return vertex.kind == Kind::procedure ? procedure.place : procedure.steps[vertex.step].place;
}

/// The shortest way round from `start`, within the component: its names in order.
std::string way_round(const ProcessGraph& graph, const EndlessSet& endless, Vertex start) {
  std::vector<Vertex> queue{start}, before(boost::num_vertices(graph), boost::num_vertices(graph));
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const auto [begin, end] = boost::out_edges(queue[i], graph);
    for (auto edge = begin; edge != end; ++edge) {
      const Vertex to = boost::target(*edge, graph);
      if (!endless.contains(to) || before[to] != before.size()) continue;
      before[to] = queue[i];
      if (to != start) queue.push_back(to);
    }
  }
  std::string way(graph[start].name);
  for (Vertex v = before[start]; v != before.size(); v = before[v]) {
    way = fmt::format("{} -> {}", graph[v].name, way);
    if (v == start) break;
  }
  return way;
}

}  // namespace

void check_loops(const Examined& examined, const ProcessGraph& graph) {
  const EndlessSet endless(examined, graph);
  if (endless.is_empty()) return;
  ProcessGraph loops(boost::num_vertices(graph));
  std::vector<bool> own_loop(boost::num_vertices(graph));
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    const Vertex from = boost::source(*edge, graph), to = boost::target(*edge, graph);
    if (!endless.contains(from) || !endless.contains(to)) continue;
    boost::add_edge(from, to, loops);
    own_loop[from] = own_loop[from] || from == to;
  }
  std::vector<std::size_t> component(boost::num_vertices(graph));
  const std::size_t count = boost::strong_components(loops, component.data());
  std::vector<std::vector<Vertex>> members_of(count);
  for (Vertex v = 0; v < component.size(); ++v) members_of[component[v]].push_back(v);
  for (const std::vector<Vertex>& members : members_of) {
    if (members.size() == 1 && !own_loop[members.front()]) continue;
    const auto place = [&](Vertex v) { return place_of(graph[v], examined.rules); };
    const Vertex first = *std::ranges::min_element(members, {}, place);
    examined.diagnostics.error(place(first), fmt::format("a loop that takes no time and need never be left: {}",
                                                         way_round(graph, endless, first)));
  }
}

}  // namespace sagsflow
