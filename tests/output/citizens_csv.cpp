#include "output/citizens_csv.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

TEST_CASE("a citizen's row has who it is, its attributes, its waiting and what that is against itself") {
  CitizenNames names;
  names.arms = {"lov", "forsøg, kort"};
  names.arrivals = {"nye"};
  names.statuses = {"i_job", "syg"};
  names.attributes = {{"kommune", {"Aalborg", "Brønderslev"}}};
  CHECK(citizens_csv_header(names) ==
        "scenario,arm,draw,replication,arrival,number,index,attribute.kommune,status,waiting_days,open,class,course,"
        "difference_days\n");
  CitizenRows rows;
  rows.arm = 1;
  rows.replication = 2;
  const auto add = [&](std::uint64_t number, CitizenClass change, Course course, double difference) {
    rows.citizens.push_back({0, number, 1, 1, 12.5, change == CitizenClass::undecided, change, course, difference});
    rows.values.push_back(number % 2 == 0);
  };
  add(7, CitizenClass::shorter, Course::direct, -2.25);
  add(8, CitizenClass::same, Course::same, 0);
  add(9, CitizenClass::undecided, Course::knock_on, 0);
  add(10, CitizenClass::unpaired, Course::same, 0);
  CHECK(citizens_csv_rows(names, rows, {"a.toml", ""}) ==
        "a.toml,\"forsøg, kort\",,3,nye,7,1,Aalborg,syg,12.5,0,shorter,direct,-2.25\n"
        "a.toml,\"forsøg, kort\",,3,nye,8,1,Brønderslev,syg,12.5,0,same,same,0\n"
        "a.toml,\"forsøg, kort\",,3,nye,9,1,Aalborg,syg,12.5,1,undecided,knock_on,\n"
        "a.toml,\"forsøg, kort\",,3,nye,10,1,Brønderslev,syg,12.5,0,unpaired,,\n");
  rows.arm = 0;
  rows.citizens.resize(1);
  rows.citizens[0].change = CitizenClass::baseline;
  CHECK(citizens_csv_rows(names, rows, {"a.toml", ""}) == "a.toml,lov,,3,nye,7,1,Aalborg,syg,12.5,0,,,\n");
}
