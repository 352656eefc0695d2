#pragma once

#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "region.h"

namespace sagsflow::bench {

/// A region, with its municipalities and its share of all inhabitants.
struct RegionOfMany {
  std::string name;
  int municipalities;
  double share;
};

/// Nine times North Jutland and its neighbours are the country (2019; shares rounded, so assumed).
inline const std::vector<RegionOfMany> kCountry{{"Hovedstaden", 29, 0.318},
                                                {"Midtjylland", 19, 0.228},
                                                {"Syddanmark", 22, 0.210},
                                                {"Sjælland", 17, 0.143},
                                                {"Nordjylland", 11, 0.101}};
inline constexpr int kCountryTimes = 9;

/// So many regions, each as North Jutland.
inline std::vector<RegionOfMany> alike(int count) {
  std::vector<RegionOfMany> regions;
  for (int i = 1; i <= count; ++i) regions.push_back({fmt::format("Region {}", i), 11, 1.0 / count});
  return regions;
}

/// Several regions as a planner would write them: all that North Jutland has, so many times over. Each municipality has
/// staff and a rehabilitation team of its own, each region its clinical unit. Within a region municipalities are as
/// unequal as those of North Jutland.
class RegionsText {
 public:
  RegionsText(const Model& region, const std::vector<RegionOfMany>& regions, int times)
      : region_(region.arms.front().versions.front().definitions), regions_(regions), times_(times) {
    const Shares& known = find_named(region_.traits, "kommune")->drawn.value.value;
    for (const RegionOfMany& one : regions_) {
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
    for (std::size_t r = 0; r < regions_.size(); ++r) {
      regions += fmt::format("\"{}\" = {}\n", regions_[r].name, regions_[r].share);
      values += fmt::format("[attribute.kommune.values.\"{}\"]\n", regions_[r].name);
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
      text += fmt::format("[arrival.{}]\nrate = \"{} per year\"\n", arrival.name, times_ * a_year);
    }
    for (const StockDefinition& stock : region_.stocks) {
      text += fmt::format("[stock.{}]\ncount = {}\n", stock.name, times_ * stock.count.value);
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
      for_each_value(pool.staff, [&](const Sourced<double>& some) { all += times_ * some.value; });
      const bool of_municipality = pool.per == "kommune";
      text += fmt::format("[pool.{}]\nper = \"{}\"\n[pool.{}.staff]\nby = \"{}\"\n", pool.name,
                          of_municipality ? "kommune" : "region", pool.name, of_municipality ? "kommune" : "region");
      if (of_municipality) {
        each_municipality(
            [&](const std::string& name, double share) { text += fmt::format("{} = {}\n", name, staff(all * share)); });
      } else {
        for (const RegionOfMany& one : regions_) {
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
        a_year += times_ * static_cast<double>(kYear.count()) / static_cast<double>(every.value.span.count());
      });
      text += fmt::format("[meeting.{}.sessions]\nby = \"kommune\"\n", meeting.name);
      each_municipality([&](const std::string& name, double share) {
        text += fmt::format("{} = \"{} per year\"\n", name, std::max(6.0, std::round(a_year * share)));
      });
    }
    return text;
  }

  std::string name_of(std::size_t region, std::size_t municipality) const {
    return fmt::format("\"{} {}\"", regions_[region].name, municipality + 1);
  }
  /// By name, in quotes, with its share of the country.
  template <class Visit>
  void each_municipality(Visit visit) const {
    for (std::size_t r = 0; r < regions_.size(); ++r) {
      for (std::size_t i = 0; i < municipalities_[r].size(); ++i) {
        visit(name_of(r, i), regions_[r].share * municipalities_[r][i]);
      }
    }
  }

  const Definitions& region_;
  const std::vector<RegionOfMany>& regions_;
  int times_;
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

inline Model model_of_regions(const std::vector<RegionOfMany>& regions, int times) {
  const Model region = region_model();
  WithFile source(*FileSource::of_scenario(std::string(SAGSFLOW_ROOT) + "/scenarios/alle-forsoeg.toml"),
                  "regioner.toml", RegionsText(region, regions, times).text());
  return read_or_throw("regioner.toml", source);
}

inline Model country_model() {
  return model_of_regions(kCountry, kCountryTimes);
}

}  // namespace sagsflow::bench
