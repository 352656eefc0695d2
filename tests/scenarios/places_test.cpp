#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "law_run.h"

namespace sagsflow {
namespace {

std::map<std::string, double> arrivals_of(const std::string& place) {
  return arrivals_a_year(fmt::format("use = [\"law/lov-2019-flere.toml\", \"places/{}.toml\"]\n", place) +
                         "[run]\nstart = 2019-01-01\nlength = \"1 year\"\ncalendar = \"kontortid\"\n");
}

const std::vector<std::string> kMunicipalities{"aalborg",    "broenderslev", "frederikshavn", "hjoerring",
                                               "jammerbugt", "laesoe",       "mariagerfjord", "morsoe",
                                               "rebild",     "thisted",      "vesthimmerland"};

}  // namespace

TEST_CASE("the arrivals of the eleven municipalities add up to the region's") {
  std::map<std::string, double> sum;
  for (const std::string& municipality : kMunicipalities) {
    for (const auto& [name, rate] : arrivals_of(municipality)) sum[name] += rate;
  }
  const std::map<std::string, double> region = arrivals_of("nordjylland");
  CHECK(sum.size() == region.size());
  for (const auto& [name, rate] : region) {
    INFO(name);
    CHECK(sum[name] == Approx(rate).epsilon(0.02));
  }
}

TEST_CASE("a municipality's arrivals go by its share of the unemployed and of the inhabitants") {
  const std::map<std::string, double> region = arrivals_of("nordjylland"), aalborg = arrivals_of("aalborg");
  CHECK(aalborg.at("nye_ledige") / region.at("nye_ledige") == Approx(4940.0 / 11314).epsilon(0.01));
  CHECK(aalborg.at("nye_sygemeldte") / region.at("nye_sygemeldte") == Approx(217075.0 / 590936).epsilon(0.01));
}

}  // namespace sagsflow
