#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/language/diagnostics.h"
#include "models/language/origin.h"
#include "sim/engine/time.h"

namespace sagsflow {

struct Node;

/// The nodes of a table or an array, in the order of the file. Copies share them until one of them is changed, so that
/// the arms of a scenario keep only once what no trial touches.
class Children {
 public:
  const Node* begin() const;
  const Node* end() const;
  std::size_t size() const;
  bool empty() const { return size() == 0; }
  const Node& operator[](std::size_t index) const;

  /// To be changed: no longer shared.
  std::vector<Node>& own();
  /// Whether these are another's, unchanged: what is alike may also have been written twice.
  bool are_those_of(const Children& other) const { return nodes_ != nullptr && nodes_ == other.nodes_; }

 private:
  std::shared_ptr<std::vector<Node>> nodes_;  ///< none: none
};

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
  Time date{};  ///< its midnight
  Children children;

  const Node* find(std::string_view name) const;
  /// To be changed; the children are then this node's own.
  Node* find_own(std::string_view name);
  bool is(Kind other) const { return kind == other; }
  std::vector<std::string> keys() const;
  /// This and all below it.
  std::size_t count() const;

  /// As a person would write it: strings bare, tables as "key value, key value", the long form by its value.
  std::string written() const;
  /// For "got …": a string quoted, "a table", "an array".
  std::string described() const;
  /// Whether this is that very table, unchanged; what is alike may also have been written twice.
  bool is_table_itself(const Node& other) const;
  /// Alike but for places.
  bool same_value(const Node& other) const;
};

inline const Node* Children::begin() const {
  return nodes_ == nullptr ? nullptr : nodes_->data();
}
inline const Node* Children::end() const {
  return begin() + size();
}
inline std::size_t Children::size() const {
  return nodes_ == nullptr ? 0 : nodes_->size();
}
inline const Node& Children::operator[](std::size_t index) const {
  return (*nodes_)[index];
}

/// The document `file` of `diagnostics`, or nothing, with an error, when it is not TOML within the limits (4 MiB,
/// 64 levels, 100 000 values, 4096 keys to a table, names of 200 bytes, UTF-8).
std::optional<Node> parse_toml(std::uint32_t file, Diagnostics& diagnostics);

}  // namespace sagsflow
