#include "models/process/procedure.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/choice_reader.h"
#include "models/language/names.h"
#include "models/language/units.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NameReader kPool{"pool"};
const NameReader kDuty{"duty"};
const NumberReader kPriority{"a whole number", -1e6, 1e6, true};
const NumberReader kTimes{"a whole number from 0", 0, 1e6, true};

/// Where a duration is written in anything longer than hours.
Place place_of_days(const Node& node) {
  if (node.is(Node::Kind::string)) {
    return parse_span(node.text) && !is_in_hours(node.text) ? node.place : Place{};
  }
  for (const Node& child : node.children) {
    const bool prose = child.key == "source" || child.key == "quote" || child.key == "note" || child.key == "by";
    if (prose) continue;
    if (const Place place = place_of_days(child); place.line > 0) return place;
  }
  return {};
}

Work read_work(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  Work work;
  work.pool = table.required("pool", choice_of(kPool));
  work.time = table.required("time", choice_of(read_duration_law));
  work.priority = table.optional("priority", choice_of(kPriority));
  work.also = read_names(table, "also", kPool);
  if (const Node* time = table.find("time")) work.in_days = place_of_days(*time);
  table.finish();
  return work;
}

void read_wait(const Node& node, const std::string& path, Reading& reading, StepDefinition& step) {
  if (!node.is(Node::Kind::table) || !node.find("until")) {
    step.kind = StepKind::wait;
    step.wait = read_choice<DurationLaw>(node, path, reading, read_duration_law);
    return;
  }
  step.kind = StepKind::wait_until;
  TableReader table(node, path, reading);
  step.until = table.required("until", read_condition);
  table.finish();
}

/// At most one of work, wait and meeting.
void read_kind(TableReader& table, StepDefinition& step) {
  const Node* work = table.find("work");
  const Node* wait = table.find("wait");
  const Node* meeting = table.find("meeting");
  if ((work != nullptr) + (wait != nullptr) + (meeting != nullptr) > 1) {
    const Node* extra = meeting ? meeting : wait;
    table.reading().diagnostics.error(
        extra->key_place, fmt::format("the step does more than one thing, expected one of work, wait and meeting"));
  }
  if (work) {
    step.kind = StepKind::work;
    step.work = read_work(*work, table.path_of("work"), table.reading());
  } else if (wait) {
    read_wait(*wait, table.path_of("wait"), table.reading(), step);
  } else if (meeting) {
    step.kind = StepKind::meeting;
    step.meeting = read_choice<std::string>(*meeting, table.path_of("meeting"), table.reading(), NameReader{"meeting"});
  }
}

void read_patience(TableReader& table, StepDefinition& step, const SharesReader& targets) {
  step.patience = table.optional("patience", choice_of(read_duration_law));
  step.gives_up = table.optional("gives_up", choice_of(targets));
  if (step.gives_up && !step.patience) {
    table.reading().diagnostics.error(step.gives_up->place, "\"gives_up\" without \"patience\", expected both");
  }
  if (step.patience && !step.gives_up) {
    table.reading().diagnostics.error(step.patience->place, "\"patience\" without \"gives_up\", expected both");
  }
  if (step.patience && step.kind == StepKind::branch) {
    table.reading().diagnostics.error(step.patience->place, "\"patience\" in a step that waits for nothing");
  }
}

std::string read_flag(TableReader& table) {
  const Node* node = table.find("flag");
  if (!node) return {};
  const std::string flag = read_text(*node, table.path_of("flag"), table.reading());
  if (!flag.empty()) table.reading().traits.push_back({flag, node->place, TraitUse::How::flag, {}, false});
  return flag;
}

Again read_again(const Node& node, const std::string& path, Reading& reading, const std::string& procedure) {
  TableReader table(node, path, reading);
  Again again;
  again.step = table.required("step", NameReader{"step", procedure}).value;
  again.times = table.required("times", choice_of(kTimes));
  table.finish();
  return again;
}

std::string read_cause(TableReader& table) {
  if (!table.has("cause")) return {};
  static const std::vector<std::string> kCauses{"document", "outside", "citizen"};
  return kCauses[read_word(table, "cause", kCauses)];
}

/// Reads the steps of one procedure.
struct StepReader {
  std::string procedure;

  StepDefinition operator()(const Node& node, const std::string& path, Reading& reading) const {
    if (is_reserved(node.key)) {
      reading.diagnostics.error(node.key_place, fmt::format("\"{}\" is a reserved word, not a step's name", node.key));
    }
    const SharesReader targets{NameReader{"step or end", procedure}};
    TableReader table(node, path, reading);
    StepDefinition step;
    step.label = table.value_or("label", read_label, Label{});
    read_kind(table, step);
    step.cause = read_cause(table);
    step.deadline = table.optional("deadline", choice_of(read_length));
    step.fee = table.optional("fee", choice_of(read_money));
    step.flag = read_flag(table);
    read_patience(table, step, targets);
    step.holds = read_names(table, "holds", kDuty);
    step.set = table.value_or("set", read_assignments, std::vector<Assignment>{});
    step.start =
        table.value_or("start", read_name_choices(NameReader{"procedure"}), std::vector<Choice<std::string>>{});
    const auto again = [&](const Node& n, const std::string& p, Reading& r) { return read_again(n, p, r, procedure); };
    step.again = table.optional("again", again);
    step.become = table.optional("become", choice_of(SharesReader{NameReader{"status"}}));
    Choice<Shares> end;
    end.value.value = {{"end", 1.0, {}}};
    step.next = table.value_or("next", choice_of(targets), std::move(end));
    step.law = table.value_or("law", read_text, std::string{});
    table.finish();
    return step;
  }
};

}  // namespace

ProcedureDefinition read_procedure(const Node& node, const std::string& path, Reading& reading,
                                   KnownDefinitions<StepDefinition>& known) {
  TableReader table(node, path, reading);
  ProcedureDefinition procedure;
  procedure.label = table.value_or("label", read_label, Label{});
  procedure.start = table.required("start", choice_of(NameReader{"step", node.key}));
  procedure.keep = table.value_or("keep", read_boolean, false);
  procedure.law = table.value_or("law", read_text, std::string{});
  const auto take = [&](const auto& gathered) { add_to(reading, *gathered); };
  procedure.steps = known.read_all(table, "step", StepReader{node.key}, take);
  if (procedure.steps.empty()) {
    reading.diagnostics.error(node.place, fmt::format("procedure \"{}\" has no steps", node.key));
  }
  table.finish();
  return procedure;
}

}  // namespace sagsflow
