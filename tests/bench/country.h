#pragma once

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numeric>

#include "region.h"

namespace sagsflow::bench {

/// A region, with its municipalities and its share of the country's inhabitants (2019; rounded, so assumed).
struct RegionOfCountry {
  const char* name;
  int municipalities;
  double share;
};
inline constexpr std::array<RegionOfCountry, 5> kRegions{{{"Hovedstaden", 29, 0.318},
                                                          {"Midtjylland", 19, 0.228},
                                                          {"Syddanmark", 22, 0.210},
                                                          {"Sjælland", 17, 0.143},
                                                          {"Nordjylland", 11, 0.101}}};

/// The country as a planner would write it: all that the region of North Jutland has, nine times over, in 98
/// municipalities and five regions. Each municipality has staff and a rehabilitation team of its own, each region its
/// clinical unit. Within a region municipalities are as unequal as those of North Jutland.
class CountryText {
 public:
  static constexpr int kTimes = 9;

  explicit CountryText(const Model& region) : region_(region.arms.front().versions.front().definitions) {
    const Shares& known = find_named(region_.traits, "kommune")->drawn.value.value;
    for (const RegionOfCountry& one : kRegions) {
      std::vector<double>& shares = municipalities_.emplace_back();
      for (int i = 0; i < one.municipalities; ++i) {
        shares.push_back(known[static_cast<std::size_t>(i) % known.size()].share);
      }
      const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
      for (double& share : shares) share /= all;
    }
  }

  std::string text() const {
    return "use = [\"law/lov-2019-hele.toml\", \"places/nordjylland.toml\", \"places/bestand/nordjylland.toml\", "
           "\"trials/grundlag/behandling.toml\", \"trials/grundlag/uddannelsespaalaeg.toml\"]\n"
           "[run]\nstart = 2018-07-01\nwarm_up = \"1 year\"\nlength = \"1 year\"\nrun_out = \"6 months\"\n"
           "replications = 1\nseed = 2018\ncalendar = \"kontortid\"\n" +
           places() + who_comes() + pools() + meetings();
  }

 private:
  std::string places() const {
    std::string regions = "[attribute.region.values]\n", values = "[attribute.kommune.values]\nby = \"region\"\n";
    for (std::size_t r = 0; r < kRegions.size(); ++r) {
      regions += fmt::format("\"{}\" = {}\n", kRegions[r].name, kRegions[r].share);
      values += fmt::format("[attribute.kommune.values.\"{}\"]\n", kRegions[r].name);
      for (std::size_t i = 0; i < municipalities_[r].size(); ++i) {
        const std::string share = i == 0 ? "\"rest\"" : fmt::format("{}", municipalities_[r][i]);
        values += fmt::format("{} = {}\n", name_of(r, i), share);
      }
    }
    return regions + values;
  }

  std::string who_comes() const {
    std::string text;
    for (const ArrivalDefinition& arrival : region_.arrivals) {
      const Rate& rate = arrival.rate->value;
      const double a_year = rate.count * static_cast<double>(kYear.count()) / static_cast<double>(rate.per.count());
      text += fmt::format("[arrival.{}]\nrate = \"{} per year\"\n", arrival.name, kTimes * a_year);
    }
    for (const StockDefinition& stock : region_.stocks) {
      text += fmt::format("[stock.{}]\ncount = {}\n", stock.name, kTimes * stock.count.value);
    }
    return text;
  }

  /// Whole people, at least one.
  static int staff(double people) { return std::max(1, static_cast<int>(std::lround(people))); }

  std::string pools() const {
    std::string text;
    for (const PoolDefinition& pool : region_.pools) {
      if (pool.unlimited) continue;
      double all = 0.0;
      for_each_value(pool.staff, [&](const Sourced<double>& some) { all += kTimes * some.value; });
      const bool of_municipality = pool.per == "kommune";
      text += fmt::format("[pool.{}]\nper = \"{}\"\n[pool.{}.staff]\nby = \"{}\"\n", pool.name,
                          of_municipality ? "kommune" : "region", pool.name, of_municipality ? "kommune" : "region");
      if (of_municipality) {
        each_municipality(
            [&](const std::string& name, double share) { text += fmt::format("{} = {}\n", name, staff(all * share)); });
      } else {
        for (const RegionOfCountry& one : kRegions) {
          text += fmt::format("\"{}\" = {}\n", one.name, staff(all * one.share));
        }
      }
    }
    return text;
  }

  std::string meetings() const {
    std::string text;
    for (const MeetingDefinition& meeting : region_.meetings) {
      double a_year = 0.0;
      for_each_value(meeting.every, [&](const Sourced<Length>& every) {
        a_year += kTimes * static_cast<double>(kYear.count()) / static_cast<double>(every.value.span.count());
      });
      text += fmt::format("[meeting.{}.sessions]\nby = \"kommune\"\n", meeting.name);
      each_municipality([&](const std::string& name, double share) {
        text += fmt::format("{} = \"{} per year\"\n", name, std::max(6.0, std::round(a_year * share)));
      });
    }
    return text;
  }

  static std::string name_of(std::size_t region, std::size_t municipality) {
    return fmt::format("\"{} {}\"", kRegions[region].name, municipality + 1);
  }
  /// By name, in quotes, with its share of the country.
  template <class Visit>
  void each_municipality(Visit visit) const {
    for (std::size_t r = 0; r < kRegions.size(); ++r) {
      for (std::size_t i = 0; i < municipalities_[r].size(); ++i) {
        visit(name_of(r, i), kRegions[r].share * municipalities_[r][i]);
      }
    }
  }

  const Definitions& region_;
  std::vector<std::vector<double>> municipalities_;  ///< by region, each one's share of it
};

/// The bundled files, and one more.
class WithFile final : public Source {
 public:
  WithFile(FileSource files, std::string path, std::string text)
      : files_(std::move(files)), path_(std::move(path)), text_(std::move(text)) {}
  std::expected<std::string, std::string> text_of(const std::string& path) override {
    return path == path_ ? text_ : files_.text_of(path);
  }

 private:
  FileSource files_;
  std::string path_, text_;
};

inline Model country_model() {
  const Model region = region_model();
  WithFile source(*FileSource::of_scenario(std::string(SAGSFLOW_ROOT) + "/scenarios/alle-forsoeg.toml"), "landet.toml",
                  CountryText(region).text());
  return read_or_throw("landet.toml", source);
}

}  // namespace sagsflow::bench
