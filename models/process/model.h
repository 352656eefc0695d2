#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/process/definitions.h"

namespace sagsflow {

/// `[run]`
struct RunDefinition {
  Time start{};          ///< opens the window
  Span warm_up{};
  Span length{};
  Span run_out{};
  int replications = 20;
  std::uint64_t seed = 1;
  std::string calendar = "always";  ///< what "working days" means
  std::vector<Span> ages;
};

/// `[source.ID]`
struct SourceDefinition {
  std::string title, file, date, address;
  Place place;
};

/// `[trial]` of a trial's file.
struct TrialDefinition {
  std::string id, file;
  Label title;
  std::vector<std::string> relaxes, places, source;
  std::vector<std::string> period;  ///< as written: from, to
};

/// `[target.X]`: what the evidence says that the model should give.
struct TargetDefinition {
  enum class Kind { hard, soft, mechanical };
  std::string name;
  Place place;
  Label label;
  std::string of;                  ///< an object: "procedure.jaf.step.visitation"
  std::string measure;             ///< and its measure, with a statistic after a colon if not the usual: "wait:p90"
  std::vector<std::string> arms;   ///< one: its level; two: the second less the first
  std::string per;                 ///< empty; "year"; or "OBJECT MEASURE": the value is divided by that
  std::string group;               ///< empty: everyone; else "kommune=Aalborg"
  std::optional<Sourced<double>> value;
  std::optional<double> within, below, above;
  char sign = 0;                   ///< '+', '-' or 0
  Kind kind = Kind::soft;
  Origin origin;
  Label note;                      ///< why it is missed, where it is
};

/// A rule set of an arm, from a date and for citizens of whom `when` holds. The first has neither.
struct Version {
  std::optional<Time> from;
  Condition when;
  Definitions definitions;
};

/// `[[arm]]`
struct ArmDefinition {
  std::string name;
  Label label;
  std::vector<TrialDefinition> trials;
  std::vector<Version> versions;
};

/// A file that was read.
struct FileRead {
  std::string path;
  std::string text;
};

/// Everything a scenario says: validated, immutable, with its provenance.
struct Model {
  Label title;
  Label note;                     ///< free text that briefing and `validate` print
  RunDefinition run;
  std::vector<ArmDefinition> arms;  ///< the first is the baseline
  std::vector<TargetDefinition> targets;
  std::map<std::string, SourceDefinition> sources;
  std::vector<FileRead> files;    ///< Place::file is an index into this
};

}  // namespace sagsflow
