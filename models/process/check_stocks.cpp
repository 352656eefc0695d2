#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>

#include "models/process/checks.h"
#include "sim/random/duration_table.h"

namespace sagsflow {
namespace {

/// A share below this is nobody.
constexpr double kNobodys = 1e-6;

/// The longest that the duration can be; kNever where it has no bound.
Span longest(const DurationLaw& law) {
  using Shape = DurationLaw::Shape;
  const auto weighs = [&](std::size_t i) { return law.weights.empty() || law.weights[i] > 0.0; };
  Span span{};
  switch (law.shape) {
    case Shape::fixed:
      return law.mean;
    case Shape::uniform:
    case Shape::triangular:
      return law.points.back();
    case Shape::empirical:
      for (std::size_t i = 0; i < law.points.size(); ++i) span = weighs(i) ? std::max(span, law.points[i]) : span;
      return span;
    case Shape::mixture:
      for (std::size_t i = 0; i < law.parts.size(); ++i)
        span = weighs(i) ? std::max(span, longest(law.parts[i])) : span;
      return span;
    default:
      return kNever;
  }
}

double share_beyond(const DurationLaw& law, Span longest) {
  if (longest == kNever) return 0.0;
  DurationTable table;
  return table.survival(table.add(law), longest + Span(1));
}

/// One stock against the rules of the status and the step that it is in.
class StockCheck {
 public:
  StockCheck(const Examined& examined, const StockDefinition& stock) : examined_(examined), stock_(stock) {}

  void check() const {
    const auto status = std::ranges::find(examined_.rules.statuses, stock_.status, &StatusDefinition::name);
    assert(status != examined_.rules.statuses.end());
    if (status->final) {
      refuse(stock_.place,
             fmt::format("stock \"{}\" is in \"{}\", a final status, where nobody stays", stock_.name, stock_.status));
    }
    for (const ExitDefinition& exit : status->exits) check_exit(exit);
    if (!stock_.at_procedure.empty()) check_step();
  }

 private:
  using Known = std::map<std::string, std::string>;

  void refuse(Place place, std::string text) const { examined_.diagnostics.error(place, std::move(text)); }

  /// An exit that nothing holds back or slows down comes at the latest at the end of its law.
  void check_exit(const ExitDefinition& exit) const {
    const auto slows = [](const SpeedFactor& speed) { return speed.factor.value < 1.0; };
    if (!exit.when.empty() || std::ranges::any_of(exit.speed, slows)) return;
    const auto beyond = [&](const Clock& clock) {
      const bool counts = clock.of.empty() || std::ranges::count(clock.of, stock_.status) > 0;
      if (clock.accumulated && !counts) return 0.0;
      const Span most = longest(clock.law);
      if (clock.accumulated && most > clock.within.value_or(kNever)) return 0.0;
      return share_beyond(stock_.elapsed.value, most);
    };
    const double share = share_over(exit.after, beyond);
    if (share < kNobodys) return;
    refuse(place_of(stock_.elapsed),
           fmt::format("a share of {:.3g} of stock \"{}\" has been in \"{}\" for longer than its exit \"{}\" lets "
                       "anyone stay",
                       share, stock_.name, stock_.status, exit.name));
  }

  void check_step() const {
    const auto procedure =
        std::ranges::find(examined_.rules.procedures, stock_.at_procedure, &ProcedureDefinition::name);
    const auto step = std::ranges::find(procedure->steps, stock_.at_step, &StepDefinition::name);
    if (step->kind == StepKind::branch) {
      refuse(stock_.place, fmt::format("stock \"{}\" is at step \"{}\", which takes no time: nobody is there",
                                       stock_.name, step->name));
    }
    if (step->kind != StepKind::wait || !stock_.waited) return;
    const auto beyond = [&](const DurationLaw& law) { return share_beyond(stock_.waited->value, longest(law)); };
    const double share = share_over(step->wait, beyond);
    if (share < kNobodys) return;
    refuse(place_of(*stock_.waited), fmt::format("a share of {:.3g} of stock \"{}\" has waited for longer than step "
                                                 "\"{}\" lasts",
                                                 share, stock_.name, step->name));
  }

  Place place_of(const Sourced<DurationLaw>& law) const {
    return law.origin.place.line == 0 ? stock_.place : law.origin.place;
  }

  /// The mean of `beyond` over what the choice comes to for the stock, by what it sets and how attributes are drawn.
  template <class T, class Beyond>
  double share_over(const Choice<T>& choice, Beyond beyond) const {
    Known known;
    for (const Assignment& set : stock_.set) known[set.trait] = set.value;
    double sum = 0.0;
    each_case(choice, known, 1.0, [&](const T& value, const Known&, double share) { sum += share * beyond(value); });
    return sum;
  }

  /// `visit(value, what is known then, its share)` for each value that the choice may come to.
  template <class T, class Visit>
  void each_case(const Choice<T>& choice, const Known& known, double share, const Visit& visit) const {
    if (choice.is_value()) return visit(choice.value.value, known, share);
    each_trait_value(choice.by, known, share, [&](const std::string& value, const Known& then, double part) {
      for (const auto& [name, chosen] : choice.cases) {
        if (name == value) return each_case(chosen, then, part, visit);
      }
      if (choice.otherwise) each_case(*choice.otherwise, then, part, visit);
    });
  }

  using VisitValue = std::function<void(const std::string&, const Known&, double)>;
  void each_trait_value(const std::string& name, const Known& known, double share, const VisitValue& visit) const {
    if (const auto found = known.find(name); found != known.end()) return visit(found->second, known, share);
    const auto trait = std::ranges::find(examined_.rules.traits, name, &TraitDefinition::name);
    const auto with = [&](const Known& before, const std::string& value, double part) {
      Known then = before;
      then[name] = value;
      visit(value, then, part);
    };
    if (trait->kind != TraitDefinition::Kind::attribute) return with(known, "false", share);
    each_case(trait->drawn, known, share, [&](const Shares& shares, const Known& then, double part) {
      for (const Share& drawn : shares) {
        if (drawn.share > 0.0) with(then, drawn.target, part * drawn.share);
      }
    });
  }

  const Examined& examined_;
  const StockDefinition& stock_;
};

}  // namespace

void check_stocks(const Examined& examined) {
  for (const StockDefinition& stock : examined.rules.stocks) StockCheck(examined, stock).check();
}

}  // namespace sagsflow
