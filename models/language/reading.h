#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/language/diagnostics.h"
#include "models/language/origin.h"

namespace sagsflow {

/// A number, a share or a distribution, with its path: "pool.sagsbehandler.staff".
struct LocatedValue {
  std::string path;
  Origin origin;
};

/// Somewhere a name is used that something else defines.
struct NameUse {
  std::string kind;   ///< "pool", "status", "step" …
  std::string scope;  ///< of a step: its procedure
  std::string name;
  Place place;
};

/// Somewhere a citizen's trait is used.
struct TraitUse {
  enum class How { by, when, set, flag, speed };
  std::string trait;
  Place place;
  How how = How::by;
  std::vector<std::pair<std::string, Place>> values;
  bool all_cases = false;  ///< `by` without `else`
};

/// What reading gathers beside the values themselves.
struct Reading {
  Diagnostics& diagnostics;
  std::vector<LocatedValue> values;
  std::vector<NameUse> names;
  std::vector<TraitUse> traits;
  int nested = 0;  ///< tables of `by` and of mixtures around what is being read
};

/// While it lives, what is read lies one level deeper in choices or mixtures; more than 8 levels are an error.
class Nesting {
 public:
  Nesting(Reading& reading, Place place) : reading_(reading) {
    if (++reading.nested == kDeepest + 1)
      reading.diagnostics.error(place, "nested more than 8 deep in choices and mixtures");
  }
  ~Nesting() { --reading_.nested; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep() const { return reading_.nested > kDeepest; }

 private:
  static constexpr int kDeepest = 8;
  Reading& reading_;
};

}  // namespace sagsflow
