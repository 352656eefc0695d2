#include "models/process/written_rules.h"

#include <algorithm>
#include <array>

#include "models/language/units.h"
#include "models/process/rule_paths.h"

namespace sagsflow {
namespace {

constexpr std::array<std::string_view, 5> kProvenance{"source", "quote", "note", "assumed", "calibrated"};

std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

bool is_long(const Node& node) {
  return node.is(Node::Kind::table) && node.find("value");
}

/// Words in both languages: `label = { da = …, en = … }`.
bool is_label(const Node& node) {
  const bool may_be = node.key == "label" || node.key == "title" || node.key == "note";
  const auto is_language = [](const Node& child) { return child.key == "da" || child.key == "en"; };
  return may_be && node.is(Node::Kind::table) && !node.children.empty() &&
         std::ranges::all_of(node.children, is_language);
}

std::string label_text(const Node& label) {
  std::string text;
  for (const Node& words : label.children) text += (text.empty() ? "" : " / ") + words.written();
  return text;
}

bool is_number(const Node& node) {
  return node.is(Node::Kind::integer) || node.is(Node::Kind::real);
}

std::string text_in(const Node& table, std::string_view key) {
  const Node* node = table.find(key);
  return node ? node->written() : std::string();
}

/// The table that says where a value comes from: its long form, or the long form that is a distribution's mean.
const Node* provenance_of(const Node& node) {
  if (!node.is(Node::Kind::table)) return nullptr;
  for (const std::string_view key : {"source", "quote", "note", "assumed", "calibrated", "low", "high"}) {
    if (node.find(key)) return &node;
  }
  const Node& value = is_long(node) ? *node.find("value") : node;
  for (const Node& child : value.children) {
    if (is_long(child)) return &child;
  }
  return nullptr;
}

void add_provenance(const Node& node, WrittenValue& value) {
  const Node* table = provenance_of(node);
  if (!table) return;
  value.low = text_in(*table, "low");
  value.high = text_in(*table, "high");
  value.source = text_in(*table, "source");
  value.quote = text_in(*table, "quote");
  value.note = text_in(*table, "note");
  value.assumed = text_in(*table, "assumed") == "true";
  value.calibrated = text_in(*table, "calibrated");
}

ValueKind kind_of_text(const std::string& text) {
  if (text == "never" || parse_length(text)) return ValueKind::duration;
  if (parse_rate(text)) return ValueKind::rate;
  if (parse_money(text)) return ValueKind::money;
  if (parse_money_rate(text)) return ValueKind::money_rate;
  return ValueKind::text;
}

bool is_share_path(const std::string& path) {
  const auto parts = parts_of_path(path);
  static constexpr std::array<std::string_view, 9> kShareTables{"next",    "gives_up", "to",     "become", "status",
                                                                "absence", "values",   "usable", "after"};
  for (std::size_t i = 2; i < parts.size(); ++i) {
    if (std::ranges::count(kShareTables, parts[i]) > 0) return true;
  }
  return path.starts_with("refund.after.");
}

ValueKind kind_of(const Node& node, const std::string& path) {
  switch (node.kind) {
    case Node::Kind::boolean:
      return ValueKind::boolean;
    case Node::Kind::date:
      return ValueKind::date;
    case Node::Kind::array:
      return ValueKind::list;
    case Node::Kind::table:
      return is_label(node) ? ValueKind::label : ValueKind::duration;
    case Node::Kind::integer:
    case Node::Kind::real:
      return is_share_path(path) ? ValueKind::share : ValueKind::number;
    case Node::Kind::string:
      return node.text == "rest" ? ValueKind::share : kind_of_text(node.text);
  }
  return ValueKind::text;
}

}  // namespace

Node without_provenance(const Node& value) {
  if (is_long(value)) {
    Node bare = without_provenance(*value.find("value"));
    bare.key = value.key;
    return bare;
  }
  Node bare = value;
  if (value.is(Node::Kind::table)) {
    std::erase_if(bare.children.own(),
                  [](const Node& child) { return std::ranges::count(kProvenance, child.key) > 0; });
  }
  for (Node& child : bare.children.own()) child = without_provenance(child);
  return bare;
}

std::set<std::uint32_t> files_of(const Node& node) {
  std::set<std::uint32_t> files;
  if (node.place.line > 0) files.insert(node.place.file);
  for (const Node& child : node.children) files.merge(files_of(child));
  return files;
}

WrittenRules::WrittenRules(const Model& model, const ArmDefinition& arm, const Version& version)
    : model_(model),
      arm_(arm),
      document_(version.document),
      law_files_(files_of(model.arms.front().versions.front().document)) {
  version.definitions.each_value([&](const LocatedValue& value) { quantities_.insert(value.path); });
}

bool WrittenRules::is_value(const Node& node, const std::string& path) const {
  if (!node.is(Node::Kind::table)) return true;
  if (path.empty() || is_collection_path(path)) return false;
  if (is_label(node)) return true;
  if (object_of_path(path) == path) return false;
  return node.children.empty() || is_long(node) || quantities_.contains(path);
}

std::vector<WrittenValue> WrittenRules::values_of(const Node& node, const std::string& path) const {
  std::vector<WrittenValue> values;
  collect(node, path, values);
  return values;
}

std::vector<WrittenValue> WrittenRules::values_at(std::string_view path) const {
  const Node* node = path.empty() ? &document_ : find(path);
  return node ? values_of(*node, std::string(path)) : std::vector<WrittenValue>();
}

void WrittenRules::collect(const Node& node, const std::string& path, std::vector<WrittenValue>& values) const {
  if (path == "arm" || path == "use") return;
  if (is_value(node, path)) {
    values.push_back(value_of(node, path));
    return;
  }
  for (const Node& child : node.children) collect(child, joined(path, child.key), values);
}

WrittenValue WrittenRules::value_of(const Node& node, const std::string& path) const {
  const Node bare = without_provenance(node);
  WrittenValue value;
  value.path = path;
  value.object = object_of_path(path);
  value.text = is_label(bare) ? label_text(bare) : bare.written();
  value.kind = kind_of(bare, path);
  add_provenance(node, value);
  const Node* title = value.source.empty() ? nullptr : find("source." + value.source + ".title");
  if (title) value.source_title = title->written();
  const Place place = is_long(node) ? node.find("value")->place : node.place;
  value.file = file_of(place);
  value.line = place.line;
  if (const TrialDefinition* trial = trial_of(place)) value.trial = trial->id;
  name_what_it_refers_to(value, is_number(bare) || bare.text == "rest" || value.kind == ValueKind::duration);
  return value;
}

void WrittenRules::name_what_it_refers_to(WrittenValue& value, bool is_number) const {
  const Reference reference = reference_at(value.path, is_number);
  if (reference.collection.empty() || value.kind == ValueKind::list) return;
  const std::string name = reference.by_key ? value.path.substr(value.path.rfind('.') + 1) : value.text;
  std::string path = reference.collection + "." + name;
  if (reference.collection == "duty") {
    const Node* statuses = document_.find("status");
    for (const Node& status : statuses ? statuses->children : Children{}) {
      const std::string duty = "status." + status.key + ".duty." + name;
      if (find(duty)) path = duty;
    }
  }
  if (!find(path)) return;
  if (!reference.by_key) value.kind = ValueKind::name;
  (reference.by_key ? value.target : value.names) = named(path);
}

const Node* WrittenRules::find(std::string_view path) const {
  const Node* node = &document_;
  for (const std::string& part : parts_of_path(path)) {
    node = node->find(part);
    if (!node) return nullptr;
  }
  return node;
}

Named WrittenRules::named(const std::string& path) const {
  const Node* node = find(path);
  const Node* label = node ? node->find("label") : nullptr;
  if (node && !label && path.starts_with("source.")) label = node->find("title");
  Named named{path, {}, {}};
  if (label && label->is(Node::Kind::string)) named.da = named.en = label->text;
  if (label && label->is(Node::Kind::table)) {
    named.da = text_in(*label, "da");
    named.en = text_in(*label, "en");
  }
  std::string name = path.substr(path.rfind('.') + 1);
  std::ranges::replace(name, '_', ' ');
  if (named.da.empty()) named.da = named.en.empty() ? name : named.en;
  if (named.en.empty()) named.en = named.da;
  return named;
}

const TrialDefinition* WrittenRules::trial_of(Place place) const {
  if (place.line == 0 || law_files_.contains(place.file)) return nullptr;
  for (auto trial = arm_.trials.rbegin(); trial != arm_.trials.rend(); ++trial) {
    if (trial->files.contains(place.file)) return &*trial;
  }
  return nullptr;
}

std::string WrittenRules::file_of(Place place) const {
  return place.line > 0 && place.file < model_.files.size() ? model_.files[place.file].path : std::string();
}

}  // namespace sagsflow
