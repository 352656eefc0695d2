#include "models/language/diagnostics.h"

#include <catch2/catch.hpp>

namespace sagsflow {

TEST_CASE("a message shows the place, the line, a caret and what was meant") {
  Diagnostics diagnostics;
  const auto file =
      diagnostics.add_file("trials/cap.toml", "[a]\nwork = { pool = \"sagsbehandlr\", time = \"45 min\" }\n");
  diagnostics.error({file, 2, 17}, "unknown pool \"sagsbehandlr\"", "sagsbehandler");
  CHECK(diagnostics.render() ==
        "trials/cap.toml:2:17: error: unknown pool \"sagsbehandlr\"\n"
        "work = { pool = \"sagsbehandlr\", time = \"45 min\" }\n"
        "                ^ did you mean \"sagsbehandler\"?\n");
}

TEST_CASE("the caret stands below its column behind Danish letters and tabs") {
  Diagnostics diagnostics;
  const auto file = diagnostics.add_file("a.toml", "\t\"æø\" = 3\r\n");
  diagnostics.warning({file, 1, 9}, "three");
  CHECK(diagnostics.render() == "a.toml:1:9: warning: three\n\t\"æø\" = 3\n\t       ^\n");
}

TEST_CASE("of a long line the part around the column is shown") {
  Diagnostics diagnostics;
  const auto file = diagnostics.add_file("a.toml", std::string(500, 'x') + "y" + std::string(500, 'x'));
  diagnostics.error({file, 1, 501}, "y");
  const std::string text = diagnostics.render();
  const std::size_t line = text.find('\n') + 1;
  const std::size_t caret_line = text.find('\n', line) + 1;
  CHECK(caret_line - line < 200);
  // "…" has three bytes and one column.
  CHECK(text[line + (text.find('^') - caret_line) + 2] == 'y');
}

TEST_CASE("messages come in the order of files and lines, each once") {
  Diagnostics diagnostics;
  const auto first = diagnostics.add_file("z.toml", "a\nb\n");
  const auto second = diagnostics.add_file("a.toml", "c\n");
  diagnostics.error({second, 1, 1}, "third");
  diagnostics.error({first, 2, 1}, "second");
  diagnostics.warning({first, 1, 1}, "first");
  diagnostics.error({first, 2, 1}, "second");
  const auto messages = diagnostics.messages();
  REQUIRE(messages.size() == 3);
  CHECK(messages[0].text == "first");
  CHECK(messages[1].text == "second");
  CHECK(messages[2].text == "third");
  CHECK(diagnostics.errors_told() == 3);
}

TEST_CASE("what only an arm makes wrong in the law says which arm") {
  Diagnostics diagnostics;
  const auto law = diagnostics.add_file("law.toml", "a\nb\n");
  diagnostics.error({law, 1, 1}, "always wrong");
  const auto trial = diagnostics.add_file("trial.toml", "c\n");
  diagnostics.enter_arm("forsoeg", 1);
  diagnostics.error({law, 1, 1}, "always wrong");
  diagnostics.error({law, 2, 1}, "now wrong");
  diagnostics.error({trial, 1, 1}, "wrong itself");
  const auto messages = diagnostics.messages();
  REQUIRE(messages.size() == 3);
  CHECK(messages[0].text == "always wrong");
  CHECK(messages[1].text == "now wrong (in arm \"forsoeg\")");
  CHECK(messages[2].text == "wrong itself");
}

TEST_CASE("a flood of messages is cut and counted") {
  Diagnostics diagnostics;
  for (int i = 0; i < 5; ++i) diagnostics.error({}, "number " + std::to_string(i));
  CHECK(diagnostics.render(3) == "error: number 0\nerror: number 1\nerror: number 2\nand 2 more\n");
}

}  // namespace sagsflow
