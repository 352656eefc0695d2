#include "models/language/node.h"

#include <catch2/catch.hpp>

#include "parsed.h"

namespace sagsflow {
namespace {

TEST_CASE("a copy shares its children until it is changed, and what was not changed after that") {
  Diagnostics diagnostics;
  const Node law = parsed("[a]\nx = 1\n[b]\ny = 2\n", diagnostics);
  Node trial = law;
  CHECK(trial.children.are_those_of(law.children));
  trial.find_own("a")->find_own("x")->number = 5;
  CHECK_FALSE(trial.children.are_those_of(law.children));
  CHECK_FALSE(trial.find("a")->children.are_those_of(law.find("a")->children));
  CHECK(trial.find("b")->children.are_those_of(law.find("b")->children));
  CHECK(law.find("a")->find("x")->number == 1);
  CHECK(trial.find("a")->find("x")->number == 5);
}

TEST_CASE("an empty table is not another's, and has no child to change") {
  Node one, two;
  CHECK_FALSE(one.children.are_those_of(two.children));
  CHECK(one.children.empty());
  CHECK(one.find_own("a") == nullptr);
  CHECK(one.same_value(two));
}

TEST_CASE("nodes that share their children have the same value, and so have nodes that were written twice") {
  Diagnostics diagnostics;
  const Node once = parsed("a = [1, 2]\nb = { c = \"d\" }\n", diagnostics);
  const Node again = parsed("b = { c = \"d\" }\na = [1, 2]\n", diagnostics);
  Node copy = once;
  CHECK(copy.same_value(once));
  CHECK(again.same_value(once));
  copy.find_own("a")->children.own().pop_back();
  CHECK_FALSE(copy.same_value(once));
}

}  // namespace
}  // namespace sagsflow
