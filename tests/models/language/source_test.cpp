#include "models/language/source.h"

#include <catch2/catch.hpp>

namespace sagsflow {

TEST_CASE("a reference is relative to the file it stands in") {
  CHECK(resolved_path("syg/a.toml", "../law/b.toml") == "law/b.toml");
  CHECK(resolved_path("a.toml", "b.toml") == "b.toml");
  CHECK(resolved_path("x/y/a.toml", "./../z//b.toml") == "x/z/b.toml");
}

TEST_CASE("no reference leads above the scenario root") {
  CHECK_FALSE(resolved_path("a.toml", "../b.toml").has_value());
  CHECK_FALSE(resolved_path("x/a.toml", "../../b.toml").has_value());
  CHECK_FALSE(resolved_path("x/a.toml", "/x/b.toml").has_value());
  CHECK_FALSE(resolved_path("x/a.toml", "C:/b.toml").has_value());
  CHECK_FALSE(resolved_path("x/a.toml", "..\\..\\b.toml").has_value());
  CHECK_FALSE(resolved_path("x/a.toml", "").has_value());
}

}  // namespace sagsflow
