#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/language/diagnostics.h"
#include "models/language/origin.h"
#include "sim/engine/time.h"

namespace sagsflow {

/// A value of a TOML file, with its place.
struct Node {
  enum class Kind { table, array, string, integer, real, boolean, date };
  Kind kind = Kind::table;
  Place place;
  std::string key;  ///< empty in an array
  Place key_place;
  std::string text;  ///< of a string
  std::int64_t integer = 0;
  double number = 0;  ///< of an integer or a real
  bool boolean = false;
  Time date{};                 ///< its midnight
  std::vector<Node> children;  ///< in the order of the file

  const Node* find(std::string_view name) const;
  Node* find(std::string_view name);
  bool is(Kind other) const { return kind == other; }
  std::vector<std::string> keys() const;
  /// This and all below it.
  std::size_t count() const;

  /// As a person would write it: strings bare, tables as "key value, key value", the long form by its value.
  std::string written() const;
  /// For "got …": a string quoted, "a table", "an array".
  std::string described() const;
  /// Alike but for places.
  bool same_value(const Node& other) const;
};

/// The document `file` of `diagnostics`, or nothing, with an error, when it is not TOML within the limits (4 MiB,
/// 64 levels, 100 000 values, 4096 keys to a table, names of 200 bytes, UTF-8).
std::optional<Node> parse_toml(std::uint32_t file, Diagnostics& diagnostics);

}  // namespace sagsflow
