#include <algorithm>

#include "models/caseload/compile.h"

namespace sagsflow {
namespace {

/// Whether any step of the definitions holds the duty, by name.
bool some_step_holds(const Definitions& definitions, const std::string& duty) {
  return std::ranges::any_of(definitions.procedures, [&](const ProcedureDefinition& procedure) {
    return std::ranges::any_of(procedure.steps, [&](const StepDefinition& step) {
      return std::ranges::find(step.holds, duty) != step.holds.end();
    });
  });
}

void compile_exit(const ExitDefinition& definition, const Catalogue::Exit& exit, RuleWriter& writer, ExitRule& rule) {
  rule.present = true;
  rule.steady = definition.when.empty() && definition.speed.empty();
  rule.after = writer.clock(definition.after);
  rule.to = writer.statuses(definition.to);
  rule.when = writer.condition(definition.when);
  rule.speed = {static_cast<std::uint32_t>(writer.rules.speeds.size()),
                static_cast<std::uint32_t>(definition.speed.size())};
  for (const SpeedFactor& speed : definition.speed) {
    const auto trait = static_cast<std::uint16_t>(writer.catalogue.trait(speed.trait));
    writer.rules.speeds.push_back({trait, speed.factor.value});
  }
  rule.set = writer.assignments(definition.set);
  rule.key = exit.key;
}

bool accumulates(const Choice<Clock>& clock) {
  bool found = false;
  for_each_value(clock, [&](const Sourced<Clock>& value) { found = found || value.value.accumulated; });
  return found;
}

/// An ended spell of the status can matter for so long.
void remember(std::uint32_t status, Span within, RuleWriter& writer) {
  Span& remembered = writer.rules.remembered[status];
  remembered = std::max(remembered, within);
}

/// Notes the statuses whose past a clock counts; `own` is the one it is in.
void remember(const Choice<Clock>& clock, std::uint32_t own, RuleWriter& writer) {
  for_each_value(clock, [&](const Sourced<Clock>& value) {
    if (!value.value.accumulated) return;
    const Span within = value.value.within.value_or(kNever);
    if (value.value.of.empty()) remember(own, within, writer);
    for (const std::string& name : value.value.of) remember(writer.catalogue.status(name), within, writer);
  });
}

void compile_duty(const DutyDefinition& definition, const Catalogue::Duty& duty, bool held_by_end, RuleWriter& writer,
                  DutyRule& rule) {
  rule.present = true;
  rule.counted_from_due = definition.counted_from_due;
  rule.held_by_end = held_by_end;
  rule.procedure = writer.procedure(definition.procedure);
  rule.first = writer.clock(definition.first);
  rule.every = writer.optional(definition.every, &RuleWriter::clock);
  rule.ahead = writer.length(definition.ahead);
  rule.deadline = writer.length(definition.deadline);
  rule.times = writer.optional(definition.times, &RuleWriter::number);
  rule.until = writer.optional(definition.until, &RuleWriter::length);
  rule.series = writer.optional(definition.series_continue, &RuleWriter::length);
  rule.remembered = definition.series_continue || accumulates(definition.first) ||
                    (definition.every && accumulates(*definition.every));
  rule.when = writer.condition(definition.when);
  rule.name = duty.name_id;
  rule.key = duty.key;
}

/// Notes the traits a choice reads.
void touch(const Rules& rules, Pick pick, std::uint8_t bit, std::uint8_t* touches) {
  if (pick >= kNoPick) return;
  const auto number = static_cast<std::size_t>(-2 - pick);
  const Chooser& chooser = rules.choosers[number];
  touches[chooser.trait] |= bit;
  for (std::uint32_t value = 0; value <= chooser.last; ++value) {
    touch(rules, rules.choices[chooser.first + value], bit, touches);
  }
}

void note_touches(const Rules& rules, std::uint32_t version, std::uint32_t number, std::uint8_t* touches) {
  const StatusRule& status = rules.status(version, number);
  const auto tests = [&](Slice when, std::uint8_t bit) {
    for (std::uint32_t i = 0; i < when.count; ++i) touches[rules.tests[when.first + i].trait] |= bit;
  };
  for (std::uint32_t i = 0; i < status.exits.count; ++i) {
    const ExitRule& exit = rules.exit(version, status.exits.first + i);
    tests(exit.when, Rules::kTouchesExits);
    for (std::uint32_t k = 0; k < exit.speed.count; ++k) {
      touches[rules.speeds[exit.speed.first + k].trait] |= Rules::kTouchesExits;
    }
  }
  for (std::uint32_t i = 0; i < status.duties.count; ++i) {
    tests(rules.duty(version, status.duties.first + i).when, Rules::kTouchesDuties);
  }
  touch(rules, status.benefit, Rules::kTouchesBenefit, touches);
}

}  // namespace

void compile_statuses(const Definitions& definitions, RuleWriter& writer) {
  const Catalogue& catalogue = writer.catalogue;
  for (std::uint32_t i = 0; i < catalogue.statuses.size(); ++i) {
    const Catalogue::Status& status = catalogue.statuses[i];
    StatusRule& rule = writer.status(i);
    rule.exits = {status.exits.first, status.exits.count};
    rule.duties = {status.duties.first, status.duties.count};
    rule.key = status.key;
  }
  for (const StatusDefinition& definition : definitions.statuses) {
    const std::uint32_t number = catalogue.status(definition.name);
    const Catalogue::Status& status = catalogue.statuses[number];
    StatusRule& rule = writer.status(number);
    rule.present = true;
    rule.final = definition.final;
    rule.benefit = writer.optional(definition.benefit, &RuleWriter::money_rate);
    rule.on_enter = writer.starts(definition.on_enter);
    const auto named = [&](const auto& list, Catalogue::Range range, const std::string& name) {
      std::uint32_t at = range.first;
      while (list[at].name != name) ++at;
      return at;
    };
    rule.keeps_clocks = writer.rules.versions > 1 && rule.exits.count > 0;
    for (const ExitDefinition& exit : definition.exits) {
      const std::uint32_t at = named(catalogue.exits, status.exits, exit.name);
      compile_exit(exit, catalogue.exits[at], writer, writer.exit(at));
      rule.keeps_clocks = rule.keeps_clocks || !writer.exit(at).steady;
      remember(exit.after, number, writer);
    }
    for (const DutyDefinition& duty : definition.duties) {
      const std::uint32_t at = named(catalogue.duties, status.duties, duty.name);
      compile_duty(duty, catalogue.duties[at], !some_step_holds(definitions, duty.name), writer, writer.duty(at));
      remember(duty.first, number, writer);
      if (duty.every) remember(*duty.every, number, writer);
    }
    if (definition.benefit && definitions.refund.within) remember(number, *definitions.refund.within, writer);
  }
}

void note_remembered(const Catalogue& catalogue, Rules& rules) {
  const std::size_t duties = catalogue.duties.size();
  for (std::size_t duty = 0; duty < duties; ++duty) {
    bool remembered = false;
    for (std::size_t i = duty; i < rules.duties.size(); i += duties) remembered |= rules.duties[i].remembered;
    for (std::size_t i = duty; i < rules.duties.size(); i += duties) rules.duties[i].remembered = remembered;
  }
}

void note_touches(const Catalogue& catalogue, Rules& rules) {
  const std::size_t traits = catalogue.traits.size();
  rules.touches.assign(catalogue.statuses.size() * traits, 0);
  for (std::uint32_t version = 0; version < rules.versions; ++version) {
    for (std::uint32_t i = 0; i < catalogue.statuses.size(); ++i) {
      note_touches(rules, version, i, rules.touches.data() + i * traits);
    }
  }
}

}  // namespace sagsflow
