#include "models/results/ranking.h"

#include <catch2/catch.hpp>

#include "small_results.h"

using namespace sagsflow;

namespace {

using Effect = RankedArm::Effect;

/// Totals by arm and replication.
std::size_t add_total(Results& results, const std::string& measure, const std::vector<std::vector<double>>& sums,
                      const std::string& group = {}) {
  Observed observed;
  for (const std::vector<double>& arm : sums) {
    observed.emplace_back();
    for (const double sum : arm) observed.back().push_back(summed(sum));
  }
  const std::size_t column = add_measure(results, "total", measure, MeasureKind::total, observed);
  results.catalogue[column].unit = Unit::hours;
  results.catalogue[column].group = group;
  return column;
}

RankingInfo by(std::vector<std::string> measures, bool more_is_better = false) {
  for (std::string& measure : measures) measure = "total." + measure;
  return {"", "", std::move(measures), more_is_better};
}

std::vector<std::size_t> arms_of(const std::vector<RankedArm>& ranked) {
  std::vector<std::size_t> arms;
  for (const RankedArm& arm : ranked) arms.push_back(arm.arm);
  return arms;
}

const RankedArm& find(const std::vector<RankedArm>& ranked, std::size_t arm) {
  return *std::ranges::find(ranked, arm, &RankedArm::arm);
}

/// Against 100 and 200: -10 each time, -20 each time, -30 and +10, nothing, +4 each time, -20 each time.
Results six_trials() {
  Results results;
  results.run.length = 2 * kYear;
  add_total(results, "staff_hours", {{100, 200}, {90, 190}, {80, 180}, {70, 210}, {100, 200}, {104, 204}, {80, 180}});
  return results;
}

}  // namespace

TEST_CASE("a ranking has the clear gains first, then what is not clear, the unchanged and the losses") {
  const auto ranked = ranked_arms(six_trials(), by({"staff_hours"}), "");
  CHECK(arms_of(ranked) == std::vector<std::size_t>{2, 6, 1, 3, 4, 5});
  CHECK(find(ranked, 2).effect == Effect::better);
  CHECK(find(ranked, 3).effect == Effect::unclear);
  CHECK(find(ranked, 4).effect == Effect::unchanged);
  CHECK(find(ranked, 5).effect == Effect::worse);
}

TEST_CASE("where more is better, gains and losses change places") {
  const auto ranked = ranked_arms(six_trials(), by({"staff_hours"}, true), "");
  CHECK(arms_of(ranked) == std::vector<std::size_t>{5, 3, 4, 1, 2, 6});
  CHECK(ranked.front().effect == Effect::better);
  CHECK(ranked.front().first_place == 1);
  CHECK(ranked.front().last_place == 2);  // nobody but the unclear may be before it
}

TEST_CASE("an arm's place is as certain as the arms are clearly apart") {
  const auto ranked = ranked_arms(six_trials(), by({"staff_hours"}), "");
  const auto place = [&](std::size_t arm) {
    return std::pair(find(ranked, arm).first_place, find(ranked, arm).last_place);
  };
  using Places = std::pair<std::size_t, std::size_t>;
  CHECK(place(2) == Places{1, 3});  // as good as arm 6, not told from arm 3
  CHECK(place(6) == Places{1, 3});
  CHECK(place(1) == Places{3, 4});  // behind 2 and 6, before 4 and 5
  CHECK(place(3) == Places{1, 6});
  CHECK(place(4) == Places{4, 5});
  CHECK(place(5) == Places{5, 6});
}

TEST_CASE("amounts are ranked by the year, other measures as they are") {
  const Results results = six_trials();
  CHECK(ranked_arms(results, by({"staff_hours"}), "").front().change.value == Approx(-10));  // -20 in two years
  CHECK(baseline_of(results, by({"staff_hours"}), "").value == Approx(75));
  CHECK(unit_of(results, by({"staff_hours"}))->is_yearly);
  Results waits;
  waits.run.length = 2 * kYear;
  add_measure(waits, "total", "wait", MeasureKind::tally,
              {{tallied(2, 20), tallied(2, 20)}, {tallied(2, 12), tallied(2, 12)}});
  CHECK(ranked_arms(waits, by({"wait"}), "").front().change.value == Approx(-4));
  CHECK_FALSE(unit_of(waits, by({"wait"}))->is_yearly);
}

TEST_CASE("several measures are added up in each replication before they are compared") {
  Results results;
  results.run.length = kYear;
  // -5 and -15, -15 and -5: neither is clear alone, and their sum is -20 each time.
  add_total(results, "cause.busy", {{50, 50}, {45, 35}});
  add_total(results, "cause.session", {{30, 30}, {15, 25}});
  CHECK(ranked_arms(results, by({"cause.busy"}), "").front().effect == Effect::unclear);
  const RankedArm sum = ranked_arms(results, by({"cause.busy", "cause.session"}), "").front();
  CHECK(sum.effect == Effect::better);
  CHECK(sum.change.value == Approx(-20));
  CHECK(baseline_of(results, by({"cause.busy", "cause.session"}), "").value == Approx(80));
}

