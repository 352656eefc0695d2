#include "models/process/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "models/language/names.h"
#include "models/language/values.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NumberReader kNumber{"a number", -1e300, 1e300};

std::vector<std::string> read_strings(const Node& node, const std::string& path, Reading& reading) {
  std::vector<std::string> strings;
  for (const auto& text : read_texts(node, path, reading)) strings.push_back(text.value);
  return strings;
}

/// A date, or text.
std::string read_date_text(const Node& node, const std::string& path, Reading& reading) {
  return node.is(Node::Kind::date) || node.is(Node::Kind::integer) ? node.written() : read_text(node, path, reading);
}

std::vector<std::string> read_period(const Node& node, const std::string& path, Reading& reading) {
  std::vector<std::string> period;
  if (node.is(Node::Kind::array) && (node.children.size() == 1 || node.children.size() == 2)) {
    for (const Node& item : node.children) period.push_back(read_date_text(item, path, reading));
  } else {
    reading.diagnostics.error(node.place, fmt::format("expected [from, to], got {}", node.described()));
  }
  return period;
}

std::optional<double> read_number(TableReader& table, std::string_view key) {
  const auto number = table.optional(key, kNumber);
  return number ? std::optional(number->value) : std::nullopt;
}

char read_sign(TableReader& table) {
  if (!table.has("sign")) return 0;
  static constexpr char kSigns[] = {'+', '-', '0'};
  const char sign = kSigns[read_word(table, "sign", {"+", "-", "0"})];
  return sign == '0' ? '\0' : sign;
}

void read_arms(TableReader& table, TargetDefinition& target) {
  if (table.has("arm") && table.has("arms")) {
    table.reading().diagnostics.error(table.find("arms")->key_place, "both \"arm\" and \"arms\", expected one of them");
  }
  if (const Node* arm = table.find("arm")) target.arms = {read_text(*arm, table.path_of("arm"), table.reading())};
  const Node* arms = table.find("arms");
  if (!arms) return;
  target.arms = read_strings(*arms, table.path_of("arms"), table.reading());
  if (target.arms.size() != 2) {
    table.reading().diagnostics.error(arms->place, "expected two arms: the second less the first");
  }
}

void read_expectation(TableReader& table, TargetDefinition& target) {
  target.value = table.optional("value", kNumber);
  target.within = read_number(table, "within");
  target.below = read_number(table, "below");
  target.above = read_number(table, "above");
  target.sign = read_sign(table);
  const Place place = table.node().place;
  if (target.value.has_value() != target.within.has_value()) {
    const std::string other = target.value ? "\"value\" without \"within\"" : "\"within\" without \"value\"";
    table.reading().diagnostics.error(place, fmt::format("{} has {}, expected both", table.path(), other));
  }
  const bool says_something = target.value || target.within || target.below || target.above || table.has("sign");
  if (!says_something && table.node().is(Node::Kind::table)) {
    table.reading().diagnostics.error(
        place, fmt::format("{} expects nothing; give value and within, below, above or sign", table.path()));
  }
}

/// The objects of one rule set after another; a definition that several share has its own but once.
class Objects {
 public:
  void add(const Definitions& rules) {
    add_new("arrival.", rules.arrivals);
    add_new("pool.", rules.pools);
    add_new("meeting.", rules.meetings);
    const auto statuses = add_new("status.", rules.statuses);
    const auto procedures = add_new("procedure.", rules.procedures);
    for (const StatusDefinition* status : statuses) {
      add_parts("status." + status->name + ".exit.", status->exits);
      add_parts("status." + status->name + ".duty.", status->duties);
    }
    for (const ProcedureDefinition* procedure : procedures) {
      add_parts("procedure." + procedure->name + ".step.", procedure->steps);
    }
  }
  std::vector<std::string> all() && { return std::move(all_); }

