#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/language/choice.h"
#include "models/language/quantity.h"
#include "models/language/table_reader.h"
#include "models/language/units.h"

namespace sagsflow {

// Readers of values: each takes a node, its path and the reading; a mistake is an error there and gives an empty
// value. Quantities may be short (`"45 min"`) or long (`{ value = "45 min", low = …, high = …, source = … }`).

std::string read_text(const Node& node, const std::string& path, Reading& reading);
bool read_boolean(const Node& node, const std::string& path, Reading& reading);
Time read_date(const Node& node, const std::string& path, Reading& reading);
/// One string, or an array of them.
std::vector<Sourced<std::string>> read_texts(const Node& node, const std::string& path, Reading& reading);
/// `"…"` for both languages, or `{ da = "…", en = "…" }`.
Label read_label(const Node& node, const std::string& path, Reading& reading);

Sourced<Span> read_span(const Node& node, const std::string& path, Reading& reading);
Sourced<Length> read_length(const Node& node, const std::string& path, Reading& reading);
Sourced<Rate> read_rate(const Node& node, const std::string& path, Reading& reading);
Sourced<Money> read_money(const Node& node, const std::string& path, Reading& reading);
Sourced<MoneyRate> read_money_rate(const Node& node, const std::string& path, Reading& reading);
/// From 0 to 1.
Sourced<double> read_share(const Node& node, const std::string& path, Reading& reading);

/// Reads numbers from `low` to `high`; `what` names them in errors: "a whole number from 1".
struct NumberReader {
  std::string what;
  double low;
  double high;
  bool whole = false;
  Sourced<double> operator()(const Node& node, const std::string& path, Reading& reading) const;
};

/// A fixed duration, "never", or a table with one naming key; the long form's value may be such a table, and the
/// naming key's value may itself be long.
Sourced<DurationLaw> read_duration_law(const Node& node, const std::string& path, Reading& reading);
/// A duration law, or `{ accumulated = …, within = …, of = […] }`.
Sourced<Clock> read_clock(const Node& node, const std::string& path, Reading& reading);

/// Reads the name of something of this kind, to be looked up when all is read; of no kind: a name of its own.
struct NameReader {
  std::string kind;
  std::string scope = {};
  Sourced<std::string> operator()(const Node& node, const std::string& path, Reading& reading) const;
};

/// The key's names, one or an array, each of this kind.
std::vector<std::string> read_names(TableReader& table, std::string_view key, const NameReader& name);

/// Reads a name, or a table of names to shares that sum to 1 with at most one "rest".
struct SharesReader {
  NameReader name;
  Sourced<Shares> operator()(const Node& node, const std::string& path, Reading& reading) const;
};

Condition read_condition(const Node& node, const std::string& path, Reading& reading);
std::vector<Assignment> read_assignments(const Node& node, const std::string& path, Reading& reading);

// For building readers:

/// `source`, `quote`, `note`, `assumed` and `calibrated` of a table.
void read_provenance(TableReader& table, Origin& origin);
/// Records a value for lists of what a model rests on.
void record(const std::string& path, const Origin& origin, Reading& reading);
Origin origin_of(const Node& node);
/// Whether the table is the long form of a value.
bool is_long_form(const Node& node);

}  // namespace sagsflow
