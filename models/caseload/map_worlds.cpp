#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <set>

#include "models/caseload/compile.h"
#include "models/process/combinations.h"

namespace sagsflow {
namespace {

/// Every world goes through all that come and takes its own, which is some 100 ns for each of the others.
constexpr std::size_t kMostWorlds = 8;

/// What citizens can be in line for: by what it is separate, and whether it is there for all.
struct SharedCapacity {
  std::set<std::string> pers;
  std::set<std::string> pools;  ///< that have a limit, somewhere
  bool of_all = false;
};

SharedCapacity shared_capacity(const Model& model) {
  SharedCapacity shared;
  const auto add = [&](const std::string& per) {
    shared.of_all = shared.of_all || per.empty();
    shared.pers.insert(per);
  };
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) {
      for (const PoolDefinition& pool : version.definitions.pools) {
        if (pool.unlimited) continue;
        shared.pools.insert(pool.name);
        add(pool.per);
      }
      for (const MeetingDefinition& meeting : version.definitions.meetings) add(meeting.per);
    }
  }
  return shared;
}

using WorldsByValue = std::map<std::string, std::uint32_t>;

/// A value that nobody has is of the first.
std::uint32_t world_of(const WorldsByValue& worlds, const std::string& value) {
  const auto found = worlds.find(value);
  return found == worlds.end() ? 0 : found->second;
}

/// Values that come together, in whichever rules, are of one circle.
class Circles {
 public:
  explicit Circles(const std::vector<std::string>& attributes) : attributes_(attributes) {}

  /// Whether it is known what comes together.
  bool add(const Definitions& rules) {
    const auto combinations = combinations_of(rules, attributes_);
    if (!combinations) return false;
    for (const Combination& one : *combinations) {
      const std::size_t first = node(0, one.values[0]);
      for (std::size_t i = 1; i < one.values.size(); ++i) boost::add_edge(first, node(i, one.values[i]), graph_);
    }
    if (!shares_.empty()) return true;
    for (const Combination& one : *combinations) shares_[node(0, one.values[0])] += one.share;
    return true;
  }

  /// The worlds by attribute and value: whole circles, the largest first, each to the smallest world so far.
  std::vector<WorldsByValue> worlds(std::vector<double>& shares) const {
    std::vector<std::size_t> circle_of(nodes_.size());
    std::vector<std::pair<double, std::size_t>> circles(boost::connected_components(graph_, circle_of.data()));
    for (std::size_t i = 0; i < circles.size(); ++i) circles[i].second = i;
    for (const auto& [value, share] : shares_) circles[circle_of[value]].first += share;
    std::ranges::stable_sort(circles, std::ranges::greater(), [](const auto& one) { return one.first; });
    shares.assign(std::min(circles.size(), kMostWorlds), 0.0);
    std::vector<std::uint32_t> world_of_circle(circles.size());
    for (const auto& [share, circle] : circles) {
      const auto smallest = std::ranges::min_element(shares);
      *smallest += share;
      world_of_circle[circle] = static_cast<std::uint32_t>(smallest - shares.begin());
    }
    std::vector<WorldsByValue> worlds(attributes_.size());
    for (const auto& [value, node] : nodes_) worlds[value.first][value.second] = world_of_circle[circle_of[node]];
    return worlds;
  }

 private:
  std::size_t node(std::size_t attribute, const std::string& value) {
    const auto [place, is_new] = nodes_.emplace(std::pair(attribute, value), nodes_.size());
    if (is_new) boost::add_vertex(graph_);
    return place->second;
  }

  const std::vector<std::string>& attributes_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> nodes_;
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph_;
  std::map<std::size_t, double> shares_;  // by value of the first attribute, in the baseline
};

/// The world of each part, by the value of its `per`.
std::vector<std::uint32_t> worlds_of_parts(const std::vector<Catalogue::Shared>& list, std::uint32_t parts,
                                           const Catalogue& catalogue, const std::vector<WorldsByValue>& by_trait,
                                           const auto& is_limited) {
  std::vector<std::uint32_t> worlds(parts, WorldMap::kEverywhere);
  for (const Catalogue::Shared& shared : list) {
    if (!is_limited(shared)) continue;
    const auto& of_value = by_trait[static_cast<std::size_t>(shared.per)];
    for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
      worlds[shared.parts.first + part] = world_of(of_value, value_of_part(catalogue, shared, part));
    }
  }
  return worlds;
}

/// The traits that the shares of a trait go by, and theirs.
class GoesBy {
 public:
  GoesBy(const Rules& rules, const CompiledPhase& phase, std::uint32_t trait) : rules_(rules), phase_(phase) {
    add(trait);
  }
  bool contains(std::uint32_t trait) const { return traits_.contains(trait); }

 private:
  void add(std::uint32_t trait) {
    if (traits_.insert(trait).second) add_read(phase_.traits[trait].drawn);
  }
  void add_read(Pick pick) {
    if (pick >= kNoPick) return;
    const Chooser& chooser = rules_.choosers[static_cast<std::size_t>(~pick - 1)];
    add(chooser.trait);
    for (std::uint32_t value = 0; value <= chooser.last; ++value) add_read(rules_.choices[chooser.first + value]);
  }

  const Rules& rules_;
  const CompiledPhase& phase_;
  std::set<std::uint32_t> traits_;
};

}  // namespace

WorldMap map_worlds(const Model& model, const Catalogue& catalogue) {
  const SharedCapacity shared = shared_capacity(model);
  if (shared.of_all || shared.pers.empty()) return {};
  const std::vector<std::string> attributes(shared.pers.begin(), shared.pers.end());
  Circles circles(attributes);
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) {
      if (!circles.add(version.definitions)) return {};
    }
  }
  WorldMap map;
  const auto worlds = circles.worlds(map.shares);
  if (map.shares.size() < 2) return {};
  map.count = static_cast<std::uint32_t>(map.shares.size());
  std::vector<WorldsByValue> by_trait(catalogue.traits.size());
  map.divides.assign(catalogue.traits.size(), false);
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::uint32_t trait = catalogue.trait(attributes[i]);
    by_trait[trait] = worlds[i];
    map.divides[trait] = true;
  }
  // Whoever is turned away is drawn no more of than this.
  const auto values_of = [&](const std::string& attribute) {
    return catalogue.traits[catalogue.trait(attribute)].values.size();
  };
  map.told_by = catalogue.trait(*std::ranges::min_element(attributes, {}, values_of));
  for (const std::string& value : catalogue.traits[map.told_by].values) {
    map.of_value.push_back(world_of(by_trait[map.told_by], value));
  }
  map.of_pool = worlds_of_parts(catalogue.pools, catalogue.pool_parts, catalogue, by_trait,
                                [&](const Catalogue::Shared& pool) { return shared.pools.contains(pool.name); });
  map.of_meeting = worlds_of_parts(catalogue.meetings, catalogue.meeting_parts, catalogue, by_trait,
                                   [](const Catalogue::Shared&) { return true; });
  return map;
}

void run_as(WorldMap map, CompiledModel& model) {
  model.worlds = std::move(map);
  if (model.worlds.count == 1) return;
  for (CompiledArm& arm : model.arms) {
    for (CompiledPhase& phase : arm.phases) {
      const GoesBy first(arm.rules, phase, model.worlds.told_by);
      std::ranges::stable_partition(phase.draw_order, [&](std::uint32_t trait) { return first.contains(trait); });
    }
  }
}

}  // namespace sagsflow
