#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/language/table_reader.h"
#include "models/process/definition_list.h"
#include "models/process/named.h"

namespace sagsflow {

/// What the reading of one definition has gathered beside it.
struct Gathered {
  std::shared_ptr<const std::vector<LocatedValue>> values;
  std::vector<NameUse> names;
  std::vector<TraitUse> traits;
};

/// What `reading` has gathered so far, which it then no longer has.
std::shared_ptr<const Gathered> gathered_by(Reading& reading);

/// As if `reading` had gathered it.
void add_to(Reading& reading, const Gathered& gathered);

/// Definitions of one kind as they were first read. A definition that stands in the very table of which it has been
/// read before, without a word, is that definition, and shared.
template <class T>
class KnownDefinitions {
 public:
  /// Every entry of the collection `key`, in order of name. `take` is given what each has gathered, in that of the
  /// file.
  template <class Read, class Take>
  DefinitionList<T> read_all(TableReader& table, std::string_view key, Read read, Take take) {
    DefinitionList<T> list;
    const Node* node = table.find(key);
    if (!node) return list;
    TableReader entries(*node, table.path_of(key), table.reading());
    for (const Node* entry : entries.rest()) {
      const Known one = read_one(*entry, entries.path_of(entry->key), table.reading().diagnostics, read);
      list.add(one.definition);
      take(one.gathered);
    }
    list.sort_by_name();
    return list;
  }

 private:
  struct Known {
    Node table;
    std::shared_ptr<const T> definition;
    std::shared_ptr<const Gathered> gathered;
  };

  template <class Read>
  Known read_one(const Node& node, const std::string& path, Diagnostics& diagnostics, Read read) {
    const auto earlier = diagnostics.key_log() == nullptr ? known_.find(path) : known_.end();
    if (earlier != known_.end() && node.is_table_itself(earlier->second.table)) return earlier->second;
    const std::size_t told = diagnostics.told();
    Reading reading{diagnostics, {}, {}, {}};
    auto definition = std::make_shared<const T>(read_named(node, path, reading, read));
    Known now{node, std::move(definition), gathered_by(reading)};
    if (diagnostics.told() == told) known_.try_emplace(path, now);
    return now;
  }

  std::map<std::string, Known> known_;  ///< by path
};

}  // namespace sagsflow
