#include "output/text_table.h"

#include <catch2/catch.hpp>

#include "output/text_width.h"

using namespace sagsflow;

TEST_CASE("a Danish letter takes one column, precomposed or with a combining ring") {
  CHECK(columns_of("sygedagpenge") == 12);
  CHECK(columns_of("æøå") == 3);
  CHECK(columns_of("a\u030A") == 1);
  CHECK(columns_of("−1 ± 2 …") == 8);
}

TEST_CASE("text is cut at whole letters and says that it is cut") {
  CHECK(cut_to("Lægeattest", 10) == "Lægeattest");
  CHECK(cut_to("Lægeattest", 4) == "Læg…");
  CHECK(cut_to("på vej", 4) == "på…");
  CHECK(cut_to("a\u030Abne sag", 3) == "a\u030Ab…");
}

TEST_CASE("text is wrapped at words, and a long word stands alone") {
  CHECK(wrapped("en to tre", 5) == std::vector<std::string>{"en to", "tre"});
  CHECK(wrapped("rehabiliteringsteam på", 8) == std::vector<std::string>{"rehabiliteringsteam", "på"});
  CHECK(wrapped("", 8).empty());
}

TEST_CASE("columns are as wide as their widest cell, numbers to the right") {
  TextTable table({{"Pulje", Align::left}, {"Timer", Align::right}});
  table.row({"Læge", "7"});
  table.row({"Sagsbehandler", "1.234"});
  CHECK(table.text(80) ==
        "Pulje          Timer\n"
        "Læge               7\n"
        "Sagsbehandler  1.234\n");
}

TEST_CASE("the parts of a cell stand below those of the other rows") {
  TextTable table({{"", Align::left}, {"Forsøg", Align::right}});
  table.section("Timer");
  table.row({"a", "−50\t± 11\t"});
  table.row({"b", "0,5\t± 7,8\t?"});
  table.row({"c", "uændret"});
  CHECK(table.text(80) ==
        "Timer       Forsøg\n"
        "──────────────────\n"
        "a      −50 ± 11\n"
        "b      0,5 ± 7,8 ?\n"
        "c          uændret\n");
}

TEST_CASE("rows are indented below a heading until the next section") {
  TextTable table({{"", Align::left}, {"x", Align::right}});
  table.section("A");
  table.heading("gruppe");
  table.row({"r", "1"});
  table.section("B");
  table.row({"s", "2"});
  CHECK(table.text(80) ==
        "A    x\n"
        "──────\n"
        "gruppe\n"
        "  r  1\n"
        "\n"
        "B    x\n"
        "──────\n"
        "s    2\n");
}

TEST_CASE("only the labels are cut to fit, and never below what one can read") {
  const std::string label = "Rehabiliteringsmøde: forberedelse (Ressourceforløb)";
  TextTable table({{"", Align::left}, {"Lov", Align::right}});
  table.row({label, "12.345"});
  CHECK(table.width() == columns_of(label) + 2 + 6);
  CHECK(table.least_width() == 30 + 2 + 6);
  CHECK(table.text(50).find("Rehabiliteringsmøde: forberedelse (Ressou…  12.345\n") != std::string::npos);
  CHECK(table.text(10).find("Rehabiliterings…  12.345\n") != std::string::npos);
}
