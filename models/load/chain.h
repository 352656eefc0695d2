#pragma once

#include <Eigen/Dense>
#include <map>
#include <tuple>
#include <vector>

#include "models/load/course.h"

namespace sagsflow {

/// A procedure from one profile, with what it starts, as a chain over (step, profile).
class Chain {
 public:
  using Key = std::tuple<const StepDefinition*, Profile, bool>;
  /// Waits until something holds, by the length that is expected without giving up.
  using Waits = std::map<Key, double>;

  Chain(const RuleSet& set, const std::string& procedure, const Profile& profile, Waits waits)
      : set_(set), profile_(profile), waits_(std::move(waits)) {
    set_.profiles.each_value(
        find_named(set_.rules.procedures, procedure)->start, profile, [&](double weight, const std::string& step) {
          starts_.push_back(
              {state(procedure, step, profile, true), weight, delay_before(nullptr, procedure, step, profile)});
        });
    for (std::size_t i = 0; i < states_.size(); ++i) expand(i);
  }

  Course course();
  /// Those that somebody may give up.
  Waits impatient_waits();

 private:
  struct Way {
    std::size_t to;
    double weight;
    double delay;  ///< days after the step is left
  };
  struct State {
    const ProcedureDefinition* procedure;
    const StepDefinition* step;
    Profile profile, after;
    bool main;
    double days = 0;      ///< mean stay
    double passes = 1;    ///< the probability that it is left in the ordinary way
    double gives_up = 0;  ///< that it is given up
    double ends = 0;
    std::vector<Way> ways = {};
    std::vector<std::pair<std::size_t, double>> become = {};
  };

  std::size_t state(const std::string& procedure, const std::string& step, const Profile& profile, bool main);
  void expand(std::size_t number);
  void find_stay(State& state) const;
  void find_work(State& state) const;
  void add_way(std::size_t number, const std::string& procedure, const std::string& step, const Profile& profile,
               bool main, double weight);
  void add_next(std::size_t number, const Choice<Shares>& next, Profile profile, double weight);
  void add_starts(std::size_t number);
  void add_again(std::size_t number, double& weight);
  double delay_before(const State* from, const std::string& procedure, const std::string& step,
                      const Profile& profile) const;
  void solve();
  bool find_waits();

  const RuleSet& set_;
  const Profile& profile_;
  std::vector<State> states_;
  Waits waits_;
  std::map<Key, std::size_t> numbers_;
  std::vector<Way> starts_;
  Eigen::VectorXd visits_, enter_;
};

}  // namespace sagsflow