TEST_CASE("what is clear of one trial may not be of two at once") {
  // A mean of -20 that varies by 1: the half-width is tan(0.475 pi) = 12.7 for one trial, tan(0.4875 pi) = 25.5 for
  // two.
  Results one;
  add_total(one, "staff_hours", {{100, 100}, {79, 81}});
  CHECK(ranked_arms(one, by({"staff_hours"}), "").front().effect == Effect::better);
  Results two;
  add_total(two, "staff_hours", {{100, 100}, {79, 81}, {100, 100}});
  CHECK(ranked_arms(two, by({"staff_hours"}), "").front().effect == Effect::unclear);
  CHECK(ranked_arms(two, by({"staff_hours"}), "").front().last_place == 2);
}

TEST_CASE("one replication has an order and no places") {
  Results results;
  results.run.length = kYear;
  add_total(results, "staff_hours", {{100}, {90}, {80}, {100}});
  const auto ranked = ranked_arms(results, by({"staff_hours"}), "");
  CHECK(arms_of(ranked) == std::vector<std::size_t>{2, 1, 3});
  CHECK(ranked.front().effect == Effect::unclear);
  CHECK(ranked.front().first_place == 1);
  CHECK(ranked.front().last_place == 3);
  CHECK(ranked.back().effect == Effect::unchanged);
}

TEST_CASE("an arm without a value stands last and takes no place") {
  Results results;
  add_measure(results, "total", "wait", MeasureKind::tally,
              {{tallied(1, 10), tallied(1, 10)}, {tallied(0, 0), tallied(0, 0)}, {tallied(1, 12), tallied(1, 12)}});
  const auto ranked = ranked_arms(results, by({"wait"}), "");
  CHECK(arms_of(ranked) == std::vector<std::size_t>{2, 1});
  CHECK(ranked.back().effect == Effect::undefined);
  CHECK(ranked.back().first_place == 0);
  CHECK(ranked.front().last_place == 1);
}

TEST_CASE("every group that has the measures is ranked by its own citizens") {
  Results results;
  results.run.length = kYear;
  add_total(results, "staff_hours", {{100, 100}, {90, 90}, {80, 80}});
  add_total(results, "staff_hours", {{60, 60}, {50, 50}, {55, 55}}, "kommune=Aalborg");
  add_total(results, "fees", {{1, 1}, {1, 1}, {1, 1}}, "kommune=Morsø");
  CHECK(groups_of(results, by({"staff_hours"})) == std::vector<std::string>{"", "kommune=Aalborg"});
  CHECK(arms_of(ranked_arms(results, by({"staff_hours"}), "")) == std::vector<std::size_t>{2, 1});
  CHECK(arms_of(ranked_arms(results, by({"staff_hours"}), "kommune=Aalborg")) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("measures that are not there, or do not add up, are not ranked") {
  Results results;
  results.run.length = kYear;
  add_total(results, "staff_hours", {{100, 100}, {90, 90}});
  const std::size_t fees = add_total(results, "fees", {{1, 1}, {1, 1}});
  results.catalogue[fees].unit = Unit::dkk;
  add_measure(results, "total", "wait", MeasureKind::tally,
              {{tallied(1, 1), tallied(1, 1)}, {tallied(1, 1), tallied(1, 1)}});
  CHECK_FALSE(unit_of(results, by({"staff_huors"})));
  CHECK_FALSE(unit_of(results, by({"staff_hours", "fees"})));
  CHECK_FALSE(unit_of(results, by({"wait", "wait"})));
  CHECK(groups_of(results, by({"staff_huors"})).empty());
  CHECK(unit_of(results, by({"staff_hours", "staff_hours"})));
}

TEST_CASE("which ranking cannot be made is known by the catalogue alone") {
  Results results;
  CHECK_FALSE(unknown_ranking(results));
  results.catalogue.push_back({"total", "staff_hours", MeasureKind::total, Unit::hours, {}, {}});
  results.rankings = {by({"staff_hours"})};
  CHECK_FALSE(unknown_ranking(results));
  results.rankings.push_back(by({"staff_huors"}));
  CHECK(unknown_ranking(results) == "report.ranking: the results have no measure \"total.staff_huors\"");
  results.rankings.back() = by({"staff_hours", "fees"});
  CHECK(unknown_ranking(results) ==
        "report.ranking: the results have no measure \"total.staff_hours\" + \"total.fees\", or they do not add up");
}
