#include "models/caseload/life_writer.h"

#include <algorithm>

#include "models/process/changes.h"
#include "models/process/rule_paths.h"

namespace sagsflow {
namespace {

LifeEvent::What what_of(Note::What what) {
  using enum LifeEvent::What;
  switch (what) {
    case Note::What::arrived:
      return came;
    case Note::What::entered_status:
      return entered_status;
    case Note::What::duty_due:
      return duty_due;
    case Note::What::duty_held:
      return duty_held;
    case Note::What::duty_missed:
      return duty_missed;
    case Note::What::entered_step:
      return entered_step;
    case Note::What::wait_ended:
      return wait_ended;
    case Note::What::gave_up:
      return gave_up;
    case Note::What::withdrawn:
      return withdrawn;
    case Note::What::completed:
      return completed;
    case Note::What::cancelled:
      return cancelled;
    case Note::What::work_ended:
      return work_ended;
    case Note::What::trait_set:
      return attribute_set;
    case Note::What::still_waiting:
      break;
  }
  return still_waiting;
}

bool is_flag(const Catalogue::Trait& trait) {
  return trait.kind == TraitDefinition::Kind::flag;
}

std::string text_at(const WrittenRules& rules, const std::string& path) {
  const Node* node = rules.find(path);
  return node != nullptr && node->is(Node::Kind::string) ? node->text : std::string();
}

}  // namespace

LifeWriter::LifeWriter(const Model& model, const CompiledModel& compiled, std::size_t arm)
    : model_(model), catalogue_(compiled.catalogue), arm_(compiled.arms[arm]), end_(compiled.end), number_(arm) {
  const WrittenRules law(model, model.arms.front(), model.arms.front().versions.front());
  for (const sagsflow::Version& version : model.arms[arm].versions) {
    Version written{WrittenRules(model, model.arms[arm], version), {}};
    for (const Change& change : changes_between(law, written.rules)) {
      if (change.concern == Change::Concern::rule) written.trials.try_emplace(change.object.path, change.trial);
    }
    versions_.push_back(std::move(written));
  }
}

std::string LifeWriter::trial_of(const std::string& path) const {
  for (const Version& version : versions_) {
    const auto found = version.trials.find(path);
    if (found != version.trials.end()) return found->second;
  }
  return {};
}

const std::string& LifeWriter::object_of(const Note& note) const {
  switch (note.what) {
    case Note::What::arrived:
      return note.because.kind == Because::Kind::stock ? catalogue_.stocks[note.number].path
                                                       : catalogue_.arrivals[note.number].path;
    case Note::What::entered_status:
      return catalogue_.statuses[note.number].path;
    case Note::What::duty_due:
    case Note::What::duty_held:
    case Note::What::duty_missed:
      return catalogue_.duties[note.number].path;
    case Note::What::completed:
    case Note::What::cancelled:
      return catalogue_.procedures[note.number].path;
    case Note::What::trait_set:
      return catalogue_.traits[note.number].path;
    case Note::What::entered_step:
    case Note::What::wait_ended:
    case Note::What::gave_up:
    case Note::What::withdrawn:
    case Note::What::work_ended:
    case Note::What::still_waiting:
      break;
  }
  return catalogue_.steps[note.number].path;
}

std::string LifeWriter::rule_of(const Because& because) const {
  switch (because.kind) {
    case Because::Kind::queue:
      break;
    case Because::Kind::arrival:
      return catalogue_.arrivals[because.number].path;
    case Because::Kind::stock:
      return catalogue_.stocks[because.number].path;
    case Because::Kind::status:
      return catalogue_.statuses[because.number].path;
    case Because::Kind::exit:
      return catalogue_.exits[because.number].path;
    case Because::Kind::duty:
      return catalogue_.duties[because.number].path;
    case Because::Kind::step:
      return catalogue_.steps[because.number].path;
  }
  return {};
}

/// A rule without a citation has that of its procedure or status.
void LifeWriter::cite(LifeEvent& event, std::size_t version) const {
  if (event.rule.empty()) return;
  const Version& in_force = versions_[version];
  event.law = text_at(in_force.rules, event.rule + ".law");
  const auto parts = parts_of_path(event.rule);
  if (event.law.empty() && parts.size() > 2) event.law = text_at(in_force.rules, parts[0] + "." + parts[1] + ".law");
  const auto trial = in_force.trials.find(event.rule);
  if (number_ > 0 && trial != in_force.trials.end()) event.trial = trial->second;
}

std::string LifeWriter::value_of(std::uint32_t trait, std::uint8_t value) const {
  const Catalogue::Trait& of = catalogue_.traits[trait];
  return is_flag(of) || value >= of.values.size() ? std::string() : of.values[value];
}

LifeEvent LifeWriter::event_of(const Diary::Entry& entry) const {
  const Note& note = entry.note;
  LifeEvent event;
  event.at = note.at;
  event.what = what_of(note.what);
  event.object = object_of(note);
  event.rule = rule_of(note.because);
  for (std::size_t cause = 0; cause < kCauseNames.size(); ++cause) {
    event.waited += entry.causes[cause];
    if (entry.causes[cause] == Span::zero()) continue;
    event.causes.emplace_back(kCauseNames[cause], entry.causes[cause]);
  }
  if (note.what == Note::What::trait_set) event.value = value_of(note.number, entry.value);
  if (event.object.find(".duty.") != std::string::npos) event.due_deadline = {entry.due, entry.deadline};
  cite(event, entry.version);
  return event;
}

Life LifeWriter::life_of(const Diary& diary) const {
  Life life;
  life.arm = number_;
  life.until = end_;
  for (std::uint32_t trait = 0; trait < diary.on_arrival().size(); ++trait) {
    if (!is_flag(catalogue_.traits[trait])) life.on_arrival.push_back(value_of(trait, diary.on_arrival()[trait]));
  }
  for (const Diary::Entry& entry : diary.entries()) {
    const Note& note = entry.note;
    life.events.push_back(event_of(entry));
    if (note.what == Note::What::arrived) life.arrived = note.at;
    if (note.what != Note::What::entered_status) continue;
    life.status = life.events.back().object;
    life.left = arm_.rules.status(entry.version, note.number).final;
    if (life.left) life.until = note.at;
  }
  return life;
}

std::vector<ObjectInfo> LifeWriter::attributes() const {
  std::vector<ObjectInfo> infos;
  for (const Catalogue::Trait& trait : catalogue_.traits) {
    if (is_flag(trait)) continue;
    ObjectInfo info;
    info.path = trait.path;
    info.kind = trait.kind == TraitDefinition::Kind::boolean ? "boolean" : "attribute";
    Label label;
    for (const ArmDefinition& arm : model_.arms) {
      for (const TraitDefinition& other : arm.versions.front().definitions.traits) {
        if (other.name == trait.name && label.da.empty() && label.en.empty()) label = other.label;
      }
    }
    std::string name = trait.name;
    std::ranges::replace(name, '_', ' ');
    info.label_da = !label.da.empty() ? label.da : !label.en.empty() ? label.en : name;
    info.label_en = !label.en.empty() ? label.en : !label.da.empty() ? label.da : name;
    infos.push_back(std::move(info));
  }
  return infos;
}

}  // namespace sagsflow
