#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/language/diagnostics.h"
#include "models/language/node.h"

namespace sagsflow {

/// Which tables merge key by key; every other key is a value and is replaced whole.
struct MergeSchema {
  /// Paths of tables that merge, "*" for a free name: "status.*.exit.*"; what leads to them merges too.
  std::vector<std::string> merging;
  /// Keys of which the tables at `of` have one at most: a new one takes the place of the old.
  struct Alternatives {
    std::string of;
    std::vector<std::string> keys;
  };
  std::vector<Alternatives> alternatives;
};

/// Lays documents over each other.
class Overlay {
 public:
  Overlay(Node base, const MergeSchema& schema, Diagnostics& diagnostics)
      : document_(std::move(base)), schema_(schema), diagnostics_(diagnostics) {}

  /// Lays `layer` on top. A named writer that sets a value unlike another one is an error.
  void merge(const Node& layer, const std::string& writer = {});

  /// Takes away what the array of paths names; a path that is not there is an error with the nearest name.
  void remove(const Node& paths, const std::string& writer = {});

  /// From now on a later writer may set what an earlier one did.
  void let_last_win() { last_wins_ = true; }

  const Node& document() const { return document_; }

 private:
  struct Written {
    std::string writer;
    Place place;
    Node value;
  };

  void merge_table(Node& base, const Node& layer, const std::string& path, const std::string& writer);
  void merge_child(Node& base, const Node& child, const std::string& path, const std::string& writer);
  void replace_alternatives(Node& base, const Node& layer, const std::string& path);
  void remove_path(const Node& path, const std::string& writer);
  void refuse_missing(const Node& path, const Node& deepest, const std::string& found, std::string_view missing);
  void note_written(const std::string& path, const Node& value, const std::string& writer);
  void note_removed(const Node& path, const std::string& writer);
  std::string record_path(const std::string& table, const std::string& key) const;
  void refuse_conflict(Place place, const std::string& path, const std::string& writer, const Written& earlier);

  Node document_;
  const MergeSchema& schema_;
  Diagnostics& diagnostics_;
  bool last_wins_ = false;
  std::map<std::string, Written> written_;  ///< by path: what named writers set
  std::map<std::string, Written> removed_;  ///< by path: what they removed
};

}  // namespace sagsflow
