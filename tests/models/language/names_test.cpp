#include "models/language/names.h"

#include <catch2/catch.hpp>

namespace sagsflow {

TEST_CASE("an insertion, a deletion, a change and a swap of neighbours are one edit each") {
  CHECK(edit_distance("pool", "pools") == 1);
  CHECK(edit_distance("pools", "pool") == 1);
  CHECK(edit_distance("pool", "poll") == 1);
  CHECK(edit_distance("pool", "polo") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  // Restricted: a swapped pair is not edited again (unrestricted it would be 2).
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("the nearest name is offered only when it is near") {
  CHECK(nearest_name("sagsbehandlr", {"mentor", "sagsbehandler", "sagsbehandling"}) == "sagsbehandler");
  CHECK(nearest_name("laege", {"mentor", "sagsbehandler"}) == "");
  CHECK(nearest_name("x", {"y"}) == "");
  CHECK(nearest_name("ab", {"ac", "ad"}) == "ac");
}

TEST_CASE("a name may be Danish but has no dot and no control character") {
  CHECK(problem_of_name("Brønderslev og omegn") == "");
  CHECK(problem_of_name("a.b") != "");
  CHECK(problem_of_name("a\tb") != "");
  CHECK(problem_of_name("") != "");
  CHECK(is_reserved("never"));
  CHECK_FALSE(is_reserved("aldrig"));
}

}  // namespace sagsflow
