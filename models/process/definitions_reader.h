#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/language/table_reader.h"
#include "models/process/definitions.h"

namespace sagsflow {

/// What the reading of one definition has gathered beside it.
struct Gathered {
  std::shared_ptr<const std::vector<LocatedValue>> values;
  std::vector<NameUse> names;
  std::vector<TraitUse> traits;
};

/// A rule set, and what it uses but may not define.
struct RulesRead {
  Definitions rules;
  std::vector<std::shared_ptr<const Gathered>> gathered;  ///< in the order in which it was read
};

/// Reads one rule set after another. A definition that stands in the very table of which an earlier rule set has read
/// it, without a word, is that definition, and shared.
class DefinitionsReader {
 public:
  /// The rules of a merged document; `other_keys` stand in it beside them. What `reading` has gathered is taken along.
  RulesRead read(const Node& document, const std::vector<std::string>& other_keys, Reading& reading);

 private:
  /// As it was first read.
  template <class T>
  struct Known {
    Node table;
    std::shared_ptr<const T> definition;
    std::shared_ptr<const Gathered> gathered;
  };
  template <class T>
  using KnownByName = std::map<std::string, Known<T>>;
  template <class T>
  using Read = T (*)(const Node&, const std::string&, Reading&);

  template <class T>
  Known<T> read_one(const Node& node, const std::string& path, Diagnostics& diagnostics, Read<T> reader,
                    KnownByName<T>& known);
  template <class T>
  void read_all(TableReader& table, std::string_view key, Read<T> reader, KnownByName<T>& known, RulesRead& into,
                DefinitionList<T>& list);

  KnownByName<TraitDefinition> traits_;
  KnownByName<ArrivalDefinition> arrivals_;
  KnownByName<StockDefinition> stocks_;
  KnownByName<StatusDefinition> statuses_;
  KnownByName<ProcedureDefinition> procedures_;
  KnownByName<CalendarDefinition> calendars_;
  KnownByName<PoolDefinition> pools_;
  KnownByName<MeetingDefinition> meetings_;
};

}  // namespace sagsflow
