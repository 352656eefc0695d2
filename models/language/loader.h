#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/language/node.h"
#include "models/language/overlay.h"
#include "models/language/source.h"

namespace sagsflow {

/// Reads files and what they `use`: at most 256 files of 32 MiB in all, 16 deep, and so many values as a bound on the
/// time it takes.
class Loader {
 public:
  Loader(Source& source, const MergeSchema& schema, Diagnostics& diagnostics)
      : source_(source), schema_(schema), diagnostics_(diagnostics) {}

  /// The file `path`, laid over what its `use` names, in order; nothing, with errors, if any of them cannot be
  /// read.
  std::optional<Node> load(const std::string& path);

  /// As load, of a path written at `reference`, relative to the file that it stands in.
  std::optional<Node> load_reference(const Node& reference);

 private:
  const Node* parsed(const std::string& path, Place from);
  std::optional<Node> load_from(const std::string& path, Place from);
  bool may_open(const std::string& path, Place from);

  Source& source_;
  const MergeSchema& schema_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::optional<Node>> files_;
  std::size_t merged_ = 0;  ///< values laid over each other so far, and something for each file
  std::size_t bytes_ = 0;
  std::vector<std::string> open_;  ///< the files that led to the one being read
};

}  // namespace sagsflow
