#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/language/diagnostics.h"
#include "models/language/source.h"
#include "models/process/definitions.h"

namespace sagsflow {

/// `[run]`
struct RunDefinition {
  Time start{};  ///< opens the window
  Span warm_up{};
  Span length{};
  Span run_out{};
  int replications = 20;
  std::uint64_t seed = 1;
  std::string calendar = "always";  ///< what "working days" means
  std::vector<Span> ages;
  /// Replications are added until the half-width of the difference is this share of the baseline: by "object.measure".
  std::vector<std::pair<std::string, double>> precision;
  int most_replications = 1000;  ///< the cap on what `precision` adds
};

/// `[[report.ranking]]`: the arms in order of what they change.
struct RankingDefinition {
  Label label;
  std::vector<std::string> measures;  ///< "OBJECT.MEASURE", added up; with a statistic after a colon if not the usual
  bool more_is_better = false;
  Place place;
};

/// `[report]`: what every measure is split by, beside the whole, and by what the arms are put in order.
struct ReportDefinition {
  enum class Period { none, month, quarter, year };
  std::vector<std::string> by;  ///< attributes: one group for each value, that of the citizen's arrival
  Period period = Period::none;
  std::vector<RankingDefinition> rankings;
  Place place;
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
  std::vector<std::pair<std::string, Place>> removes;
  std::set<std::uint32_t> files;  ///< its own and those it uses, as Place::file
};

/// `[target.X]`: what the evidence says that the model should give.
struct TargetDefinition {
  enum class Kind { hard, soft, mechanical };
  std::string name;
  Place place;
  Label label;
  std::string of;                 ///< an object: "procedure.jaf.step.visitation"
  std::string measure;            ///< and its measure, with a statistic after a colon if not the usual: "wait:p90"
  std::vector<std::string> arms;  ///< one: its level; two: the second less the first
  std::string per;                ///< empty; "year"; or "OBJECT MEASURE": the value is divided by that
  std::string group;              ///< empty: everyone; else "kommune=Aalborg"
  std::optional<Sourced<double>> value;
  std::optional<double> within, below, above;
  char sign = 0;  ///< '+', '-' or 0
  Kind kind = Kind::soft;
  bool falsification = false;  ///< a large effect would speak against the model: the whole interval must be inside
  Origin origin;
  Label note;  ///< why the model gives what it gives
};

/// A rule set of an arm, from a date and for citizens of whom `when` holds. The first has neither. In force is the
/// last in the arm's list whose date has come and whose `when` holds: the list has one for every set of trials that
/// can be in force together, larger sets after smaller ones.
struct Version {
  std::optional<Time> from;
  Condition when;
  Definitions definitions;
  Node document;  ///< what they were read from, merged
};

/// `[[arm]]`
struct ArmDefinition {
  std::string name;
  Label label;
  std::vector<TrialDefinition> trials;
  std::vector<Version> versions;
};

/// Everything a scenario says: validated, immutable, with its provenance.
struct Model {
  Label title;
  Label note;  ///< free text that briefing and `validate` print
  RunDefinition run;
  ReportDefinition report;
  std::vector<ArmDefinition> arms;  ///< the first is the baseline
  std::vector<TargetDefinition> targets;
  std::map<std::string, SourceDefinition> sources;
  std::vector<FileRead> files;  ///< Place::file is an index into this
};

/// Reads a scenario, what it uses and its trials; nothing if there are errors. Errors and warnings, and the files,
/// are left in `diagnostics`, also when there is no model.
std::optional<Model> read_model(const std::string& scenario, Source& source, Diagnostics& diagnostics);

}  // namespace sagsflow
