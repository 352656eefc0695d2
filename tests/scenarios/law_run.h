#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/results/estimates.h"
#include "models/results/results.h"

namespace sagsflow {

/// What the reader says of a scenario that uses files of scenarios/: errors and warnings, as people see them; empty if
/// there are none.
std::string complaints(const std::string& text);

/// The duties of a scenario that nobody can hold: a step somewhere names them in its `holds`, but none in the procedure
/// that they start. Fails the test if the scenario has errors.
std::vector<std::string> duties_never_held(const std::string& text);

/// Expected arrivals a year by name. Fails the test if the scenario has errors.
std::map<std::string, double> arrivals_a_year(const std::string& text);

/// The names of the scenario files in a folder of scenarios/, without their ".toml", in order.
std::vector<std::string> scenario_files(const std::string& folder);

/// The whole of a law (law/NAME.toml) in one municipality where nobody waits for staff, and `citizens` who all come
/// into `status` at the opening of the window, Monday 1 January 2018, which is `length` long.
struct LawCase {
  std::string law = "lov-2019-flere";
  std::string status;
  std::string length;
  std::string rules = {};  ///< laid over the law: what is held still so that the rest can be worked out by hand
  std::string set = {};    ///< of the arrivals: "hjaelp = \"kontanthjaelp\""
  std::vector<std::string> also = {};  ///< more files, laid over the law: "law/frister-overholdt.toml"
  int citizens = 40;

  std::string text() const;
};

/// A case that was run; fails the test if it cannot be.
class LawRun {
 public:
  explicit LawRun(const LawCase& law_case);
  explicit LawRun(const std::string& text, int citizens);

  double of(const std::string& object, const std::string& measure, Statistic statistic) const;
  double mean(const std::string& object, const std::string& measure) const {
    return of(object, measure, Statistic::mean);
  }
  double sum(const std::string& object, const std::string& measure) const {
    return of(object, measure, Statistic::sum);
  }
  double max(const std::string& object, const std::string& measure) const {
    return of(object, measure, Statistic::max);
  }
  double count(const std::string& object, const std::string& measure) const {
    return of(object, measure, Statistic::count);
  }
  /// A count for each of the citizens.
  double each(const std::string& object, const std::string& measure) const {
    return count(object, measure) / citizens_;
  }

 private:
  int citizens_;
  Results results_;
};

/// "[status.S.exit.E] after = never" for each of the exits.
std::string stays(const std::string& status, const std::vector<std::string>& exits);
/// "[status.S.duty.D] first = never" for each of the duties.
std::string spared(const std::string& status, const std::vector<std::string>& duties);

}  // namespace sagsflow
