#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/description/written_value.h"
#include "models/process/model.h"

namespace sagsflow {

/// One arm's rules as people wrote them: every key of the language, with where it stands and comes from and which
/// trial set it. Refers to the model, which must outlive it.
class WrittenRules {
 public:
  WrittenRules(const Model& model, const ArmDefinition& arm, const Version& version);

  const Node& document() const { return document_; }
  const ArmDefinition& arm() const { return arm_; }

  /// Every value at the path or below it, in the order of the files; of an empty path, all.
  std::vector<WrittenValue> values_at(std::string_view path) const;
  /// The values of this node, which stands at this path.
  std::vector<WrittenValue> values_of(const Node& node, const std::string& path) const;
  /// Whether the node at this path is one value: no table, a quantity's long form, a distribution, a label.
  bool is_value(const Node& node, const std::string& path) const;

  /// What stands at the path, or nullptr.
  const Node* find(std::string_view path) const;
  /// The thing at this path with its label.
  Named named(const std::string& path) const;

  /// The trial whose file this is, or nullptr where the law has it too.
  const TrialDefinition* trial_of(Place place) const;
  std::string file_of(Place place) const;

 private:
  void collect(const Node& node, const std::string& path, std::vector<WrittenValue>& values) const;
  WrittenValue value_of(const Node& node, const std::string& path) const;
  void name_what_it_refers_to(WrittenValue& value, bool is_number) const;

  const Model& model_;
  const ArmDefinition& arm_;
  const Node& document_;
  std::set<std::string_view> quantities_;  ///< paths of what was read as one quantity
  std::set<std::uint32_t> law_files_;
};

/// A value without where it comes from: a long form is its value.
Node without_provenance(const Node& value);

/// Every file that a node and what is below it stand in.
std::set<std::uint32_t> files_of(const Node& node);

}  // namespace sagsflow
