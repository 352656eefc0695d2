#include <catch2/catch.hpp>
#include <sstream>

#include "example_results.h"
#include "output/comparison.h"
#include "output/ranking_csv.h"
#include "output/ranking_text.h"
#include "output/text_width.h"

using namespace sagsflow;

namespace {

constexpr Language da = Language::danish;
constexpr Language en = Language::english;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The line that begins so after the first one that has `title`, its words one blank apart.
std::string line_below(const std::string& text, const std::string& title, const std::string& begin) {
  bool below = false;
  for (const std::string& line : lines_of(text)) {
    if (below && line.starts_with(begin)) {
      std::istringstream words(line);
      std::string joined;
      for (std::string word; words >> word;) joined += (joined.empty() ? "" : " ") + word;
      return joined;
    }
    below = below || line.find(title) != std::string::npos;
  }
  return "no such line";
}

/// The example, ranked by hours, by what is good of money, and by hours for the citizens of Aalborg too.
Results ranked_example() {
  ExampleResults example;
  example.results.rankings = {{"Tid", "Time", {"total.staff_hours"}, false},
                              {"Statens netto", "State net", {"total.state_net"}, true}};
  // 20 hours less and 8 less in two years, each time: 10 and 4 a year.
  const std::size_t hours =
      example.add("total", "staff_hours", MeasureKind::total, Unit::hours,
                  ExampleResults::ByArm<double>{{{100, 110, 90, 100}, {80, 90, 70, 80}, {92, 102, 82, 92}}});
  example.results.catalogue[hours].group = "kommune=Aalborg";
  return example.results;
}

}  // namespace

TEST_CASE("all arms stand below each other with their change and place in every ranking") {
  const std::string text = ranking_text(ranked_example(), da, 100);
  // Half of 100 hours and of 2.5 million DKK in two years. The specialist's money: 0, -0.1, 0 and +0.1 million a year,
  // a standard error of 41 thousand; t(0.9875; 3) = 4.177.
  CHECK(line_below(text, "Mod Lov", "forsoeg") == "forsoeg −50 ± 15 (1) −1.250 ± 90 (2)");
  CHECK(line_below(text, "Mod Lov", "kf") == "kf 0 ± 10 ? 0 ± 170 ?");
  CHECK(line_below(text, "pladsen", "kf:") == "kf: Speciallæge");
  CHECK(lines_of(text).front().find("Tid, timer/år") != std::string::npos);
  CHECK(lines_of(text).front().find("Statens netto, 1.000 kr./år") != std::string::npos);
}

TEST_CASE("the best arms of each group stand beside each other, those that help") {
  const std::string text = ranking_text(ranked_example(), en, 100);
  CHECK(line_below(text, "The best: Time, hours/year", "In total") == "In total forsoeg −50");
  CHECK(line_below(text, "The best: Time, hours/year", "Aalborg") == "Aalborg forsoeg −10 kf −4");
}

TEST_CASE("a narrow terminal has fewer of the best, and no line beyond it") {
  const Results results = ranked_example();
  for (const std::size_t width : {60, 80, 120}) {
    for (const std::string& line : lines_of(ranking_text(results, da, width))) CHECK(columns_of(line) <= width);
  }
}

TEST_CASE("what the results do not have is not ranked, and that is said") {
  Results results = ExampleResults().results;
  results.rankings = {{"Tid", "Time", {"total.staff_huors"}, false}};
  CHECK(ranking_text(results, en, 200) ==
        "Time: not ranked, for the results do not have total.staff_huors (or its parts differ in unit).\n");
  CHECK(ranking_csv(results, {"s.toml", ""}).find('\n') == ranking_csv(results, {"s.toml", ""}).size() - 1);
}

TEST_CASE("a comparison has rankings only where the scenario asks for them, and then instead of tables too wide") {
  const Results plain = ExampleResults().results;
  CHECK(ranking_text(plain, da, 100).empty());
  CHECK(ranking_csv(plain, {"s.toml", ""}).empty());
  const Results ranked = ranked_example();
  const std::string wide = comparison_text(ranked, en, 112);
  CHECK(wide.find("The best: Time") != std::string::npos);
  CHECK(wide.find("Hours and cost a year") != std::string::npos);
  const std::string narrow = comparison_text(ranked, en, 60);
  CHECK(narrow.find("The best: Time") != std::string::npos);
  CHECK(narrow.find("Hours and cost a year") == std::string::npos);
  CHECK(comparison_text(plain, en, 60).find("Hours and cost a year") != std::string::npos);
}

TEST_CASE("ranking.csv has a row for each ranking, group and arm, best first") {
  const std::vector<std::string> rows = lines_of(ranking_csv(ranked_example(), {"s.toml", ""}));
  REQUIRE(rows.size() == 1 + 2 + 2 + 2);
  CHECK(rows[0] ==
        "scenario,draw,ranking,label,measure,group,order,arm,baseline,effect,first_place,last_place,baseline_mean,"
        "difference,ci_low,ci_high,n,unit");
  CHECK(rows[1].starts_with("s.toml,,1,Time,total.staff_hours,,1,forsoeg,lov,better,1,1,500,-50,"));
  CHECK(rows[2].starts_with("s.toml,,1,Time,total.staff_hours,,2,kf,lov,unclear,2,2,500,0.5,"));
  CHECK(rows[3] == "s.toml,,1,Time,total.staff_hours,kommune=Aalborg,1,forsoeg,lov,better,1,1,50,-10,-10,-10,4,h/year");
  CHECK(rows[4] == "s.toml,,1,Time,total.staff_hours,kommune=Aalborg,2,kf,lov,better,2,2,50,-4,-4,-4,4,h/year");
  CHECK(rows[6].starts_with("s.toml,,2,State net,total.state_net,,2,forsoeg,lov,worse,2,2,7.5e+07,-1250000,"));
}
