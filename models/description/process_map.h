#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/description/written_value.h"

namespace sagsflow {

/// Whether something of the map stands in both arms, alike or not, or in one of them.
enum class MapMark { same, altered, added, removed };

struct MapNode {
  enum class Kind { arrival, stock, status, final_status, procedure, branch, work, wait, meeting, end };
  Kind kind = Kind::status;
  Named name;
  std::string procedure;      ///< of a step or an end: its procedure's path
  std::vector<Named> actors;  ///< pools that work, or the meeting
  std::string time;           ///< of work or a wait, as written; empty: until something holds, or by something
  std::string until;          ///< of a wait: "attest = true"
  std::string deadline, fee;  ///< as written
  bool outside = false;       ///< the work of a pool that is not the municipality's own
  MapMark mark = MapMark::same;
};

/// One way of taking an edge: always, or where a choice comes to it.
struct MapWay {
  std::string when;  ///< "jaf_nr = foerste", or empty
  double share = 1;
};

struct MapEdge {
  enum class Kind { arrives, exit, on_enter, duty, first, next, again, gives_up, starts, becomes };
  Kind kind = Kind::next;
  std::size_t from = 0, to = 0;  ///< indices of nodes
  Named name;                    ///< of an exit or a duty
  std::string time;              ///< of an exit, a duty's cadence, patience, how often again: as written
  std::vector<MapWay> ways;
  MapMark mark = MapMark::same;
};

/// Statuses and procedures of one arm, with what differs from another.
struct ProcessMap {
  Named title;     ///< of the scenario
  Named law, arm;  ///< the same where nothing is compared
  std::vector<MapNode> nodes;
  std::vector<MapEdge> edges;

  bool compares() const { return law.path != arm.path; }
};

}  // namespace sagsflow
