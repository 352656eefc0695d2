#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/language/table_reader.h"

namespace sagsflow {

/// An error if the key is no name that people may give.
void check_name(const Node& node, Reading& reading);

/// One entry of a collection, with its name and place.
template <class Read>
auto read_named(const Node& entry, const std::string& path, Reading& reading, Read read) {
  check_name(entry, reading);
  auto definition = read(entry, path, reading);
  definition.name = entry.key;
  definition.place = entry.place;
  return definition;
}

/// Reads every entry of the collection `key`, in order of name.
template <class Read>
auto read_all(TableReader& table, std::string_view key, Read read) {
  using Definition = std::decay_t<decltype(read(table.node(), table.path(), table.reading()))>;
  std::vector<Definition> all;
  const Node* node = table.find(key);
  if (!node) return all;
  TableReader entries(*node, table.path_of(key), table.reading());
  all.reserve(node->children.size());
  for (const Node* entry : entries.rest()) {
    all.push_back(read_named(*entry, entries.path_of(entry->key), table.reading(), read));
  }
  std::ranges::sort(all, {}, &Definition::name);
  return all;
}

/// The index of the key's word among `words`, 0 where the key is absent; another word is an error.
std::size_t read_word(TableReader& table, std::string_view key, const std::vector<std::string>& words);

/// Monthly factors: `{ jul = 0.6, dec = 0.8 }`, the others 1.
std::array<double, 12> read_season(TableReader& table, std::string_view key, double most);

}  // namespace sagsflow
