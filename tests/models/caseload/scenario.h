#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/results/estimates.h"
#include "models/results/results.h"

namespace sagsflow {

struct Model;

/// Other files of a scenario, by path: trials.
using Files = std::map<std::string, std::string>;

/// `[run]`: the window opens on Monday 1 January 2018; the clock has then run for 24000 hours.
std::string window(const std::string& length, const std::string& run_out = "0 days", int replications = 1);
/// The clock begins with the window.
std::string window_without_warm_up(const std::string& length, const std::string& run_out = "0 days",
                                   int replications = 1);

/// An arrival, in status "syg" unless said, of one citizen so many hours after the window opens; the next one comes
/// 24000 hours after that, or later.
std::string citizen(const std::string& name = "en", int hours = 0, const std::string& status = "syg");

/// The status "job" is final.
std::string job();

/// A pool of one person, always at work.
std::string pool(const std::string& name, const std::string& more = {});

/// The calendar "dag": 08:00-16:00 on weekdays.
std::string office_hours();

/// Two arms: "lov" and "forsoeg", with the trial of the file "trial.toml".
std::string two_arms();
/// That file: a trial with these rules.
Files trial(const std::string& rules);

/// The text as a planner's file; fails the test with the reader's messages if it has errors.
Model model_of(const std::string& text, Files files = {});

/// A scenario read and run; fails the test if either fails.
class Run {
 public:
  explicit Run(const std::string& text, Files files = {});

  /// Fails the test if there is no such measure.
  double of(const std::string& object, const std::string& measure, Statistic statistic, std::size_t arm = 0,
            const std::string& group = {}) const;
  double mean(const std::string& object, const std::string& measure, std::size_t arm = 0) const {
    return of(object, measure, Statistic::mean, arm);
  }
  double count(const std::string& object, const std::string& measure, std::size_t arm = 0) const {
    return of(object, measure, Statistic::count, arm);
  }
  double sum(const std::string& object, const std::string& measure, std::size_t arm = 0) const {
    return of(object, measure, Statistic::sum, arm);
  }
  const Summary& summary(const std::string& object, const std::string& measure, std::size_t arm = 0,
                         std::size_t replication = 0) const;

  Results results;
};

/// To the bit, undefined values included.
bool same(const Summary& one, const Summary& other);
bool same(const Results& one, const Results& other);

}  // namespace sagsflow
