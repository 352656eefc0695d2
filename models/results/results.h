#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/engine/time.h"
#include "sim/stat/summary.h"

namespace sagsflow {

/// How the replications of a measure are put together.
enum class MeasureKind {
  tally,  ///< one value a citizen or case: mean = sum of sums / sum of counts
  level,  ///< a time average
  count,  ///< a number of events in the window
  total,  ///< hours or money in the window
  ratio   ///< sum / count, both counted
};

enum class Unit { days, hours, dkk, one, count };

/// One column of the observations: an object's measure, for everyone and the whole window unless `group` or
/// `period` says otherwise.
struct MeasureInfo {
  std::string object;   ///< "procedure.jaf_visitation.step.laeattest"
  std::string measure;  ///< "wait"; one that a target asks for has its statistic: "wait:share_within:10 days"
  MeasureKind kind = MeasureKind::tally;
  Unit unit = Unit::count;
  std::string group;   ///< "" or "kommune=Aalborg"
  std::string period;  ///< "" or "2018-03"
};

/// An object of the model that people read about. `kind` is the path's last collection: "status", "exit", "duty",
/// "procedure", "step", "pool", "meeting", "arrival", "total".
struct ObjectInfo {
  std::string path;
  std::string kind;
  std::string detail;    ///< of a step: "work", "wait", "wait_until", "meeting", "branch"
  std::string label_da;  ///< never empty: the label, else the name with "_" as blanks
  std::string label_en;
  std::string cause;     ///< of a step, as written: "document", "outside", "citizen"; empty: by the kind
  bool outside = false;  ///< a pool that is not the municipality's own, or a step whose work is done by one
  bool has_deadline = false;
  bool has_benefit = false;
};

/// A number of the model, with where it comes from.
struct ValueInfo {
  std::string path;  ///< "pool.sagsbehandler.staff"
  std::string text;  ///< as written
  std::string low, high;
  std::string source;
  std::string quote;
  std::string note;
  bool assumed = false;
  std::string file;
  std::uint32_t line = 0;
  std::string arm;  ///< "" for the baseline's rules; else the arm whose trials set it
};

struct SourceInfo {
  std::string id, title, file, date, address;
};

struct TrialInfo {
  std::string id, file, title_da, title_en;
  std::vector<std::string> relaxes;
};

struct ArmInfo {
  std::string name, label_da, label_en;
  std::vector<TrialInfo> trials;
};

struct TargetInfo {
  std::string name, label_da, label_en;
  std::string of, measure, group, per;
  std::vector<std::string> arms;
  double value = kUndefined, within = kUndefined, below = kUndefined, above = kUndefined;
  char sign = 0;
  std::string kind;            ///< "hard", "soft", "mechanical"
  bool falsification = false;  ///< a large effect would speak against the model
  std::string source, quote, note_da, note_en;
};

/// By what the arms are put in order: the difference from the baseline of a measure, or of several added up.
struct RankingInfo {
  std::string label_da, label_en;
  std::vector<std::string> measures;  ///< as reading_named takes them: "total.staff_hours"
  bool more_is_better = false;
};

struct RunInfo {
  std::string scenario;  ///< the file as named on the command line
  std::string title_da, title_en, note_da, note_en;
  Time start{};
  Span warm_up{}, length{}, run_out{};
  std::uint64_t seed = 0;
};

/// One arm in one replication: a Summary for each measure of the catalogue, in its order.
struct ReplicationObservations {
  std::vector<Summary> measures;
  std::uint64_t events = 0;
};

/// Quantiles over all replications of an arm taken together.
struct PooledQuantiles {
  double p50 = kUndefined, p90 = kUndefined, p95 = kUndefined, p99 = kUndefined;
};

/// What became of the citizens of the cohort in one replication, each against itself under the baseline.
/// The outcome is total waiting; the same: within a day; undecided: a wait still open in either arm.
struct CitizenChanges {
  double shorter = 0, same = 0, longer = 0, undecided = 0;  ///< citizens
  double shorter_days = 0, same_days = 0, longer_days = 0;  ///< sums of the differences (arm less baseline)
  double unpaired = 0;  ///< citizens of arrivals whose rate differs between the arms
  // Of the decided, by why their record first differs from that of the baseline: because of a rule that differs
  // between the arms, or only because of who else was in the queue. Who is in neither has the same record.
  double direct = 0, direct_shorter = 0, direct_longer = 0, direct_days = 0;
  double knock_on = 0, knock_on_shorter = 0, knock_on_longer = 0, knock_on_days = 0;
};

/// What became of one goal of `run.precision`: the half-width of the difference from the baseline (of the level, where
/// there is one arm) as a share of the baseline's level, or of the difference itself where that is the larger.
struct PrecisionOutcome {
  std::string measure;        ///< as written: "total.staff_hours"
  double goal = 0;            ///< a share
  double found = kUndefined;  ///< of the arm where it is widest; undefined where some arm has no interval
  bool reached = false;
};

/// Arrivals whose expected number is known: a control variate of the differences from the baseline.
struct ArrivalControl {
  std::size_t measure = 0;  ///< their count, in the catalogue
  double expected = 0;      ///< in the window
};

/// Whether the warm-up was long enough for one measure in one arm, by MSER-5 on its mean over the replications, week by
/// week from when the clock begins.
struct WarmUpCheck {
  std::string object, measure;
  std::size_t arm = 0;
  Span given{};           ///< the run's warm-up
  Span found{};           ///< what the rule would leave out
  bool is_stable = true;  ///< false: the rule finds no end of it in the first half of the series
  bool is_enough() const { return is_stable && found <= given; }
};

struct ArmObservations {
  std::vector<ReplicationObservations> replications;  ///< in order
  std::vector<PooledQuantiles> pooled;                ///< by measure; of tallies only
  std::vector<CitizenChanges> changes;                ///< by replication; empty for the baseline
};

/// A whole study: the model's description with its provenance, the arms and the observations. Writers see this
/// and nothing else.
struct Results {
  RunInfo run;
  std::vector<ArmInfo> arms;  ///< the first is the baseline
  std::vector<ObjectInfo> objects;
  std::vector<ValueInfo> values;
  std::vector<SourceInfo> sources;
  std::vector<TargetInfo> targets;
  std::vector<RankingInfo> rankings;          ///< in the scenario's order; empty when none was asked for
  std::vector<MeasureInfo> catalogue;         ///< alike for all arms, ordered by object, measure, group, period
  std::vector<ArmObservations> observations;  ///< by arm
  std::vector<PrecisionOutcome> precision;    ///< in the order of their names; empty when none was asked for
  std::vector<WarmUpCheck> warm_up_checks;
  std::vector<ArrivalControl> controls;  ///< of the baseline: those with most arrivals, kMostControls at most
};

}  // namespace sagsflow
