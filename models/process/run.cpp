#include "models/process/run.h"

#include <fmt/format.h>

#include "models/language/names.h"
#include "models/language/values.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NumberReader kReplications{"a whole number from 1 to 1000000", 1, 1e6, true};
constexpr double kMostCitizens = 1e8;
constexpr double kMostYears = 1000;
constexpr std::size_t kMostArms = 64;
constexpr std::size_t kMostRuns = 1'000'000;

std::uint64_t read_seed(const Node& node, const std::string&, Reading& reading) {
  if (node.is(Node::Kind::integer) && node.integer >= 0) return static_cast<std::uint64_t>(node.integer);
  reading.diagnostics.error(node.place, fmt::format("expected a whole number from 0, got {}", node.described()));
  return 0;
}

std::vector<Span> read_ages(const Node& node, const std::string& path, Reading& reading) {
  std::vector<Span> ages;
  if (!node.is(Node::Kind::array)) {
    reading.diagnostics.error(node.place, fmt::format("expected an array of durations, got {}", node.described()));
    return ages;
  }
  for (const Node& item : node.children) {
    ages.push_back(read_span(item, path, reading).value);
    if (ages.size() < 2 || ages.back() > ages[ages.size() - 2]) continue;
    reading.diagnostics.error(item.place, fmt::format("age {} is not above the one before", item.described()));
  }
  return ages;
}

std::vector<std::pair<std::string, double>> read_precision(const Node& node, const std::string& path,
                                                           Reading& reading) {
  std::vector<std::pair<std::string, double>> precision;
  TableReader table(node, path, reading);
  for (const Node* child : table.rest()) {
    const auto share = parse_percent(read_text(*child, path, reading));
    if (share) {
      precision.emplace_back(child->key, *share);
    } else if (child->is(Node::Kind::string)) {
      reading.diagnostics.error(child->place, share.error().text);
    }
  }
  return precision;
}

/// Expected citizens that an arrival brings in `time`, or 0 where it has neither rate nor mean.
double citizens_of(const ArrivalDefinition& arrival, Span time) {
  const double batch = arrival.geometric_batch_mean > 0 ? arrival.geometric_batch_mean : arrival.batch;
  const auto length = static_cast<double>(time.count());
  if (arrival.rate) {
    double season = 0;
    for (const double factor : arrival.season) season += factor / 12;
    return arrival.rate->value.count * length / static_cast<double>(arrival.rate->value.per.count()) * batch * season;
  }
  if (!arrival.every) return 0;
  const Span mean = mean_of(arrival.every->value);
  return mean == kNever ? 0 : length / std::max(1.0, static_cast<double>(mean.count())) * batch;
}

}  // namespace

/// Dates that a calendar can say something about, and a run that ends.
void check_times(TableReader& table, const RunDefinition& run) {
  using namespace std::chrono;
  Diagnostics& diagnostics = table.reading().diagnostics;
  const Node* start = table.find("start");
  const year_month_day date{floor<days>(run.start)};
  if (start && start->is(Node::Kind::date) && (date.year() < year(1900) || date.year() > year(2200))) {
    diagnostics.error(start->place, fmt::format("start is {}, expected a year from 1900 to 2200", start->written()));
  }
  const double time = in_days(run.warm_up + run.length + run.run_out) / in_days(kYear);
  if (time <= kMostYears) return;
  diagnostics.error(
      table.node().place,
      fmt::format("the run takes {:.6g} years with warm_up and run_out, the limit is {:g}", time, kMostYears));
}

RunDefinition read_run(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  RunDefinition run;
  const std::size_t recorded = reading.values.size();
  run.start = table.required("start", read_date);
  run.warm_up = table.value_or("warm_up", read_span, Sourced<Span>{}).value;
  run.length = table.required("length", read_span).value;
  run.run_out = table.value_or("run_out", read_span, Sourced<Span>{}).value;
  run.replications = static_cast<int>(table.value_or("replications", kReplications, Sourced<double>{20, {}}).value);
  run.seed = table.value_or("seed", read_seed, run.seed);
  run.calendar = table.value_or("calendar", NameReader{"calendar"}, Sourced<std::string>{run.calendar, {}}).value;
  run.ages = table.value_or("ages", read_ages, std::vector<Span>{});
  run.precision = table.value_or("precision", read_precision, run.precision);
  run.most_replications =
      static_cast<int>(table.value_or("most_replications", kReplications, Sourced<double>{1000, {}}).value);
  if (const Node* length = table.find("length"); length && length->is(Node::Kind::string) && run.length == Span{}) {
    reading.diagnostics.error(length->place, "length is nothing, expected a window such as \"3 years\"");
  }
  check_times(table, run);
  table.finish();
  reading.values.resize(recorded);
  return run;
}

void check_arms(const RunDefinition& run, const Node& scenario, std::size_t arms, Diagnostics& diagnostics) {
  if (arms > kMostArms) {
    const Node* node = scenario.find("arm");
    diagnostics.error(node->place, fmt::format("{} arms, the limit is {}", arms, kMostArms));
  } else if (arms * static_cast<std::size_t>(run.replications) > kMostRuns) {
    const Node* node = scenario.find("run")->find("replications");
    diagnostics.error(node->place, fmt::format("{} replications of {} arms, the limit is {} in all", run.replications,
                                               arms, kMostRuns));
  }
}

void check_size(const RunDefinition& run, const Definitions& rules, Diagnostics& diagnostics) {
  const Span time = run.warm_up + run.length + run.run_out;
  double citizens = 0;
  const auto add = [&](double more, Place place) {
    const double before = citizens;
    citizens += more;
    if (before > kMostCitizens || !(citizens > kMostCitizens)) return;
    diagnostics.error(
        place, fmt::format("some {:.3g} citizens in one replication, the limit is {:.3g}", citizens, kMostCitizens));
  };
  for (const StockDefinition& stock : rules.stocks) add(stock.count.value, stock.count.origin.place);
  for (const ArrivalDefinition& arrival : rules.arrivals) {
    add(citizens_of(arrival, time), arrival.rate ? arrival.rate->origin.place : arrival.every->origin.place);
  }
}

double expected_citizens(const RunDefinition& run, const Definitions& rules) {
  double citizens = 0;
  for (const StockDefinition& stock : rules.stocks) citizens += stock.count.value;
  for (const ArrivalDefinition& arrival : rules.arrivals) {
    citizens += citizens_of(arrival, run.warm_up + run.length + run.run_out);
  }
  return citizens;
}

}  // namespace sagsflow
