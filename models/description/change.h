#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/description/written_value.h"

namespace sagsflow {

/// One difference between two sets of rules.
struct Change {
  enum class Kind { inserted, altered, removed };
  /// What it is about: a rule; only where a value comes from or how sure it is; only labels, citations and the like.
  enum class Concern { rule, provenance, wording };
  Kind kind = Kind::altered;
  Concern concern = Concern::rule;
  std::string path;  ///< of an object, a key or a share
  Named object;      ///< what it belongs to, or is
  Named parent;      ///< of a step, an exit, a duty: its procedure or status
  /// The values at the path or below it; none where there is nothing.
  std::vector<WrittenValue> before, after;
  std::string trial;  ///< the id of the trial that says so
  std::string file;   ///< where it says so
  std::uint32_t line = 0;

  bool is_whole_object() const { return path == object.path; }
};

/// The differences in force together: from a date, for some citizens. What already holds by a part with fewer
/// conditions is left out.
struct AmendmentPart {
  std::string from;                                                    ///< "2018-07-01", or empty
  std::vector<std::pair<Named, std::vector<std::string>>> conditions;  ///< trait and values, all of them
  std::vector<Change> changes;                                         ///< by object, in the order of the rules
};

struct AmendingTrial {
  std::string id, file;
  Named title;
  std::vector<std::string> relaxes;
};

/// One arm against another.
struct Amendment {
  Named law, arm;  ///< their names as paths
  std::vector<AmendingTrial> trials;
  std::vector<AmendmentPart> parts;
};

}  // namespace sagsflow
