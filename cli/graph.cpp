#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/arm_named.h"
#include "cli/exit_code.h"
#include "cli/launch/graph_layout.h"
#include "cli/launch/replace_file.h"
#include "cli/session.h"
#include "models/process/mapping.h"
#include "output/map_dot.h"
#include "output/map_sheet.h"

namespace sagsflow {
namespace {

struct Wanted {
  std::string arm;  ///< empty: the first
  std::string format = "svg";
  MapChoice part;
};

std::vector<std::string> procedures_of(const Model& model) {
  std::vector<std::string> names;
  for (const ArmDefinition& arm : model.arms) {
    for (const ProcedureDefinition& procedure : arm.versions.back().definitions.procedures) {
      names.push_back(procedure.name);
    }
  }
  return names;
}

std::expected<std::string, std::string> drawing_of(const ProcessMap& map, Language language) {
  std::vector<std::string> drawings;
  for (const std::string& frame : map_frames_dot(map, language)) {
    auto svg = svg_of_dot(frame);
    if (!svg) return svg;
    drawings.push_back(std::move(*svg));
  }
  std::string sheet = map_sheet(map, drawings, language);
  if (sheet.empty()) return std::unexpected("the drawings cannot be put on a sheet");
  return sheet;
}

int write(const std::string& picture, const Settings& settings) {
  if (settings.output.empty()) {
    fmt::print("{}", picture);
    return kDone;
  }
  if (const auto problem = replace_file(settings.output, picture)) {
    fmt::print(stderr, "sagsflow: {}\n", *problem);
    return kRunFailed;
  }
  return kDone;
}

int graph(const Settings& settings, const Wanted& wanted) {
  const auto model = load(settings);
  if (!model) return model.error();
  const auto arm = wanted.arm.empty() ? std::expected<std::size_t, int>(0) : arm_named(*model, wanted.arm);
  if (!arm) return arm.error();
  const std::vector<std::string> procedures = procedures_of(*model);
  if (!wanted.part.procedure.empty() && std::ranges::count(procedures, wanted.part.procedure) == 0) {
    return refuse_unknown("procedure", wanted.part.procedure, procedures);
  }
  const ProcessMap map = process_map(*model, *arm, wanted.part);
  if (wanted.format == "dot") return write(map_dot(map, settings.language), settings);
  const auto svg = drawing_of(map, settings.language);
  if (svg) return write(*svg, settings);
  fmt::print(stderr, "sagsflow: {}\n", svg.error());
  return kRunFailed;
}

}  // namespace

void add_graph(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "graph", "draw the statuses and procedures, and what a trial adds, takes away and changes");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  command->add_option("--arm", wanted->arm, "this arm, marked by how it differs from the first")->type_name("NAME");
  command->add_option("--format", wanted->format, "svg, a picture, or dot, for Graphviz; default: svg")
      ->check(CLI::IsMember({"dot", "svg"}))
      ->type_name("dot|svg");
  auto* procedure =
      command->add_option("--procedure", wanted->part.procedure, "this procedure alone")->type_name("NAME");
  command->add_flag("--status", wanted->part.statuses, "the statuses and their exits alone")->excludes(procedure);
  command->add_option("-o,--output", settings.output, "write into this file; default: standard output")
      ->type_name("FILE");
  add_common_options(*command, settings);
  command->footer(
      "Example:\n  sagsflow graph scenarios/rehabiliteringsteam.toml --arm forsoeg --procedure jaf_visitation "
      "-o jaf.svg");
  command->callback([&settings, &code, wanted] { code = graph(settings, *wanted); });
}

}  // namespace sagsflow
