#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/language/choice.h"
#include "models/language/node.h"
#include "models/language/quantity.h"
#include "models/language/reading.h"

namespace sagsflow {

/// `[calendar.X]`. "always" is built in and not listed.
struct CalendarDefinition {
  std::string name;
  Place place;
  /// By weekday from Monday: from and to, as times since midnight; from == to: closed.
  std::array<std::pair<Span, Span>, 7> hours{};
  bool danish_holidays = false;
  std::vector<Time> closed_days;                                      ///< midnight at the start of each
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  ///< share of the staff present, by month
};

enum class QueueOrder { fifo, priority, deadline };

/// `[pool.X]`
struct PoolDefinition {
  std::string name;
  Place place;
  Label label;
  bool unlimited = false;
  Choice<double> staff;  ///< whole people; with `per`, read for each value
  std::string calendar = "always";
  Sourced<double> usable{1.0, {}};
  Sourced<double> absence{0.0, {}};
  std::optional<Sourced<MoneyRate>> cost;
  bool outside = false;  ///< not the municipality's own hours
  QueueOrder order = QueueOrder::fifo;
  std::string per;  ///< an attribute: one separate pool for each of its values
};

/// `[meeting.X]`
struct MeetingDefinition {
  std::string name;
  Place place;
  Label label;
  Choice<Length> every;                              ///< `sessions = "240 per year"` is turned into this
  std::optional<Choice<double>> agenda;              ///< cases a session; absent: no limit
  std::map<std::string, Sourced<Span>> per_case;     ///< by pool
  std::map<std::string, Sourced<Span>> per_session;  ///< by pool
  std::map<std::string, Sourced<double>> absence;    ///< by pool: chance that it is missing
  double missing_allowed = 0;
  std::vector<std::string> always;  ///< pools that may not be missing
  std::string per;
  QueueOrder order = QueueOrder::fifo;
};

CalendarDefinition read_calendar(const Node& node, const std::string& path, Reading& reading);
PoolDefinition read_pool(const Node& node, const std::string& path, Reading& reading);
MeetingDefinition read_meeting(const Node& node, const std::string& path, Reading& reading);

}  // namespace sagsflow