 private:
  template <class List>
  std::vector<const typename List::value_type*> add_new(const std::string& collection, const List& definitions) {
    std::vector<const typename List::value_type*> added;
    for (const auto& definition : definitions) {
      if (!known_.insert(&definition).second) continue;
      all_.push_back(collection + definition.name);
      added.push_back(&definition);
    }
    return added;
  }
  void add_parts(const std::string& collection, const auto& parts) {
    for (const auto& part : parts) all_.push_back(collection + part.name);
  }

  std::set<const void*> known_;
  std::vector<std::string> all_{"total"};
};

}  // namespace

SourceDefinition read_source(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  SourceDefinition source;
  source.title = table.value_or("title", read_text, std::string{});
  source.file = table.value_or("file", read_text, std::string{});
  source.date = table.value_or("date", read_date_text, std::string{});
  source.address = table.value_or("address", read_text, std::string{});
  source.place = node.place;
  table.finish();
  return source;
}

TargetDefinition read_target(const Node& node, const std::string& path, Reading& reading) {
  const std::size_t recorded = reading.values.size();
  TableReader table(node, path, reading);
  TargetDefinition target;
  target.label = table.value_or("label", read_label, Label{});
  target.label = table.value_or("title", read_label, target.label);
  target.of = table.required("of", read_text);
  target.measure = table.required("measure", read_text);
  read_arms(table, target);
  target.per = table.value_or("per", read_text, std::string{});
  target.group = table.value_or("group", read_text, std::string{});
  read_expectation(table, target);
  static constexpr TargetDefinition::Kind kKinds[] = {TargetDefinition::Kind::soft, TargetDefinition::Kind::hard,
                                                      TargetDefinition::Kind::mechanical};
  target.kind = kKinds[read_word(table, "kind", {"soft", "hard", "mechanical"})];
  target.origin = target.value ? target.value->origin : Origin{};
  target.origin.place = node.place;
  target.falsification = table.value_or("falsification", read_boolean, false);
  Provenance& provenance = target.origin.own_provenance();
  if (const auto source = table.optional("source", NameReader{"source"})) provenance.source = source->value;
  provenance.quote = table.value_or("quote", read_text, provenance.quote);
  provenance.assumed = table.value_or("assumed", read_boolean, provenance.assumed);
  target.note = table.value_or("note", read_label, Label{});
  table.finish();
  reading.values.resize(recorded);
  return target;
}

TrialDefinition read_trial(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  TrialDefinition trial;
  trial.id = table.required("id", read_text);
  trial.title = table.value_or("title", read_label, Label{});
  trial.relaxes = table.value_or("relaxes", read_strings, std::vector<std::string>{});
  trial.places = table.value_or("places", read_strings, std::vector<std::string>{});
  trial.period = table.value_or("period", read_period, std::vector<std::string>{});
  trial.source = read_names(table, "source", NameReader{"source"});
  table.find("remove");
  table.finish();
  return trial;
}

std::vector<std::string> objects_of(const Model& model) {
  Objects objects;
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) objects.add(version.definitions);
  }
  return std::move(objects).all();
}

void check_targets(const Model& model, Diagnostics& diagnostics) {
  if (model.targets.empty()) return;
  const std::vector<std::string> objects = objects_of(model);
  std::vector<std::string> arms;
  for (const ArmDefinition& arm : model.arms) arms.push_back(arm.name);
  for (const TargetDefinition& target : model.targets) {
    for (const std::string& arm : target.arms) {
      if (std::ranges::count(arms, arm) > 0) continue;
      diagnostics.error(target.place, fmt::format("target \"{}\" names an unknown arm \"{}\"", target.name, arm),
                        nearest_name(arm, arms));
    }
    if (target.of.empty() || std::ranges::count(objects, target.of) > 0) continue;
    diagnostics.error(target.place, fmt::format("target \"{}\" is of an unknown object \"{}\"", target.name, target.of),
                      nearest_name(target.of, objects));
  }
}

}  // namespace sagsflow
