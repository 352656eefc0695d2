#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/process/definitions_reader.h"
#include "models/process/process_graph.h"

namespace sagsflow {

/// Every [source.ID] of the law and of any arm's trials, which all arms may cite.
struct SourceNames {
  std::vector<std::string> in_order;  ///< of the files
  std::set<std::string, std::less<>> known;

  void add(const std::string& name) {
    if (known.insert(name).second) in_order.push_back(name);
  }
};

/// A rule set under examination. What a trial leaves orphaned in the law's own files is a warning, not an error.
struct Examined {
  const Definitions& rules;
  const std::vector<std::shared_ptr<const Gathered>>& gathered;  ///< the names and traits that it uses
  const SourceNames& sources;
  std::size_t law_files = 0;  ///< how many files, the first ones, are the law's
  bool has_trials = false;
  Diagnostics& diagnostics;

  /// An error, or a warning where a trial has orphaned something of the law.
  void orphan(Place place, std::string text) const;
};

/// Names of statuses, procedures, steps, duties, pools, calendars, meetings, attributes and sources that nothing
/// defines.
void check_names(const Examined& examined);

/// Traits that are read but never declared or set, values that a trait does not have, `by` without all cases.
void check_traits(const Examined& examined);

/// Steps that cannot be reached and procedures with no way out.
void check_ways(const Examined& examined, const ProcessGraph& graph);

/// Loops of steps and statuses that take no time and need never be left.
void check_loops(const Examined& examined, const ProcessGraph& graph);

/// `become` with a `next` that never happens, work in days in a pool with a calendar.
void check_steps(const Examined& examined);

/// Accumulated clocks whose goal is longer than their span: it is never reached.
void check_clocks(const Examined& examined);

/// Stocks in a final status or at a step that takes no time, with an elapsed time that an exit which is certain
/// forbids, or a waiting time longer than their wait.
void check_stocks(const Examined& examined);

/// Joint work of pools whose calendars differ, or of one pool twice.
void check_joint_work(const Examined& examined);

/// Warnings: pools, procedures and meetings that nothing uses, statuses that nothing reaches, no way to a final one.
void check_use(const Examined& examined, const ProcessGraph& graph);

/// All of them, those on structure only if all names are known.
void check_rules(const Examined& examined);

}  // namespace sagsflow
