#include "output/csv.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace sagsflow;

namespace {

/// Two arms of two replications: a total, and a tally that nobody enters in the first replication.
Results two_arms() {
  Results results;
  results.arms = {{"lov", "", "", {}}, {"forsoeg, delvis", "", "", {}}};
  results.catalogue = {
      {"procedure.jaf.step.attest", "wait", MeasureKind::tally, Unit::days, "kommune=Aalborg", "2018-03"},
      {"total", "staff_hours", MeasureKind::total, Unit::hours, "", ""}};
  results.observations.resize(2);
  const double hours[2][2] = {{1000.5, 1100}, {900, 1000.1}};
  for (std::size_t arm = 0; arm < 2; ++arm) {
    results.observations[arm].pooled.resize(2);
    for (std::size_t r = 0; r < 2; ++r) {
      Summary wait;
      wait.count = static_cast<double>(2 * r);
      wait.sum = r == 0 ? 0 : 0.3;
      if (r > 0) wait.mean = 0.15;
      if (r > 0) wait.share_zero = 0.5;
      Summary total;
      total.sum = hours[arm][r];
      results.observations[arm].replications.push_back({{wait, total}, 0});
    }
  }
  return results;
}

}  // namespace

TEST_CASE("replications.csv has a row for each defined statistic, and none for what is not defined") {
  Results results = two_arms();
  results.arms.resize(1);
  results.observations.resize(1);
  CHECK(replications_csv(results, {"eksempel", ""}) ==
        "scenario,arm,draw,replication,object,measure,statistic,group,period,value,unit\n"
        "eksempel,lov,,1,procedure.jaf.step.attest,wait,count,kommune=Aalborg,2018-03,0,count\n"
        "eksempel,lov,,1,procedure.jaf.step.attest,wait,sum,kommune=Aalborg,2018-03,0,days\n"
        "eksempel,lov,,1,total,staff_hours,sum,,,1000.5,h\n"
        "eksempel,lov,,2,procedure.jaf.step.attest,wait,mean,kommune=Aalborg,2018-03,0.15,days\n"
        "eksempel,lov,,2,procedure.jaf.step.attest,wait,count,kommune=Aalborg,2018-03,2,count\n"
        "eksempel,lov,,2,procedure.jaf.step.attest,wait,sum,kommune=Aalborg,2018-03,0.3,days\n"
        "eksempel,lov,,2,procedure.jaf.step.attest,wait,share_zero,kommune=Aalborg,2018-03,0.5,1\n"
        "eksempel,lov,,2,total,staff_hours,sum,,,1100,h\n");
}

TEST_CASE("summary.csv has each arm's level with its interval") {
  Results results = two_arms();
  results.catalogue.erase(results.catalogue.begin());
  for (ArmObservations& arm : results.observations) {
    for (ReplicationObservations& replication : arm.replications) {
      replication.measures.erase(replication.measures.begin());
      replication.measures[0].sum = replication.measures[0].sum > 950 ? 1000 : 900;
    }
  }
  // The trial: 950 and half of the difference times 12.7062047362, the 0.975-quantile of Student's t with one degree
  // of freedom.
  const std::string text = summary_csv(results, {"eksempel", "3"});
  CHECK(text ==
        "scenario,arm,draw,object,measure,statistic,group,period,mean,ci_low,ci_high,n,unit\n"
        "eksempel,lov,3,total,staff_hours,sum,,,1000,1000,1000,2,h\n"
        "eksempel,\"forsoeg, delvis\",3,total,staff_hours,sum,,,950,314.68976319126796,1585.310236808732,2,h\n");
}

TEST_CASE("differences.csv has the baseline, the arm and their paired difference") {
  Results results = two_arms();
  for (ArmObservations& arm : results.observations) {
    for (ReplicationObservations& replication : arm.replications) replication.measures[0] = {};
  }
  results.observations[1].replications[0].measures[1].sum = 900.5;
  results.observations[1].replications[1].measures[1].sum = 1000;
  CHECK(differences_csv(results, {"eksempel", ""}) ==
        "scenario,arm,baseline,draw,object,measure,statistic,group,period,baseline_mean,mean,difference,ci_low,ci_high,"
        "variance_ratio,n,unit\n"
        "eksempel,\"forsoeg, delvis\",lov,,total,staff_hours,sum,,,1050.25,950.25,-100,-100,-100,,2,h\n");
}

TEST_CASE("a share that a target asked for is a statistic of its measure") {
  Results results = two_arms();
  results.arms.resize(1);
  results.observations.resize(1);
  results.catalogue = {{"pool.a", "wait:share_within:10 days", MeasureKind::ratio, Unit::one, "", ""}};
  for (ReplicationObservations& replication : results.observations[0].replications) {
    Summary share;
    share.count = 4, share.sum = 3, share.mean = 0.75;
    replication.measures = {share};
  }
  CHECK(replications_csv(results, {"eksempel", ""}) ==
        "scenario,arm,draw,replication,object,measure,statistic,group,period,value,unit\n"
        "eksempel,lov,,1,pool.a,wait,share_within:10 days,,,0.75,1\n"
        "eksempel,lov,,2,pool.a,wait,share_within:10 days,,,0.75,1\n");
  CHECK(summary_csv(results, {"eksempel", ""}) ==
        "scenario,arm,draw,object,measure,statistic,group,period,mean,ci_low,ci_high,n,unit\n"
        "eksempel,lov,,pool.a,wait,share_within:10 days,,,0.75,0.75,0.75,2,1\n");
}

TEST_CASE("a field is quoted as RFC 4180 has it") {
  CHECK(csv_field("Aalborg") == "Aalborg");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("sagt \"nej\"") == "\"sagt \"\"nej\"\"\"");
  CHECK(csv_field("to\nlinjer") == "\"to\nlinjer\"");
  CHECK(csv_field("") == "");
}

TEST_CASE("numbers have the fewest digits that read back the same") {
  CHECK(csv_number(0.1) == "0.1");
  CHECK(csv_number(1.0 / 3) == "0.3333333333333333");
  CHECK(csv_number(1e21) == "1e+21");
  CHECK(csv_number(-0.0) == "0");
  CHECK(csv_number(std::numeric_limits<double>::quiet_NaN()) == "");
}

TEST_CASE("how many there were is a count, whatever the measure's unit") {
  const MeasureInfo wait{"pool.a", "wait", MeasureKind::tally, Unit::days, "", ""};
  CHECK(csv_unit(wait, Statistic::p90) == "days");
  CHECK(csv_unit(wait, Statistic::var) == "days^2");
  CHECK(csv_unit(wait, Statistic::open) == "count");
  CHECK(csv_unit(wait, Statistic::share_zero) == "1");
  const MeasureInfo stock{"status.a", "stock", MeasureKind::level, Unit::count, "", ""};
  CHECK(csv_unit(stock, Statistic::mean) == "count");
  CHECK(csv_unit(stock, Statistic::sum) == "days");
  CHECK(csv_unit(stock, Statistic::count) == "days");
  const MeasureInfo share{"step", "next.plan.share", MeasureKind::ratio, Unit::one, "", ""};
  CHECK(csv_unit(share, Statistic::mean) == "1");
  CHECK(csv_unit(share, Statistic::sum) == "count");
}
