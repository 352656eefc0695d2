#include "models/results/share_request.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

TEST_CASE("a share that a target asks for is read from its measure") {
  const auto text = request_in("wait:share_within:10 days");
  REQUIRE(text);
  CHECK(text->measure == "wait");
  CHECK(text->statistic == "share_within:10 days");
  CHECK(text->side == ShareRequest::Side::within);
  CHECK(text->limit == "10 days");
  CHECK(request_in("stock:share_above:55")->side == ShareRequest::Side::above);
  for (const char* other : {"wait", "wait:p90", "share_within:10 days", "wait:share_zero", "", "waitshare_within:3"}) {
    CHECK_FALSE(request_in(other));
  }
}

TEST_CASE("what several targets ask for is asked once") {
  TargetInfo first;
  first.of = "pool.a", first.measure = "wait:share_within:10 days";
  TargetInfo other = first;
  other.measure = "wait:share_within:20 days";
  TargetInfo usual = first;
  usual.measure = "wait:p90";
  const auto requests = requests_of({first, usual, first, other});
  REQUIRE(requests.size() == 2);
  CHECK(requests[0] == ShareRequest{"pool.a", "wait", "", ShareRequest::Side::within, "10 days"});
  CHECK(requests[1].limit == "20 days");
}
