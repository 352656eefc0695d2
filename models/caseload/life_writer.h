#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/caseload/compiled_model.h"
#include "models/caseload/diary.h"
#include "models/process/model.h"
#include "models/process/written_rules.h"
#include "models/results/life.h"

namespace sagsflow {

/// Writes what a diary of one arm has with the paths, the citations and the trials of its rules.
class LifeWriter {
 public:
  LifeWriter(const Model& model, const CompiledModel& compiled, std::size_t arm);

  Life life_of(const Diary& diary) const;
  /// Attributes and booleans, in the order of Life::on_arrival.
  std::vector<ObjectInfo> attributes() const;
  /// The trial that has made the rule at the path other than in the law, in any version; empty: none.
  std::string trial_of(const std::string& path) const;

 private:
  struct Version {
    WrittenRules rules;
    std::map<std::string, std::string> trials;  ///< by the path of the rule
  };
  LifeEvent event_of(const Diary::Entry& entry) const;
  void cite(LifeEvent& event, std::size_t version) const;
  const std::string& object_of(const Note& note) const;
  std::string rule_of(const Because& because) const;
  std::string value_of(std::uint32_t trait, std::uint8_t value) const;

  const Model& model_;
  const Catalogue& catalogue_;
  const CompiledArm& arm_;
  Time end_;
  std::size_t number_;
  std::vector<Version> versions_;
};

}  // namespace sagsflow
