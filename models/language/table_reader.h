#pragma once

#include <boost/container/small_vector.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/language/node.h"
#include "models/language/reading.h"

namespace sagsflow {

/// Reads the keys of one table. Reading a key is its schema: `finish` refuses those that nobody asked for.
///
/// A reader of values is anything that is called as `read(const Node&, const std::string& path, Reading&)`.
class TableReader {
 public:
  /// An error if `table` is not a table; then every key is absent. `shape` names tables that may stand at many paths.
  TableReader(const Node& table, std::string path, Reading& reading, std::string_view shape = {});

  const std::string& path() const { return path_; }
  std::string path_of(std::string_view key) const;
  Reading& reading() const { return reading_; }
  const Node& node() const { return table_; }

  /// The key's value, now read; nullptr if absent. The key must outlive the reader.
  const Node* find(std::string_view key);
  /// As find; an error if absent.
  const Node* require(std::string_view key);
  /// Whether the key is there; does not read it.
  bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  /// All children that nobody has asked for, now read: for tables with free names.
  std::vector<const Node*> rest();

  template <class Read>
  auto optional(std::string_view key, Read&& read) {
    using Value = std::decay_t<decltype(read(table_, path_, reading_))>;
    const Node* node = find(key);
    return node ? std::optional<Value>(read(*node, path_of(key), reading_)) : std::optional<Value>();
  }

  /// The value, or the default where absent.
  template <class Read, class Value>
  auto value_or(std::string_view key, Read&& read, Value fallback) {
    const Node* node = find(key);
    return node ? read(*node, path_of(key), reading_) : fallback;
  }

  /// The value; where absent, an error and an empty value.
  template <class Read>
  auto required(std::string_view key, Read&& read) {
    using Value = std::decay_t<decltype(read(table_, path_, reading_))>;
    const Node* node = require(key);
    return node ? read(*node, path_of(key), reading_) : Value();
  }

  /// An error for every key that nobody asked for, with the nearest that somebody did.
  void finish();

 private:
  const Node& table_;
  std::string path_;
  Reading& reading_;
  void note(std::string_view key, const Node* found);

  std::string_view shape_;
  boost::container::small_vector<std::string_view, 24> asked_;  ///< few tables have more keys
  bool all_read_ = false;
};

}  // namespace sagsflow
