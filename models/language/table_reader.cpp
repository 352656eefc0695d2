#include "models/language/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/names.h"

namespace sagsflow {

TableReader::TableReader(const Node& table, std::string path, Reading& reading)
    : table_(table), path_(std::move(path)), reading_(reading) {
  if (table.is(Node::Kind::table)) return;
  reading_.diagnostics.error(table.place, fmt::format("expected a table, got {}", table.described()));
}

std::string TableReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

const Node* TableReader::find(std::string_view key) {
  asked_.emplace_back(key);
  return table_.find(key);
}

const Node* TableReader::require(std::string_view key) {
  const Node* node = find(key);
  if (node || !table_.is(Node::Kind::table)) return node;
  const std::string where = path_.empty() ? "the file" : path_;
  reading_.diagnostics.error(table_.place, fmt::format("{} has no \"{}\"", where, key));
  return nullptr;
}

std::vector<const Node*> TableReader::rest() {
  std::vector<const Node*> others;
  if (!table_.is(Node::Kind::table)) return others;
  for (const Node& child : table_.children) {
    if (std::ranges::find(asked_, child.key) == asked_.end()) others.push_back(&child);
  }
  all_read_ = true;
  return others;
}

void TableReader::finish() {
  if (!table_.is(Node::Kind::table) || all_read_) return;
  for (const Node& child : table_.children) {
    if (std::ranges::find(asked_, child.key) != asked_.end()) continue;
    reading_.diagnostics.error(child.key_place, fmt::format("unknown key \"{}\"", child.key),
                               nearest_name(child.key, asked_));
  }
}

}  // namespace sagsflow
