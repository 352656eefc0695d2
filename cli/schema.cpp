#include <fmt/format.h>

#include "cli/exit_code.h"
#include "cli/json_schema.h"
#include "cli/settings.h"

namespace sagsflow {

void add_schema(CLI::App& program, Settings&, int& code) {
  CLI::App* command =
      program.add_subcommand("schema", "print the language of scenario files as a JSON Schema, for editors");
  command->footer("Example:\n  sagsflow schema > sagsflow.schema.json");
  command->callback([&] {
    fmt::print("{}", language_schema());
    code = kDone;
  });
}

}  // namespace sagsflow
