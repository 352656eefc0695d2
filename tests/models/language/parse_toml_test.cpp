#include <catch2/catch.hpp>

#include "parsed.h"

namespace sagsflow {
namespace {

std::string refusal(const std::string& text) {
  Diagnostics diagnostics;
  parsed(text, diagnostics);
  const auto messages = diagnostics.messages();
  return messages.empty() ? "" : messages.front().text;
}

}  // namespace

TEST_CASE("keys stand in the order of the file, with their places") {
  Diagnostics diagnostics;
  const Node root = parsed("zebra = 1\n[b.\"æ\"]\ny = { q = true, a = 2.5 }\n[b.a]\n", diagnostics);
  REQUIRE(root.keys() == std::vector<std::string>{"zebra", "b"});
  const Node& b = *root.find("b");
  CHECK(b.keys() == std::vector<std::string>{"æ", "a"});
  const Node& y = *b.find("æ")->find("y");
  CHECK(y.keys() == std::vector<std::string>{"q", "a"});
  CHECK(y.key_place == Place{0, 3, 1});
  CHECK(y.place == Place{0, 3, 5});
  CHECK(y.find("a")->place == Place{0, 3, 21});
  CHECK(b.find("a")->place == Place{0, 4, 1});
}

TEST_CASE("a table is written as a person would") {
  Diagnostics diagnostics;
  const Node root =
      parsed("a = { lognormal = { value = \"60 days\", note = \"x\" }, sd = \"30 days\" }\nb = [1, 2.5, 2018-01-02]\n",
             diagnostics);
  CHECK(root.find("a")->written() == "lognormal 60 days, sd 30 days");
  CHECK(root.find("b")->written() == "1, 2.5, 2018-01-02");
}

TEST_CASE("values alike are the same wherever they stand") {
  Diagnostics diagnostics;
  const Node root =
      parsed("a = { x = 1, y = [2] }\nb = { y = [2.0], x = 1 }\nc = { x = 1, y = [3] }\nd = { x = 1 }\n", diagnostics);
  CHECK(root.find("a")->same_value(*root.find("b")));
  CHECK_FALSE(root.find("a")->same_value(*root.find("c")));
  CHECK_FALSE(root.find("a")->same_value(*root.find("d")));
}

TEST_CASE("a byte order mark is accepted") {
  CHECK(refusal("\xEF\xBB\xBF"
                "a = 1\n") == "");
}

TEST_CASE("what is not text is refused before it is parsed") {
  CHECK(refusal(std::string("a = \"\0\"\n", 8)) == "a NUL byte, expected text");
  for (const char* bytes : {"\x80", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xF0\x80\x80\x80"}) {
    CHECK(refusal(std::string("a = \"") + bytes + "\"\n") == "the text is not UTF-8, expected UTF-8");
  }
  CHECK(refusal("a = \"æ€𝄞\"\n") == "");
}

TEST_CASE("4 MiB is the limit") {
  const std::string line = "# " + std::string(1021, 'x') + "\n";
  std::string text;
  for (int i = 0; i < 4096; ++i) text += line;
  CHECK(text.size() == std::size_t{4} << 20);
  CHECK(refusal(text) == "");
  CHECK(refusal(text + "\n") == "the file has 4194305 bytes, the limit is 4194304");
}

TEST_CASE("64 levels of brackets and dots are the limit, strings and comments apart") {
  const auto nested = [](int levels) { return "a = " + std::string(levels, '[') + std::string(levels, ']') + "\n"; };
  CHECK(refusal(nested(64)) == "");
  CHECK(refusal(nested(65)) == "nested more than 64 levels deep");
  std::string header = "[a";
  for (int i = 0; i < 40; ++i) header += ".a";
  CHECK(refusal(header + "]\nx = " + std::string(20, '[') + std::string(20, ']') + "\n") == "");
  CHECK(refusal(header + "]\nx = " + std::string(30, '[') + std::string(30, ']') + "\n") != "");
  const std::string many(200, '[');
  CHECK(refusal("a = \"" + many + "\"\nb = '" + many + "'\nc = \"\"\"" + many + "\\\"\"\"\" # " + many + "\n") == "");
  CHECK(refusal("a = [" + [] {
          std::string items;
          for (int i = 0; i < 200; ++i) items += "0.5, ";
          return items;
        }() + "]\n") == "");
}

TEST_CASE("quotes at the end of a long string belong to it") {
  CHECK(refusal("a = \"\"\"x\"\"\"\"\"\nb = '''x'''' # æ\n") == "");
}

TEST_CASE("a hundred thousand brackets are refused without harm") {
  CHECK(refusal("a = " + std::string(100'000, '[')) == "nested more than 64 levels deep");
  CHECK(refusal("a = " + [] {
          std::string all;
          for (int i = 0; i < 50'000; ++i) all += "{a=";
          return all;
        }()) != "");
}

TEST_CASE("a bracket or a comma for a value is refused") {
  for (const char* text : {"a = ]\n", "a = }\n", "a = ,\n", "a = #\n", "a = { b = }\n", "a = [,]\n", "a =", "a", "[",
                           "[a", "[[a]", "a = '", "a = \"\\", "a = \"\"\"x"}) {
    INFO(text);
    CHECK(refusal(text).starts_with("not TOML: "));
  }
}

TEST_CASE("Danish letters need quotes in keys and values") {
  for (const char* text : {"jævn = 1\n", "æ = 1\n", "[status.brøndby]\n", "[å]\n", "a = æ\n", "a = 1 ø\n",
                           "a = { å = 1 }\n", "æ a = 1\n", "a æ = 1\n", "a = [1, æ 2]\n"}) {
    INFO(text);
    CHECK(refusal(text).find("outside quotes; ") == 5);
  }
  CHECK(refusal("\"jævn\" = 1\n[\"å\"]\n'ø' = 'æ' # æ\n") == "");
}

TEST_CASE("what follows something that is no value is refused whatever its letters") {
  CHECK(refusal("a = -[\"æ\"]\n").starts_with("not TOML: "));
  CHECK(refusal("a = -[\"\uFEBF\"]\n").starts_with("not TOML: "));
}

TEST_CASE("a table has 4096 keys at most") {
  const auto keys = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "k" + std::to_string(i) + " = 1\n";
    return text;
  };
  CHECK(refusal(keys(4096)) == "");
  CHECK(refusal(keys(4097)) == "a table with 4097 keys, the limit is 4096");
}

TEST_CASE("a time of day is no value") {
  CHECK(refusal("a = 07:32:00\n") == "a time of day is not used here, expected a date such as 2018-01-01");
}

}  // namespace sagsflow
