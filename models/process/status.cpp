#include "models/process/status.h"

#include <fmt/format.h>

#include "models/language/choice_reader.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NameReader kStatus{"status"};
const NameReader kProcedure{"procedure"};
const NumberReader kFactor{"a number from 0 to 1000", 0, 1000};
const NumberReader kTimes{"a whole number from 1", 1, 1e9, true};

std::vector<SpeedFactor> read_speed(const Node& node, const std::string& path, Reading& reading) {
  std::vector<SpeedFactor> factors;
  TableReader table(node, path, reading);
  for (const Node* child : table.rest()) {
    factors.push_back({child->key, kFactor(*child, table.path_of(child->key), reading)});
    reading.traits.push_back({child->key, child->key_place, TraitUse::How::speed, {}, false});
  }
  return factors;
}

ExitDefinition read_exit(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  ExitDefinition exit;
  exit.label = table.value_or("label", read_label, Label{});
  exit.to = table.required("to", choice_of(SharesReader{kStatus}));
  exit.after = table.required("after", choice_of(read_clock));
  exit.when = table.value_or("when", read_condition, Condition{});
  exit.speed = table.value_or("speed", read_speed, std::vector<SpeedFactor>{});
  exit.set = table.value_or("set", read_assignments, std::vector<Assignment>{});
  exit.law = table.value_or("law", read_text, std::string{});
  table.finish();
  return exit;
}

/// `series = "restart"` or `{ continue = "26 weeks" }`
std::optional<Choice<Length>> read_series(TableReader& duty) {
  const Node* node = duty.find("series");
  if (!node || (node->is(Node::Kind::string) && node->text == "restart")) return std::nullopt;
  if (!node->is(Node::Kind::table)) {
    duty.reading().diagnostics.error(
        node->place, fmt::format("expected \"restart\" or {{ continue = … }}, got {}", node->described()));
    return std::nullopt;
  }
  TableReader table(*node, duty.path_of("series"), duty.reading());
  auto series = table.required("continue", choice_of(read_length));
  table.finish();
  return series;
}

void check_cadence(const Choice<Clock>& every, Reading& reading) {
  for_each_value(every, [&](const Sourced<Clock>& clock) {
    if (clock.origin.text.empty() || mean_of(clock.value.law) >= kMinute) return;
    reading.diagnostics.error(clock.origin.place,
                              fmt::format("a duty every {}, expected at least a minute between", clock.origin.text));
  });
}

DutyDefinition read_duty(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  DutyDefinition duty;
  const std::size_t errors = reading.diagnostics.errors_told();
  duty.label = table.value_or("label", read_label, Label{});
  duty.procedure = table.required("procedure", choice_of(kProcedure));
  duty.first = table.required("first", choice_of(read_clock));
  duty.every = table.optional("every", choice_of(read_clock));
  duty.counted_from_due = read_word(table, "counted", {"held", "due"}) == 1;
  duty.ahead = table.value_or("ahead", choice_of(read_length), Choice<Length>{});
  duty.deadline = table.value_or("deadline", choice_of(read_length), Choice<Length>{});
  duty.times = table.optional("times", choice_of(kTimes));
  duty.until = table.optional("until", choice_of(read_length));
  duty.series_continue = read_series(table);
  duty.when = table.value_or("when", read_condition, Condition{});
  duty.law = table.value_or("law", read_text, std::string{});
  if (duty.every && reading.diagnostics.errors_told() == errors) check_cadence(*duty.every, reading);
  if (duty.times && duty.until) {
    reading.diagnostics.error(duty.until->place, "both \"times\" and \"until\", expected one of them");
  }
  table.finish();
  return duty;
}

}  // namespace

StatusDefinition read_status(const Node& node, const std::string& path, Reading& reading,
                             KnownDefinitions<ExitDefinition>& exits, KnownDefinitions<DutyDefinition>& duties) {
  TableReader table(node, path, reading);
  StatusDefinition status;
  status.label = table.value_or("label", read_label, Label{});
  status.final = table.value_or("final", read_boolean, false);
  status.benefit = table.optional("benefit", choice_of(read_money_rate));
  status.on_enter = table.value_or("on_enter", read_name_choices(kProcedure), std::vector<Choice<std::string>>{});
  const auto take = [&](const auto& gathered) { add_to(reading, *gathered); };
  status.exits = exits.read_all(table, "exit", read_exit, take);
  status.duties = duties.read_all(table, "duty", read_duty, take);
  if (status.final) {
    for (const std::string_view key : {"exit", "duty", "on_enter", "benefit"}) {
      const Node* extra = table.find(key);
      if (!extra) continue;
      reading.diagnostics.error(
          extra->key_place, fmt::format("a final status has \"{}\", expected none: citizens leave the system", key));
    }
  }
  table.finish();
  return status;
}

}  // namespace sagsflow
