#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>

#include "models/language/table_reader.h"
#include "models/language/units.h"
#include "models/language/values.h"

namespace sagsflow {

/// Reads a quantity in short or long form. `parse(const Node&)` gives `Quantity<T>`; `size(const T&)` a number to
/// compare low, value and high by.
template <class T, class Parse, class Size>
Sourced<T> read_sourced(const Node& node, const std::string& path, Reading& reading, Parse parse, Size size) {
  const auto parsed = [&](const Node& part) -> std::optional<T> {
    auto value = parse(part);
    if (value) return *value;
    reading.diagnostics.error(part.place, value.error().text, value.error().suggestion);
    return std::nullopt;
  };
  Sourced<T> sourced;
  sourced.origin = origin_of(node);
  if (!is_long_form(node)) {
    if (auto value = parsed(node)) sourced.value = std::move(*value);
    record(path, sourced.origin, reading);
    return sourced;
  }
  TableReader table(node, path, reading, "quantity");
  const Node& value_node = *table.find("value");
  const Node* low_node = table.find("low");
  const Node* high_node = table.find("high");
  read_provenance(table, sourced.origin);
  table.finish();
  sourced.origin.place = value_node.place;
  sourced.origin.text = value_node.written();
  if (low_node) sourced.origin.own_provenance().low = low_node->written();
  if (high_node) sourced.origin.own_provenance().high = high_node->written();
  const auto value = parsed(value_node);
  const auto low = low_node ? parsed(*low_node) : std::nullopt;
  const auto high = high_node ? parsed(*high_node) : std::nullopt;
  if (value && low && size(*low) > size(*value)) {
    reading.diagnostics.error(low_node->place, fmt::format("low is {}, expected at most the value, {}",
                                                           low_node->written(), value_node.written()));
  }
  if (value && high && size(*high) < size(*value)) {
    reading.diagnostics.error(high_node->place, fmt::format("high is {}, expected at least the value, {}",
                                                            high_node->written(), value_node.written()));
  }
  if (value) sourced.value = *value;
  record(path, sourced.origin, reading);
  return sourced;
}

}  // namespace sagsflow
