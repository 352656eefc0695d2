#pragma once

#include <expected>
#include <string>

#include "models/caseload/compiled_model.h"
#include "models/caseload/rule_writer.h"
#include "models/process/model.h"

namespace sagsflow {

/// The model as numbers, or why it cannot be run ("status.a and status.b have the same key").
std::expected<CompiledModel, std::string> compile(const Model& model);

/// As compile, without arms and divisions: enough to tell whether there can be a run, and which measures it gives of
/// the whole.
std::expected<CompiledModel, std::string> compile_names(const Model& model);

// The parts, each in a file of its own. `definitions` is one version of an arm's rules.
void compile_statuses(const Definitions& definitions, RuleWriter& writer);
/// What some version remembers of a duty all do, for the rules may change in between.
void note_remembered(const Catalogue& catalogue, Rules& rules);
void note_touches(const Catalogue& catalogue, Rules& rules);
void compile_procedures(const Definitions& definitions, RuleWriter& writer);

/// Gives visit counters to the steps that can be visited more than once, and to each `again`: only those on a loop, the
/// same in every version. A step's visit number is part of the key of its draws.
void give_counters(const ArmDefinition& arm, const Catalogue& catalogue, Rules& rules);

/// What holds for everyone by date: pools, meetings and their calendars, arrivals and attributes.
void compile_phases(const ArmDefinition& definition, Time begin, Time end, RuleWriter& writer, CompiledArm& arm);
void compile_entries(const Definitions& definitions, RuleWriter& writer, CompiledPhase& phase);

/// The value of the `per` attribute that a part stands for; empty when there is no `per`.
std::string value_of_part(const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part);
CompiledPool compile_pool(const Definitions& rules, const PoolDefinition& definition, const Catalogue& catalogue,
                          const Catalogue::Shared& shared, std::uint32_t part);
CompiledMeeting compile_meeting(const Definitions& rules, const MeetingDefinition& definition,
                                const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part);

/// Why the model cannot be run, though it can be read. Empty: it can.
std::string refusal(const Model& model);

/// Why an arm cannot be run: a trial for some citizens only changes what is everyone's. Empty: it can.
std::string undecidable(const ArmDefinition& arm);

/// Who shares staff and meetings with whom, in some arm, at some date; one world where that cannot be told by the
/// shares that attributes are drawn by. The worlds are as equal in size as whole ones can be, and at most eight.
WorldMap map_worlds(const Model& model, const Catalogue& catalogue);
/// The model runs one of these worlds after another; what tells them apart is drawn first.
void run_as(WorldMap map, CompiledModel& model);

/// What the measures of the model are split by.
Divisions divide(const ReportDefinition& report, const Catalogue& catalogue, Time opens, Time closes);

}  // namespace sagsflow
