#pragma once

#include <deque>
#include <map>
#include <tuple>
#include <vector>

#include "models/load/bystanders.h"
#include "models/load/flows.h"

namespace sagsflow {

inline constexpr double kDaysInYear = 365.25;

/// A status that citizens of one profile enter.
struct Entry {
  std::size_t status;
  Profile profile;  ///< only what still matters to them, without what stands by
  std::size_t version = 0;
  const Variants* variants = nullptr;  ///< none of a final status
  const Spell* spell = nullptr;        ///< of the first variant; of all, but for the steps
  double arrivals = 0;                 ///< a year
  double stock = 0;                    ///< today's

  /// A year, of those who are there; 0 of a final status.
  double leaving_rate() const;
};

/// From one entry to another, in the mean stay.
struct Way {
  std::size_t from, to;
  double share;
};

/// Every entry that arrivals and stocks lead to, and the ways between them.
class Network {
 public:
  /// `sets` are the arm's versions in order; both outlive it.
  Network(const ArmDefinition& arm, const std::vector<RuleSet>& sets);
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<Way>& ways() const { return ways_; }
  std::size_t statuses() const { return sets_.front().names.statuses().size(); }

 private:
  bool build(const std::map<Profile, double>& drawn);
  std::map<Profile, double> told_apart(const std::map<Profile, double>& drawn) const;
  std::size_t entry(std::size_t status, const Profile& profile);
  std::size_t version_of(const Profile& profile) const;
  const Variants& variants(const Entry& entry, const StatusDefinition& status);
  const Spell* spell_of(std::size_t version, const StatusDefinition& status, const Profile& profile);
  void add_arrivals(const std::map<Profile, double>& drawn);
  void add_stocks(const std::map<Profile, double>& drawn);

  const ArmDefinition& arm_;
  const std::vector<RuleSet>& sets_;
  std::deque<Courses> courses_;
  std::vector<std::vector<std::set<int>>> slots_;  ///< by version and status: what a stay goes by
  std::vector<std::set<int>> ahead_;               ///< by status: what matters from its entry on
  std::set<int> bystanders_;
  std::map<std::tuple<std::size_t, std::size_t, Profile>, Spell> spells_;
  std::map<std::tuple<std::size_t, std::size_t, Profile>, Variants> variants_;
  std::map<std::pair<std::size_t, Profile>, std::size_t> numbers_;
  std::vector<Entry> entries_;
  std::vector<Way> ways_;
};

}  // namespace sagsflow
