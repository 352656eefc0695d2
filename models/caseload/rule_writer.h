#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/caseload/catalogue.h"
#include "models/caseload/rules.h"

namespace sagsflow {

/// Turns the language's values into numbers of a rule set's flat arrays: what the compilers of statuses,
/// procedures and capacity share.
class RuleWriter {
 public:
  RuleWriter(const Catalogue& names, Rules& written) : catalogue(names), rules(written) {}

  const Catalogue& catalogue;
  Rules& rules;
  std::uint32_t version = 0;  ///< of the rules being written

  StatusRule& status(std::uint32_t number) { return of(rules.statuses, number); }
  ExitRule& exit(std::uint32_t number) { return of(rules.exits, number); }
  DutyRule& duty(std::uint32_t number) { return of(rules.duties, number); }
  ProcedureRule& procedure_rule(std::uint32_t number) { return of(rules.procedures, number); }
  StepRule& step(std::uint32_t number) { return of(rules.steps, number); }

  Pick duration(const Choice<DurationLaw>& choice);
  Pick clock(const Choice<Clock>& choice);
  Pick length(const Choice<Length>& choice);
  Pick number(const Choice<double>& choice);
  Pick money(const Choice<Money>& choice);
  Pick money_rate(const Choice<MoneyRate>& choice);  ///< DKK per microsecond
  Pick pool(const Choice<std::string>& choice);
  Pick meeting(const Choice<std::string>& choice);
  Pick procedure(const Choice<std::string>& choice);
  Pick first_step(std::uint32_t procedure, const Choice<std::string>& choice);
  Pick statuses(const Choice<Shares>& choice);
  /// Targets of `next` count on `step`'s ways when `counted`.
  Pick steps(std::uint32_t procedure, const Choice<Shares>& choice, const Catalogue::Step* counted);
  /// Targets are the values of `trait`.
  Pick trait_values(std::uint32_t trait, const Choice<Shares>& choice);
  Slice starts(const std::vector<Choice<std::string>>& procedures);
  Slice condition(const Condition& condition);
  Slice assignments(const std::vector<Assignment>& assignments);

  template <class T>
  Pick optional(const std::optional<Choice<T>>& choice, Pick (RuleWriter::*write)(const Choice<T>&)) {
    return choice ? (this->*write)(*choice) : kNoPick;
  }

 private:
  template <class Rule>
  Rule& of(std::vector<Rule>& list, std::uint32_t number) {
    return list[version * (list.size() / rules.versions) + number];
  }
  template <class T, class Leaf>
  Pick choice(const Choice<T>& choice, Leaf leaf);
};

}  // namespace sagsflow
