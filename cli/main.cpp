#include <fmt/format.h>

#include <exception>

#include "cli/exit_code.h"
#include "cli/launch/memory.h"
#include "cli/launch/version.h"
#include "cli/settings.h"

int main(int argc, char** argv) {
  using namespace sagsflow;
  keep_large_arrays_apart();
  CLI::App program("Simulates the caseload of municipal employment services under the law and under trials.",
                   "sagsflow");
  program.set_version_flag("--version", std::string(version()) + " " + std::string(commit()));
  program.require_subcommand(1);
  program.footer("Exit codes: 0 done, 1 the run failed, 2 bad command line, 3 bad scenario, 4 a target missed.");
  Settings settings;
  settings.command_line.assign(argv, argv + argc);
  int code = kDone;
  add_check(program, settings, code);
  add_run(program, settings, code);
  add_compare(program, settings, code);
  add_validate(program, settings, code);
  add_calibrate(program, settings, code);
  add_list(program, settings, code);
  add_show(program, settings, code);
  add_diff(program, settings, code);
  add_graph(program, settings, code);
  add_explain(program, settings, code);
  add_init(program, settings, code);
  add_schema(program, settings, code);
  add_completion(program, settings, code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kBadCommandLine;
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "sagsflow: out of memory\n");
    return kRunFailed;
  } catch (const std::exception& error) {
    fmt::print(stderr, "sagsflow: {}\n", error.what());
    return kRunFailed;
  }
  return code;
}
