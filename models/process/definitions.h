#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/language/choice.h"
#include "models/language/node.h"
#include "models/language/quantity.h"
#include "models/language/reading.h"
#include "models/process/capacity.h"
#include "models/process/definition_list.h"
#include "models/process/procedure.h"
#include "models/process/status.h"

namespace sagsflow {

/// `[attribute.X]`, or a boolean that some `set` made, or a flag that some step raises.
struct TraitDefinition {
  enum class Kind { attribute, boolean, flag };
  std::string name;
  Place place;
  Label label;
  Kind kind = Kind::attribute;
  Shares values;  ///< of an attribute: its values in the order of the file; else "false", "true"
  /// Of an attribute: its shares at entry, which may go by other attributes (in no circle); `values` then have
  /// share 0.
  Choice<Shares> drawn;
};

/// `[arrival.X]`
struct ArrivalDefinition {
  std::string name;
  Place place;
  Label label;
  Choice<Shares> status;              ///< a status or shares of statuses
  std::optional<Sourced<Rate>> rate;  ///< Poisson; either this or `every`
  std::optional<Sourced<DurationLaw>> every;
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  ///< factors on the rate, by month
  int batch = 1;
  double geometric_batch_mean = 0;  ///< above 0: geometric from 1 with this mean, instead of `batch`
  std::vector<Assignment> set;
};

/// `[stock.X]`: today's caseload.
struct StockDefinition {
  std::string name;
  Place place;
  std::string status;
  Sourced<double> count;
  Sourced<DurationLaw> elapsed;
  std::string at_procedure;  ///< empty: in no procedure
  std::string at_step;
  std::optional<Sourced<DurationLaw>> waited;
  std::vector<Assignment> set;
};

/// `[refund]`: the state's share of the benefit by time on any status with a benefit.
struct RefundDefinition {
  std::vector<std::pair<Span, Sourced<double>>> after;  ///< ascending, the first at 0
  std::optional<Span> within;
};

/// One whole set of rules: the law, or the law as trials have changed it. Every list is in order of name, traits
/// included; names refer to each other and all exist.
struct Definitions {
  DefinitionList<TraitDefinition> traits;
  DefinitionList<ArrivalDefinition> arrivals;
  DefinitionList<StockDefinition> stocks;
  DefinitionList<StatusDefinition> statuses;
  DefinitionList<ProcedureDefinition> procedures;
  DefinitionList<CalendarDefinition> calendars;
  DefinitionList<PoolDefinition> pools;
  DefinitionList<MeetingDefinition> meetings;
  RefundDefinition refund;
  /// Every number, share and distribution, as they were read.
  std::vector<std::shared_ptr<const std::vector<LocatedValue>>> values;

  template <class Visit>
  void each_value(Visit visit) const {
    for (const auto& some : values) {
      for (const LocatedValue& value : *some) visit(value);
    }
  }
  std::vector<const LocatedValue*> values_by_path() const;
};

/// These traits and whatever their shares go by, each after those; there is no circle among them. A name that no trait
/// has is left out.
std::vector<const TraitDefinition*> drawing_order(const Definitions& rules, const std::vector<std::string>& names);
/// All traits, likewise.
std::vector<const TraitDefinition*> drawing_order(const Definitions& rules);

/// Each reads its table, all but its name and place.
TraitDefinition read_attribute(const Node& node, const std::string& path, Reading& reading);
ArrivalDefinition read_arrival(const Node& node, const std::string& path, Reading& reading);
StockDefinition read_stock(const Node& node, const std::string& path, Reading& reading);
RefundDefinition read_refund(const Node& node, const std::string& path, Reading& reading);

}  // namespace sagsflow
