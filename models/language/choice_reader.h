#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/language/choice.h"
#include "models/language/table_reader.h"
#include "models/language/values.h"

namespace sagsflow {

/// Reads `{ by = "trait", a = …, else = … }` whose cases may nest; any other node is one value.
template <class T, class Read>
Choice<T> read_choice(const Node& node, const std::string& path, Reading& reading, const Read& read) {
  Choice<T> choice;
  choice.place = node.place;
  const bool chosen = node.is(Node::Kind::table) && node.find("by");
  if (!chosen) {
    choice.value = read(node, path, reading);
    return choice;
  }
  const Nesting nesting(reading, node.place);
  if (nesting.too_deep()) return choice;
  TableReader table(node, path, reading, "choice");
  const Node& by = *table.find("by");
  choice.by = read_text(by, table.path_of("by"), reading);
  if (const Node* other = table.find("else")) {
    choice.otherwise = std::make_unique<Choice<T>>(read_choice<T>(*other, table.path_of("else"), reading, read));
  }
  TraitUse use{choice.by, by.place, TraitUse::How::by, {}, choice.otherwise == nullptr};
  for (const Node* node_of_case : table.rest()) {
    use.values.emplace_back(node_of_case->key, node_of_case->key_place);
    choice.cases.emplace_back(node_of_case->key,
                              read_choice<T>(*node_of_case, table.path_of(node_of_case->key), reading, read));
  }
  if (choice.cases.empty()) reading.diagnostics.error(node.place, "\"by\" without cases, expected a value for each");
  if (!choice.by.empty() && !choice.cases.empty()) reading.traits.push_back(std::move(use));
  return choice;
}

/// A reader of choices from a reader of sourced values.
template <class Read>
auto choice_of(Read read) {
  return [read](const Node& node, const std::string& path, Reading& reading) {
    using T = std::decay_t<decltype(read(node, path, reading).value)>;
    return read_choice<T>(node, path, reading, read);
  };
}

/// Reads one choice of a name, or an array of them.
inline auto read_name_choices(NameReader name) {
  return [name](const Node& node, const std::string& path, Reading& reading) {
    std::vector<Choice<std::string>> choices;
    if (!node.is(Node::Kind::array)) {
      choices.push_back(read_choice<std::string>(node, path, reading, name));
      return choices;
    }
    for (const Node& item : node.children) choices.push_back(read_choice<std::string>(item, path, reading, name));
    return choices;
  };
}

}  // namespace sagsflow
